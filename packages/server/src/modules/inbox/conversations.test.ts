import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withTestDatabase } from '../../db/test-db.ts'
import { apiOf, type ApiClient } from '../../testing/api-client.ts'
import { raiseUndelivered } from './index.ts'
import { bookVisit, messageLeaves, miniClinic, patientWrites, type MiniClinic } from '../../testing/mini-clinic.ts'

const database = withTestDatabase()
let clinic: MiniClinic
let desk: ApiClient
let office: ApiClient

beforeAll(async () => {
  clinic = await miniClinic(database.db)
  desk = await apiOf(clinic)
  office = await apiOf(clinic)
  await desk.signIn(clinic.staff.reception)
  await office.signIn(clinic.staff.administrator)
})
afterAll(async () => {
  await desk.app.close()
  await office.app.close()
})

/** A patient with a visit who wrote something that the bot handed over. */
async function somebodyWrites(text: string, options: Parameters<typeof patientWrites>[3] = {}, patient = 'Ana Souza') {
  const visit = await bookVisit(clinic, { patient })
  const written = await patientWrites(clinic, visit.contactPointId ?? '', text, options)
  return { ...visit, ...written, params: { id: written.conversationId } }
}

const outbox = (messageId: string) =>
  clinic.within(async (trx) => {
    const { rows } = await sql<{
      kind: string
      lane: number
      state: string
      dedupe_key: string
      in_reply_to: string
      legible: boolean
    }>`
      select kind, lane, state, dedupe_key, in_reply_to, position('subsolo'::bytea in content) > 0 as legible
        from outbound_message where organization_id = ${clinic.organizationId} and id = ${messageId}`.execute(trx)
    return rows[0]
  })
const auditOf = (id: string) =>
  clinic.within(async (trx) => {
    const { rows } = await sql<{ action: string; actor: string; details: object }>`
      select action, actor, details from event where organization_id = ${clinic.organizationId} and subject = ${`conversation:${id}`} order by recorded_at`.execute(
      trx,
    )
    return rows
  })

test('emergencies are on top, then whoever has waited longest, and what waits for the patient is last', async () => {
  const late = await somebodyWrites('oi?', { hoursAgo: 1 })
  const early = await somebodyWrites('bom dia', { hoursAgo: 5 })
  const emergency = await somebodyWrites('dor no peito', { queue: 'emergency', reason: 'emergency-detected' })
  const answered = await somebodyWrites('obrigada', { hoursAgo: 9 })
  await desk.call('sendMessage', { params: answered.params, body: { text: 'De nada!' } })
  const ids = (await desk.call('listConversations')).items.map(({ id }) => id)
  expect(ids).toEqual([emergency, early, late, answered].map(({ conversationId }) => conversationId))
  const pages = await desk.call('listConversations', { query: { limit: '2' } })
  const rest = await desk.call('listConversations', { query: { limit: '2', cursor: pages.next ?? '' } })
  expect([...pages.items, ...rest.items].map(({ id }) => id)).toEqual(ids)
})

test('a conversation shows who it is, what was said by whom, the visits, and how long the window stays open', async () => {
  const talk = await somebodyWrites('posso levar minha mãe?', { hoursAgo: 2 }, 'Clara Dias')
  await messageLeaves(clinic, talk.id, { read: true })
  const shown = await desk.call('getConversation', { params: talk.params })
  expect(shown).toMatchObject({
    queue: 'unanswered',
    owner: { kind: 'queue' },
    language: 'pt-BR',
    state: 'open',
    preview: 'posso levar minha mãe?',
  })
  expect(shown.patients).toMatchObject([{ name: 'Clara Dias', initials: 'CD' }])
  expect(shown.messages.map(({ direction, author, state }) => [direction, author.kind, state])).toEqual([
    ['in', 'patient', 'received'],
    ['out', 'journey', 'read'],
  ])
  expect(shown.appointments).toMatchObject([
    { id: talk.id, site: { name: 'Aurora Paulista' }, chip: { state: 'read' } },
  ])
  const hours = (Date.parse(shown.windowClosesAt ?? '') - (await clinic.now())) / 3_600_000
  expect(hours).toBeGreaterThan(21.9)
  expect(hours).toBeLessThan(22)
})

