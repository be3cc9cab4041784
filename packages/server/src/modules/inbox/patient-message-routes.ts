import { sql } from 'kysely'
import { Failure } from '@recado/domain/shared/failure'
import type { Instant } from '@recado/domain/shared/instant'
import { businessNow, type Db } from '../../db/db.ts'
import type { Handlers } from '../../http/bind-routes.ts'
import type { ContentCipher } from '../../platform/content-cipher.ts'
import { decodeCursor, DEFAULT_PAGE, encodeCursor } from '../../platform/cursor.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'
import { recordEvents } from '../audit/index.ts'
import { actorName } from '../staff/index.ts'
import { readMessages, shownMessages } from './read-messages.ts'

export type PatientMessageDeps = { readonly db: Db; readonly cipher: ContentCipher }

/** What was written to and by the phones of one patient, newest first; reminders of others at the same phone stay out. */
export const patientMessageRoutes = ({ db, cipher }: PatientMessageDeps): Handlers => ({
  listPatientMessages: ({ actor, params: { id }, query: { cursor, limit = DEFAULT_PAGE } }) =>
    inOrganization(db, actor.organizationId, async (trx) => {
      const { organizationId } = actor
      const contacts = await contactsOf(trx, organizationId, id)
      const after = decodeCursor(cursor, 2)
      const rows = await readMessages(trx, organizationId, {
        inbound: sql`i.contact_point_id = any (${contacts}::uuid[])`,
        outbound: sql`m.contact_point_id = any (${contacts}::uuid[]) and (m.patient_id is null or m.patient_id = ${id})`,
        before: after && { at: Number(after[0]) as Instant, id: after[1] ?? '' },
        limit: limit + 1,
      })
      const shown = rows.slice(0, limit)
      const last = shown.at(-1)
      await recordEvents(trx, organizationId, await businessNow(trx), [
        { actor: actorName(actor), action: 'messages.read', subject: `patient:${id}` },
      ])
      const items = await shownMessages(trx, organizationId, shown, cipher)
      return { items, ...(rows.length > limit && last ? { next: encodeCursor([last.at, last.id]) } : {}) }
    }),
})

async function contactsOf(trx: Db, organizationId: string, patientId: string): Promise<string[]> {
  const { rows } = await sql<{ contacts: string[] }>`
    select array(select contact_point_id from patient_contact pc where pc.organization_id = p.organization_id and pc.patient_id = p.id) as contacts
      from patient p where p.organization_id = ${organizationId} and p.id = ${patientId}`.execute(trx)
  const [row] = rows
  if (!row) throw new Failure('not-found', 'There is no such patient.')
  return row.contacts
}
