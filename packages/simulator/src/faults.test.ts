import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Json } from './json.ts'
import {
  ANA,
  approved,
  codeOf,
  hasWritten,
  NUMBER_ID,
  REMINDER,
  reminder,
  startPlatform,
  TOKEN,
  WABA_ID,
  type Platform,
} from './testing/platform.ts'

let platform: Platform
beforeEach(async () => {
  platform = await startPlatform({}, { throughput: 'unlimited', pairLimit: false })
  await hasWritten(platform)
  await platform.sim('POST', 'settle')
})
afterEach(() => platform.stop())

const rules = (...list: Json[]) => platform.sim('POST', 'faults', { rules: list })
const send = (callbackData = 'a-1', to = `+${ANA}`) =>
  platform.send({ to, type: 'text', text: { body: 'Olá' }, biz_opaque_callback_data: callbackData })
const truth = async () => (await platform.sim('GET', 'truth')).body['items'] as Json[]
const names = () => platform.clinic.statuses().map((status) => status['status'])

/** A request that nobody answers: true if it was cut, false if it still hangs after a while. */
async function isCut(): Promise<boolean> {
  const signal = AbortSignal.timeout(300)
  const body = JSON.stringify({ messaging_product: 'whatsapp', to: ANA, type: 'text', text: { body: 'x' } })
  const headers = { authorization: `Bearer ${TOKEN}` }
  try {
    await fetch(`${platform.simulator.url}/v25.0/${NUMBER_ID}/messages`, { method: 'POST', headers, body, signal })
    throw new Error('there was an answer')
  } catch (error) {
    return error instanceof Error && error.name !== 'TimeoutError'
  }
}

test('429 refuses with the code of throughput and a time to wait', async () => {
  await rules({ match: { to: ANA }, effect: '429', count: 1 })
  const answer = await send()
  expect([answer.status, codeOf(answer)]).toEqual([429, 130429])
  expect(await truth()).toEqual([expect.objectContaining({ accepted: false, fault: '429', callbackData: 'a-1' })])
  expect((await send('a-2')).status).toBe(200)
})

test('an effect may be given as a number', async () => {
  await rules({ effect: 429, count: 1 }, { effect: 500 })
  expect((await send()).status).toBe(429)
  expect((await send()).status).toBe(500)
})

test('500 refuses, 500-accepted only says so: the message arrives', async () => {
  await rules({ effect: '500', count: 1 }, { effect: '500-accepted', count: 1 })
  expect((await send('a-1')).status).toBe(500)
  expect((await send('a-2')).status).toBe(500)
  await platform.sim('POST', 'settle')
  expect(await truth()).toEqual([
    expect.objectContaining({ accepted: false, callbackData: 'a-1' }),
    expect.objectContaining({ accepted: true, callbackData: 'a-2', wamid: expect.any(String), fault: '500-accepted' }),
  ])
  expect(platform.clinic.statuses()).toEqual([
    expect.objectContaining({ status: 'sent', biz_opaque_callback_data: 'a-2' }),
    expect.objectContaining({ status: 'delivered', biz_opaque_callback_data: 'a-2' }),
  ])
})

test.each([
  ['hang', true, false],
  ['hang', false, false],
  ['reset', true, true],
  ['reset', false, true],
])('%s answers nothing, accepted: %s', async (effect, accepted, cut) => {
  await rules({ effect, accepted })
  expect(await isCut()).toBe(cut)
  expect(await truth()).toEqual([expect.objectContaining({ accepted, fault: effect })])
})

test('a lost status never comes, the others do', async () => {
  await rules({ match: { kind: 'delivered' }, effect: 'status-lost' })
  await send()
  await platform.sim('POST', 'clock', { advance: 'P1D' })
  expect(names()).toEqual(['sent'])
})

test('a late status comes a minute and a half later', async () => {
  await rules({ match: { kind: 'sent' }, effect: 'status-late' })
  await send()
  await platform.sim('POST', 'clock', { advance: 'PT89S' })
  expect(names()).toEqual(['delivered'])
  await platform.sim('POST', 'clock', { advance: 'PT1S' })
  expect(names()).toEqual(['delivered', 'sent'])
})

