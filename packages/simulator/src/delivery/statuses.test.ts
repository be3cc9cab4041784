import { afterEach, expect, test } from 'vitest'
import type { Json } from '../json.ts'
import { objectsAt, textAt } from '../json.ts'
import { APP_SECRET, startClinic, VERIFY_TOKEN } from '../testing/clinic.ts'
import { ANA, approved, hasWritten, NUMBER_ID, reminder, startPlatform, type Platform } from '../testing/platform.ts'

let platform: Platform
afterEach(() => platform.stop())

const TEXT = { type: 'text', text: { body: 'Até amanhã' } }
const OFFER = {
  name: 'checkup_offer_v1',
  language: 'pt_BR',
  category: 'MARKETING',
  components: [{ type: 'BODY', text: 'Está na hora do seu check-up anual. Marque conosco.' }],
}
const offer = { type: 'template', template: { name: OFFER.name, language: { code: 'pt_BR' } } }

const names = () => platform.clinic.statuses().map((status) => status['status'])
const failureCodes = () =>
  platform.clinic
    .statuses()
    .flatMap((status) => objectsAt(status, 'errors'))
    .map((error) => error['code'])

/** Every way in which an accepted message fails later, and what brings it about. */
const failures: [name: string, code: number, arrange: (platform: Platform) => Promise<unknown>, message: Json][] = [
  ['no payment method', 131042, (p) => p.sim('PUT', `numbers/${NUMBER_ID}`, { paymentMethod: false }), reminder()],
  ['a closed window', 131047, async () => undefined, TEXT],
  ['a window that closed a minute ago', 131047, async (p) => (await hasWritten(p), p.sim('POST', 'clock', { advance: 'PT24H1M' })), TEXT],
  ['a number that is not on WhatsApp', 131026, (p) => p.sim('PUT', `phones/${ANA}/persona`, { name: 'not-on-whatsapp' }), reminder()],
  ['a user who blocked the clinic', 131026, (p) => p.sim('POST', `phones/${ANA}/block`, {}), reminder()],
  ['another SIM than before', 137000, async () => undefined, { ...reminder(), recipient_identity_key_hash: 'older' }],
  ['a user who stopped marketing', 131050, (p) => p.sim('POST', `phones/${ANA}/marketing`, { stopped: true }), offer],
  ['marketing to the USA', 131049, async () => undefined, { ...offer, to: '+14155550123' }],
  ['a third offer in one day', 131049, async (p) => (await p.send(offer), p.send(offer)), offer],
] // prettier-ignore

test.each(failures)('%s lets an accepted message fail later', async (_, code, arrange, message) => {
  platform = await startPlatform()
  await approved(platform)
  await approved(platform, OFFER)
  await arrange(platform)
  const answer = await platform.send({ ...message, biz_opaque_callback_data: 'attempt-1' })
  await platform.sim('POST', 'clock', { advance: 'PT1M' })

  expect(answer.status).toBe(200)
  const mine = platform.clinic.statuses().filter((status) => status['biz_opaque_callback_data'] === 'attempt-1')
  expect(mine).toHaveLength(1)
  expect(mine[0]).toMatchObject({
    status: 'failed',
    errors: [{ code, title: expect.any(String), error_data: { details: expect.any(String) } }],
  })
})

test('more people in 24 hours than the tier allows: the next one fails, those who wrote do not count', async () => {
  platform = await startPlatform({}, { throughput: 'unlimited' })
  await approved(platform)
  await hasWritten(platform)
  await platform.send(reminder())
  for (let person = 0; person < 251; person += 1)
    await platform.send({ ...reminder(), to: `+55119600${String(person).padStart(5, '0')}` })
  await platform.sim('POST', 'settle')

  expect(failureCodes()).toEqual([131048])
  await platform.sim('POST', 'clock', { advance: 'PT24H1M' })
  await platform.send({ ...reminder(), to: '+5511960099999' })
  await platform.sim('POST', 'settle')
  expect(failureCodes()).toEqual([131048])
})

