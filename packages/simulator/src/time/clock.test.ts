import { afterEach, expect, test } from 'vitest'
import { ANA, approved, reminder, startPlatform, type Platform } from '../testing/platform.ts'
import { Agenda } from './agenda.ts'
import { durationMs } from './clock.ts'
import { seeded } from '../random.ts'

let platform: Platform | undefined
afterEach(async () => {
  await platform?.stop()
  platform = undefined
})

test.each([
  ['PT46H', 46 * 3_600_000],
  ['P1DT2H3M4.5S', 93_784_500],
  ['P2W', 14 * 86_400_000],
  ['-PT1M', -60_000],
])('%s is a duration', (text, ms) => expect(durationMs(text)).toBe(ms))

test.each(['', 'P', 'PT', '46H', 'P1Y', 'P1D2H'])('"%s" is none', (text) => expect(durationMs(text)).toBeUndefined())

test('an agenda gives back by due time, and in order of entry where they are equal', () => {
  const agenda = new Agenda()
  const random = seeded(3)
  const seen: [number, number][] = []
  const entries = Array.from({ length: 500 }, (_, at) => [Math.floor(random() * 40), at] as [number, number])
  for (const entry of entries) agenda.add(entry[0], () => seen.push(entry))
  for (let run = agenda.takeDue(99); run; run = agenda.takeDue(99)) run()
  expect(seen).toEqual(entries.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]))
  expect(agenda.takeDue(99)).toBeUndefined()
})

test('nothing due later than asked runs', () => {
  const agenda = new Agenda()
  agenda.add(10, () => undefined)
  expect(agenda.takeDue(9)).toBeUndefined()
  expect(agenda.nextDue()).toBe(10)
})

test('stepping runs everything on the way at its own time, and knows what is next', async () => {
  const here = await startPlatform()
  platform = here
  await approved(here)
  await here.sim('PUT', `phones/${ANA}/persona`, { name: 'confirms', sentMs: [1000, 1000], deliveredMs: [2000, 2000], readMs: [60_000, 60_000], answer: { afterMs: [60_000, 60_000], tap: 0 } }) // prettier-ignore
  await here.send(reminder())
  expect((await here.sim('GET', 'due')).body).toMatchObject({
    now: '2026-11-23T12:00:00.000Z',
    next: '2026-11-23T12:00:01.000Z',
  })
  const { body } = await here.sim('POST', 'clock', { to: '2026-11-24T12:00:00Z' })
  expect(body).toMatchObject({ now: '2026-11-24T12:00:00.000Z', undelivered: 0 })
  const start = Date.parse('2026-11-23T12:00:00Z') / 1000
  const times = here.clinic.statuses().map((status) => [status['status'], Number(status['timestamp']) - start])
  expect(times).toEqual([['sent', 1], ['delivered', 3], ['read', 63]]) // prettier-ignore
  expect(here.clinic.messages()).toEqual([expect.objectContaining({ timestamp: String(start + 123) })])
  expect((await here.sim('GET', 'due')).body['next']).toBeNull()
})

test('a real clock can be moved ahead and then runs on', async () => {
  const here = await startPlatform({ clock: 'real', now: '2026-11-23T12:00:00Z' })
  platform = here
  await here.sim('POST', 'clock', { advance: 'PT46H' })
  const first = Date.parse(String((await here.sim('GET', 'clock')).body['now']))
  await new Promise((resolve) => setTimeout(resolve, 30))
  const second = Date.parse(String((await here.sim('GET', 'clock')).body['now']))
  expect(first).toBeGreaterThanOrEqual(Date.parse('2026-11-25T10:00:00Z'))
  expect(second - first).toBeGreaterThanOrEqual(25)
  expect(second - first).toBeLessThan(5000)
})

test('a real clock can be held where it was moved to, until it is moved without holding', async () => {
  const here = await startPlatform({ clock: 'real', now: '2026-11-23T12:00:00Z' })
  platform = here
  const now = async () => (await here.sim('GET', 'clock')).body['now']
  await here.sim('POST', 'clock', { to: '2026-11-25T10:00:00Z', hold: true })
  await here.sim('POST', 'settle')
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(await now()).toBe('2026-11-25T10:00:00.000Z')
  await here.sim('POST', `phones/${ANA}/text`, { text: 'oi' })
  await here.clinic.until(() => here.clinic.messages().length === 1)
  await here.sim('POST', 'clock', { advance: 'PT0S' })
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(await now()).not.toBe('2026-11-25T10:00:00.000Z')
})

test('a clock that is set jumps without running what lies between', async () => {
  const here = await startPlatform()
  platform = here
  const { body } = await here.sim('POST', 'clock', { now: '2027-01-01T00:00:00Z' })
  expect(body).toMatchObject({ now: '2027-01-01T00:00:00.000Z', ran: 0 })
})

test.each([{}, { advance: 'soon' }, { advance: '-PT1H' }, { to: 'tomorrow' }])('%j moves no clock', async (body) => {
  const here = await startPlatform()
  platform = here
  expect((await here.sim('POST', 'clock', body)).status).toBe(400)
})