test('duplicates are the same update again, taps too', async () => {
  await rules({ effect: 'duplicate' })
  await send()
  await platform.sim('POST', `phones/${ANA}/text`, { text: 'oi' })
  await platform.sim('POST', 'settle')
  const texts = platform.clinic.messages().slice(1).map((message) => JSON.stringify(message)) // prettier-ignore
  expect(texts.length).toBeGreaterThan(1)
  expect(new Set(texts).size).toBe(1)
})

test('shuffled updates all come, in another order', async () => {
  await rules({ effect: 'shuffle' })
  for (let one = 0; one < 30; one += 1) await send(`a-${one}`)
  await platform.sim('POST', 'settle')
  const order = platform.clinic
    .statuses()
    .map((status) => `${String(status['biz_opaque_callback_data'])} ${String(status['status'])}`)
  const inOrder = Array.from({ length: 30 }, (_, one) => [`a-${one} sent`, `a-${one} delivered`]).flat()
  expect(order).not.toEqual(inOrder)
  expect(order.toSorted()).toEqual(inOrder.toSorted())
})

test('a share hits about that part, the same ones for the same seed', async () => {
  const hit = async () => {
    await platform.sim('POST', 'reset', { seed: 11 })
    await rules({ effect: '500', share: 0.3 })
    const answers = []
    for (let one = 0; one < 100; one += 1) answers.push((await send()).status)
    return answers.map((status, at) => (status === 500 ? at : -1)).filter((at) => at >= 0)
  }
  const first = await hit()
  expect(first.length).toBeGreaterThan(15)
  expect(first.length).toBeLessThan(50)
  expect(await hit()).toEqual(first)
})

test('a rule for one phone or kind leaves the others alone', async () => {
  await rules({ match: { to: `+${ANA}`, kind: 'template' }, effect: '500' })
  expect((await send()).status).toBe(200)
  await rules({ match: { to: ANA }, effect: '500' })
  expect((await send()).status).toBe(500)
  expect((await send('a-2', '+5511900000001')).status).toBe(200)
})

test('an unknown effect is refused with those that there are', async () => {
  const answer = await rules({ effect: 'explode' })
  expect(answer).toMatchObject({ status: 400, body: { error: { message: expect.stringContaining('500-accepted') } } })
})

test('reset empties chats, faults and truth, and keeps what was set up', async () => {
  await approved(platform)
  await platform.sim('PUT', `phones/${ANA}`, { name: 'Ana Souza' })
  await rules({ effect: '500-accepted' })
  await send()
  await platform.sim('POST', 'settle')
  const [before] = await truth()
  await platform.sim('POST', 'reset', { seed: 5 })
  expect(await truth()).toEqual([])
  expect(await platform.received()).toEqual([])
  expect((await platform.sim('GET', `phones/${ANA}`)).body).toMatchObject({ name: 'Ana Souza' })
  expect((await platform.send(reminder())).status).toBe(200)
  const [after] = await truth()
  expect(after?.['wamid']).not.toBe(before?.['wamid'])
  expect(after?.['seq']).toBe(2)
})

test('reset closes the window', async () => {
  await platform.sim('POST', 'reset', {})
  await send()
  await platform.sim('POST', 'settle')
  expect(names()).toEqual(['failed'])
})

test('a review under way survives a reset', async () => {
  await platform.stop()
  platform = await startPlatform({ templateReviewMs: 60_000 })
  await platform.graph('POST', `${WABA_ID}/message_templates`, REMINDER)
  await platform.sim('POST', 'reset', {})
  await platform.sim('POST', 'clock', { advance: 'PT1M' })
  expect((await platform.send(reminder())).status).toBe(200)
})

test('reset of everything forgets phones and templates too', async () => {
  await approved(platform)
  await platform.sim('PUT', `phones/${ANA}`, { name: 'Ana Souza' })
  await platform.sim('POST', 'reset', { everything: true })
  expect((await platform.sim('GET', 'phones')).body['items']).toEqual([])
  expect((await platform.send(reminder())).status).toBe(404)
})