test('reading a conversation is written down; listing the queue is not reading', async () => {
  const talk = await somebodyWrites('oi')
  await desk.call('listConversations')
  await office.call('getConversation', { params: talk.params })
  expect(await auditOf(talk.conversationId)).toEqual([
    { action: 'conversation.read', actor: `staff:${clinic.staff.administrator}`, details: {} },
  ])
})

test('whoever takes a conversation on has it, and finds it under "mine"', async () => {
  const talk = await somebodyWrites('alguém?')
  const claimed = await desk.call('claimConversation', { params: talk.params, body: {} })
  expect(claimed.owner).toEqual({ kind: 'person', staffId: clinic.staff.reception, name: 'Rita Nunes' })
  const mine = (await desk.call('listConversations', { query: { queue: 'mine' } })).items.map(({ id }) => id)
  expect(mine).toContain(talk.conversationId)
  expect(
    (await office.call('listConversations', { query: { queue: 'mine' } })).items.map(({ id }) => id),
  ).not.toContain(talk.conversationId)
})

test('an answer by hand is one more row of the outbox: sealed, resting on the patient’s message, and sent at once', async () => {
  const talk = await somebodyWrites('tem estacionamento?')
  const wakes = desk.wakes()
  const message = await desk.call('sendMessage', { params: talk.params, body: { text: 'Sim, no subsolo.' } })
  expect(message).toMatchObject({
    direction: 'out',
    kind: 'text',
    text: 'Sim, no subsolo.',
    state: 'planned',
    author: { kind: 'staff', name: 'Rita Nunes' },
  })
  expect(await outbox(message.id)).toMatchObject({
    kind: 'reply',
    lane: 1,
    state: 'planned',
    in_reply_to: talk.inboundId,
    legible: false,
  })
  expect((await outbox(message.id))?.dedupe_key).toMatch(new RegExp(`^staff/${talk.conversationId}/`))
  expect(desk.wakes()).toBe(wakes + 1)
  const shown = await desk.call('getConversation', { params: talk.params })
  expect(shown).toMatchObject({ queue: 'waiting', owner: { kind: 'person', name: 'Rita Nunes' } })
  expect(shown.waitingSince).toBeUndefined()
})

test('sent twice with one key, an answer leaves once', async () => {
  const talk = await somebodyWrites('oi')
  const headers = { 'idempotency-key': 'answer-1' }
  const [first, second] = [
    await desk.raw('sendMessage', { params: talk.params, body: { text: 'Olá!' }, headers }),
    await desk.raw('sendMessage', { params: talk.params, body: { text: 'Olá!' }, headers }),
  ]
  expect([first.statusCode, first.json().id]).toEqual([201, second.json().id])
  expect(
    (await desk.call('getConversation', { params: talk.params })).messages.filter(
      ({ direction }) => direction === 'out',
    ),
  ).toHaveLength(1)
})

test('when the patient answers what a person wrote, the conversation waits for a person again', async () => {
  const talk = await somebodyWrites('oi')
  await desk.call('sendMessage', { params: talk.params, body: { text: 'Como posso ajudar?' } })
  await patientWrites(clinic, talk.contactPointId ?? '', 'quero outro horário')
  const shown = await desk.call('getConversation', { params: talk.params })
  expect(shown).toMatchObject({ queue: 'unanswered', owner: { kind: 'person' }, preview: 'quero outro horário' })
})

test('24 hours after the patient’s last message free text is refused with a sentence', async () => {
  const talk = await somebodyWrites('boa noite', { hoursAgo: 25 })
  expect((await desk.call('getConversation', { params: talk.params })).windowClosesAt).toBeUndefined()
  const response = await desk.raw('sendMessage', { params: talk.params, body: { text: 'Bom dia' } })
  expect(response.statusCode).toBe(409)
  expect(response.json().error).toMatchObject({ code: 'conflict', details: { reason: 'window-closed' } })
  expect(response.json().error.message).toContain('24 hours')
})