test('the window is open for 24 hours after the patient wrote', async () => {
  platform = await startPlatform()
  await hasWritten(platform)
  await platform.sim('POST', 'clock', { advance: 'PT23H59M' })
  await platform.send(TEXT)
  await platform.sim('POST', 'settle')
  expect(names()).toEqual(['sent', 'delivered'])
})

test.each([
  [
    'a template out of the window',
    '2026-11-23T12:00:00Z',
    false,
    reminder(),
    { billable: true, type: 'regular', category: 'utility' },
  ],
  [
    'a template in the window since October 2026',
    '2026-11-23T12:00:00Z',
    true,
    reminder(),
    { billable: true, type: 'regular', category: 'utility' },
  ],
  [
    'a template in the window before',
    '2026-09-23T12:00:00Z',
    true,
    reminder(),
    { billable: false, type: 'free_customer_service', category: 'utility' },
  ],
  [
    'a text before October 2026',
    '2026-09-23T12:00:00Z',
    true,
    TEXT,
    { billable: false, type: 'free_customer_service', category: 'service' },
  ],
  [
    'one of the first 1,000 texts of a month',
    '2026-11-23T12:00:00Z',
    true,
    TEXT,
    { billable: false, type: 'free_customer_service', category: 'service' },
  ],
])('%s has its price', async (_, now, isInWindow, message, pricing) => {
  platform = await startPlatform({ now })
  await approved(platform)
  if (isInWindow) await hasWritten(platform)
  await platform.send(message)
  await platform.sim('POST', 'settle')
  expect(platform.clinic.statuses()[0]).toMatchObject({ status: 'sent', pricing: { pricing_model: 'PMP', ...pricing } })
})

test.each([
  [23, true],
  [24, false],
])('webhooks of v%i name the conversation: %s', async (version, isNamed) => {
  const clinic = await startClinic()
  platform = await startPlatform({
    webhook: { url: clinic.url, appSecret: APP_SECRET, verifyToken: VERIFY_TOKEN, version },
  })
  await hasWritten(platform)
  await platform.send(TEXT)
  await platform.sim('POST', 'settle')
  const [sent, delivered] = clinic.statuses()
  await clinic.stop()
  expect(sent && 'conversation' in sent).toBe(isNamed)
  if (isNamed) expect([sent?.['conversation'], delivered?.['conversation']]).toEqual([{ id: expect.any(String), expiration_timestamp: expect.any(String), origin: { type: 'service' } }, { id: expect.any(String), origin: { type: 'service' } }]) // prettier-ignore
})

test('statuses come with the business-scoped user id, and failed ones without contacts', async () => {
  platform = await startPlatform()
  await platform.sim('PUT', `phones/${ANA}`, { name: 'Ana Souza' })
  await hasWritten(platform)
  await platform.send(TEXT)
  await platform.send({ ...TEXT, to: '+5511900000009' })
  await platform.sim('POST', 'settle')
  const userId = textAt(platform.clinic.statuses()[0] ?? {}, 'recipient_user_id')
  expect(userId).toMatch(/^BR\.\d{20}$/)
  const contacts = platform.clinic.values().flatMap((value) => objectsAt(value, 'contacts'))
  expect(contacts).toContainEqual({ profile: { name: 'Ana Souza' }, wa_id: ANA, user_id: userId })
  expect(JSON.stringify(contacts)).not.toContain('5511900000009')
})

test('a message to a user id shows no number in its answer and statuses', async () => {
  platform = await startPlatform()
  await hasWritten(platform)
  await platform.sim('POST', 'settle')
  const userId = textAt(platform.clinic.messages()[0] ?? {}, 'from_user_id')
  const answer = await platform.send({ ...TEXT, to: undefined, recipient: userId })
  await platform.sim('POST', 'settle')
  expect(answer.body).toMatchObject({ contacts: [{ input: userId, user_id: userId }] })
  expect(JSON.stringify(answer.body)).not.toContain('wa_id')
  expect(platform.clinic.statuses()[0]).toMatchObject({ recipient_user_id: userId })
  expect(platform.clinic.statuses()[0]).not.toHaveProperty('recipient_id')
})
