import { expect, test } from 'vitest'
import { senderFrom } from '../senders.ts'
import { ANA, approved, reminder, startPlatform } from '../testing/platform.ts'
import { pricingTypeOf } from './pricing.ts'

const clinic = () =>
  senderFrom({ phoneNumberId: '1', wabaId: '2', displayPhoneNumber: '55' }, 'token', {
    url: '',
    appSecret: '',
    verifyToken: '',
  })
const at = (text: string) => Date.parse(text)

test('a number has 1,000 free service messages a month, and the next month begins anew', () => {
  const sender = clinic()
  const types = Array.from({ length: 1001 }, () => pricingTypeOf(sender, 'service', true, at('2026-11-23T12:00:00Z')))
  expect(types.slice(0, 1000).every((type) => type === 'free_customer_service')).toBe(true)
  expect(types[1000]).toBe('regular')
  expect(pricingTypeOf(sender, 'service', true, at('2026-12-01T00:00:00Z'))).toBe('free_customer_service')
})

test('templates do not use up the free ones', () => {
  const sender = clinic()
  for (let one = 0; one < 2000; one += 1) pricingTypeOf(sender, 'utility', false, at('2026-11-23T12:00:00Z'))
  expect(pricingTypeOf(sender, 'service', true, at('2026-11-23T12:00:00Z'))).toBe('free_customer_service')
})

test.each([
  ['utility', true, '2026-09-30T23:59:59Z', 'free_customer_service'],
  ['utility', false, '2026-09-30T23:59:59Z', 'regular'],
  ['utility', true, '2026-10-01T00:00:00Z', 'regular'],
  ['marketing', true, '2026-09-30T23:59:59Z', 'regular'],
] as const)('%s in the window %s at %s: %s', (category, isInWindow, instant, type) => {
  expect(pricingTypeOf(clinic(), category, isInWindow, at(instant))).toBe(type)
})

test('the bill counts what was delivered, by country of the recipient', async () => {
  const platform = await startPlatform()
  await approved(platform)
  for (const to of [`+${ANA}`, '+5511900000001', '+34600000001']) await platform.send({ ...reminder(), to })
  await platform.sim('PUT', 'phones/34600000002/persona', { name: 'not-on-whatsapp' })
  await platform.send({ ...reminder(), to: '+34600000002' })
  await platform.sim('POST', 'clock', { advance: 'PT1M' })
  const { body } = await platform.sim('GET', 'bill')
  await platform.stop()
  expect(body['lines']).toEqual([
    expect.objectContaining({
      country: 'BR',
      category: 'utility',
      pricingType: 'regular',
      month: '2026-11',
      volume: 2,
      costUsd: 0.0136,
    }),
    expect.objectContaining({ country: 'ES', volume: 1, costUsd: 0.02 }),
  ])
})