test('a closed conversation is out of the queues and back with the bot, and says how it was closed', async () => {
  const talk = await somebodyWrites('obrigado!')
  const closed = await desk.call('resolveConversation', { params: talk.params, body: { outcome: 'no-action' } })
  expect(closed).toMatchObject({ state: 'resolved', owner: { kind: 'bot' } })
  expect(closed.queue).toBeUndefined()
  expect((await desk.call('listConversations')).items.map(({ id }) => id)).not.toContain(talk.conversationId)
  expect((await auditOf(talk.conversationId)).at(-1)).toMatchObject({
    action: 'conversation.changed',
    details: { change: 'resolved', outcome: 'no-action' },
  })
})

test('an emergency is closed by whoever took it on, and by nobody else', async () => {
  const talk = await somebodyWrites('não consigo respirar', { queue: 'emergency', reason: 'emergency-detected' })
  expect((await desk.raw('resolveConversation', { params: talk.params, body: {} })).statusCode).toBe(409)
  await desk.call('claimConversation', { params: talk.params, body: {} })
  await desk.call('sendMessage', { params: talk.params, body: { text: 'A ambulância está a caminho?' } })
  expect((await desk.call('getConversation', { params: talk.params })).queue).toBe('emergency')
  expect((await office.raw('resolveConversation', { params: talk.params, body: {} })).statusCode).toBe(409)
  expect((await desk.call('resolveConversation', { params: talk.params, body: { outcome: 'called' } })).state).toBe(
    'resolved',
  )
})

test('a stranger who writes is shown by number alone', async () => {
  const id = '019a1111-0000-7000-8000-000000000001'
  await clinic.within((trx) => sql`
    insert into contact_point (organization_id, id, kind, value, match_key, created_at)
    values (${clinic.organizationId}, ${id}, 'phone', '+351900000001', '+351900000001', business_now())`.execute(trx)) // prettier-ignore
  const { conversationId } = await patientWrites(clinic, id, 'Bonjour', { queue: 'identity', reason: 'unknown-sender' })
  const shown = await desk.call('getConversation', { params: { id: conversationId } })
  expect(shown).toMatchObject({
    queue: 'identity',
    contact: { phone: '+351900000001' },
    patients: [],
    appointments: [],
  })
})

test('the messages of a patient leave out the reminders of others at the same phone', async () => {
  const phone = '+5511955550000'
  const [mother, child] = [
    await bookVisit(clinic, { phone, patient: 'Mara Reis' }),
    await bookVisit(clinic, { phone, patient: 'Léo Reis' }),
  ]
  await messageLeaves(clinic, mother.id)
  await messageLeaves(clinic, child.id)
  await patientWrites(clinic, child.contactPointId ?? '', 'ok')
  const { items } = await desk.call('listPatientMessages', { params: { id: child.patientId } })
  expect(items.map(({ direction, appointmentId }) => [direction, appointmentId])).toEqual([
    ['in', undefined],
    ['out', child.id],
  ])
})

test('a message that did not arrive before a near visit asks for a call, once', async () => {
  const [near, far] = [await bookVisit(clinic, { inHours: 50 }), await bookVisit(clinic, { inHours: 200 })]
  for (const { id } of [near, far]) {
    const messageId = await messageLeaves(clinic, id)
    await clinic.within((trx) => sql`
      update outbound_message set state = 'failed', reason = 'unknown-outcome' where organization_id = ${clinic.organizationId} and id = ${messageId}`.execute(trx)) // prettier-ignore
  }
  expect(await raiseUndelivered(clinic.db, clinic.organizationId)).toBe(1)
  expect(await raiseUndelivered(clinic.db, clinic.organizationId)).toBe(0)
  const { items } = await desk.call('listConversations', { query: { queue: 'undelivered' } })
  expect(items.map(({ reason, owner }) => [reason, owner.kind])).toEqual([['unknown-outcome', 'queue']])
  const params = { id: items[0]?.id ?? '' }
  expect((await desk.call('getConversation', { params })).appointments.map(({ id }) => id)).toEqual([near.id])
  await desk.call('resolveConversation', { params, body: { outcome: 'called' } })
  expect(await raiseUndelivered(clinic.db, clinic.organizationId)).toBe(0)
})
