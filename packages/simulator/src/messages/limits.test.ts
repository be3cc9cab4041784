import { afterEach, expect, test } from 'vitest'
import {
  ANA,
  approved,
  codeOf,
  NUMBER_ID,
  reminder,
  startPlatform,
  WABA_ID,
  type Platform,
} from '../testing/platform.ts'

let platform: Platform
afterEach(() => platform.stop())

async function sendMany(count: number, to: (at: number) => string): Promise<number[]> {
  const answers = await Promise.all(
    Array.from({ length: count }, (_, at) => platform.send({ ...reminder(), to: to(at) })),
  )
  return answers.map(codeOf)
}

test('one patient gets 45 messages at once, then one every six seconds', async () => {
  platform = await startPlatform({}, { throughput: 'unlimited' })
  await approved(platform)
  const codes = await sendMany(50, () => `+${ANA}`)
  expect(codes.filter((code) => code === 0)).toHaveLength(45)
  expect(codes.filter((code) => code === 131056)).toHaveLength(5)
  await platform.sim('POST', 'clock', { advance: 'PT6S' })
  expect(await sendMany(2, () => `+${ANA}`)).toEqual([0, 131056])
  expect(await sendMany(1, () => '+5511900000001')).toEqual([0])
})

test('a number sends as many messages a second as it may', async () => {
  platform = await startPlatform({}, { throughput: 20 })
  await approved(platform)
  const codes = await sendMany(60, (at) => `+55119000000${String(at).padStart(2, '0')}`)
  expect(codes).toContain(130429)
  expect(codes.filter((code) => code === 0).length).toBeGreaterThanOrEqual(20)
  await platform.sim('PUT', `numbers/${NUMBER_ID}`, { throughput: 'unlimited' })
  expect(await sendMany(60, (at) => `+55119000001${String(at).padStart(2, '0')}`)).not.toContain(130429)
})

test('limits may be taken off a number while it runs', async () => {
  platform = await startPlatform()
  await approved(platform)
  const { body } = await platform.sim('PUT', `numbers/${NUMBER_ID}`, {
    throughput: 'unlimited',
    pairLimit: false,
    tier: 'TIER_10K',
  })
  expect(body).toMatchObject({ throughput: 'unlimited', pairLimit: false, tier: 'TIER_10K' })
  expect(new Set(await sendMany(100, () => `+${ANA}`))).toEqual(new Set([0]))
  await platform.sim('POST', 'settle')
  const told = platform.clinic.values().find((value) => value['field'] === 'business_capability_update')
  expect(told).toMatchObject({ max_daily_conversations_per_business: 10_000 })
})

test('too many management calls in an hour are refused until the next one', async () => {
  platform = await startPlatform()
  await platform.sim('PUT', `numbers/${NUMBER_ID}`, { managementCallsAnHour: 2 })
  const call = () => platform.graph('GET', `${WABA_ID}/message_templates`)
  expect([codeOf(await call()), codeOf(await call()), codeOf(await call())]).toEqual([0, 0, 80007])
  await platform.sim('POST', 'clock', { advance: 'PT1H' })
  expect(codeOf(await call())).toBe(0)
})

test.each([
  ['unregistered', 133010, 400],
  ['blocked', 368, 403],
  ['locked', 131031, 403],
  ['maintenance', 131057, 500],
  ['deleted', 33, 400],
  ['token-expired', 190, 401],
])('a number that is %s refuses every message', async (state, code, http) => {
  platform = await startPlatform()
  await approved(platform)
  await platform.sim('PUT', `numbers/${NUMBER_ID}`, { state })
  const answer = await platform.send(reminder())
  expect([codeOf(answer), answer.status]).toEqual([code, http])
  await platform.sim('PUT', `numbers/${NUMBER_ID}`, { state: 'ok' })
  expect((await platform.send(reminder())).status).toBe(200)
})

test('an account that is punished for misclassified templates sends so many utility messages in 24 hours', async () => {
  platform = await startPlatform()
  await approved(platform)
  await platform.sim('PUT', `numbers/${NUMBER_ID}`, { utilityCapADay: 2 })
  expect(await sendMany(3, () => `+${ANA}`)).toEqual([0, 0, 131064])
  const told = platform.clinic.values().find((value) => value['field'] === 'account_update')
  expect(told).toMatchObject({
    event: 'ACCOUNT_RESTRICTION',
    restriction_info: [{ restriction_type: 'RATE_LIMITED_UTILITY_TEMPLATE_MESSAGING' }],
  })
  await platform.sim('POST', 'clock', { advance: 'PT24H' })
  expect(await sendMany(1, () => `+${ANA}`)).toEqual([0])
})

test('a test number sends to its list only', async () => {
  platform = await startPlatform()
  await approved(platform)
  await platform.sim('PUT', `numbers/${NUMBER_ID}`, { testRecipients: [`+${ANA}`] })
  expect(await sendMany(1, () => `+${ANA}`)).toEqual([0])
  expect(await sendMany(1, () => '+5511900000001')).toEqual([131030])
})

test('a number tells its quality, throughput and limit', async () => {
  platform = await startPlatform()
  const fields = 'quality_rating,throughput,whatsapp_business_manager_messaging_limit,name_status,health_status'
  expect((await platform.graph('GET', `${NUMBER_ID}?fields=${fields}`)).body).toMatchObject({
    id: NUMBER_ID,
    quality_rating: 'GREEN',
    throughput: { level: 'STANDARD' },
    whatsapp_business_manager_messaging_limit: 'TIER_250',
    name_status: 'APPROVED',
    health_status: { can_send_message: 'AVAILABLE' },
  })
  expect((await platform.graph('GET', `${WABA_ID}/phone_numbers`)).body).toMatchObject({
    data: [{ id: NUMBER_ID, display_phone_number: '551140000001' }],
  })
})

test('two businesses have their own numbers, tokens and templates', async () => {
  platform = await startPlatform()
  const other = {
    phoneNumberId: '7',
    wabaId: '8',
    displayPhoneNumber: '+34 600 000 000',
    accessToken: 'theirs',
    businessId: '9',
  }
  await platform.sim('POST', 'numbers', other)
  await approved(platform)
  const message = { messaging_product: 'whatsapp', to: `+${ANA}`, ...reminder() }
  expect(codeOf(await platform.graph('POST', '7/messages', message, 'theirs'))).toBe(132001)
  expect(codeOf(await platform.graph('POST', `${NUMBER_ID}/messages`, message, 'theirs'))).toBe(100)
  expect((await platform.graph('GET', '8/message_templates', undefined, 'theirs')).body).toEqual({ data: [] })
  expect(codeOf(await platform.graph('GET', `${WABA_ID}/message_templates`, undefined, 'theirs'))).toBe(100)
})
