import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { withTestDatabase } from '../../db/test-db.ts'
import { apiOf } from '../../testing/api-client.ts'
import { bookVisit, miniClinic, patientWrites, type MiniClinic } from '../../testing/mini-clinic.ts'
import { acquireLease, dispatchBatch, type Lease } from './index.ts'

const database = withTestDatabase()
let clinic: MiniClinic
let lease: Lease

beforeAll(async () => {
  clinic = await miniClinic(database.db)
  const taken = await acquireLease(clinic.db, clinic.organizationId, clinic.senderId, 'test')
  if (!taken) throw new Error('nobody else has the sender')
  lease = taken
})

/** What waits of a person's messages, with its reason. */
const waiting = (contactPointId: string) =>
  clinic.within(async (trx) => {
    const { rows } = await sql<{ reason: string | null }>`
      select reason from outbound_message
       where organization_id = ${clinic.organizationId} and contact_point_id = ${contactPointId} and state = 'planned'
         and kind = 'reply'`.execute(trx)
    return rows.map(({ reason }) => reason)
  })

test('the forty-sixth answer to one person within a moment waits its seconds, others do not', async () => {
  const desk = await apiOf(clinic)
  await desk.signIn(clinic.staff.reception)
  const [chatty, quiet] = [await bookVisit(clinic), await bookVisit(clinic)]
  const { conversationId } = await patientWrites(clinic, chatty.contactPointId ?? '', 'alô?')
  for (let n = 0; n < 46; n++)
    await desk.call('sendMessage', { params: { id: conversationId }, body: { text: `Parte ${n}` } })
  const other = await patientWrites(clinic, quiet.contactPointId ?? '', 'bom dia')
  await desk.call('sendMessage', { params: { id: other.conversationId }, body: { text: 'Bom dia!' } })
  for (let round = 0; round < 3; round++) await dispatchBatch(clinic.db, clinic.cipher, lease, 20, 0)
  expect(await waiting(chatty.contactPointId ?? '')).toEqual(['pair-rate'])
  expect(await waiting(quiet.contactPointId ?? '')).toEqual([])
  await desk.app.close()
})
