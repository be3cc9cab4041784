import { expect, test } from 'vitest'
import { withClinic, workday } from './support/clinic.ts'

const clinic = withClinic()
const HEAD =
  'Appointment ID,Patient ID,First name,Last name,Mobile,Date,Time,Duration,Doctor,Service,Language,Consent,Status'
const row = (
  id: string,
  phone: string,
  date: string,
  time: string,
  over: { status?: string; duration?: number } = {},
) =>
  `${id},P-${id},Rosa,Teixeira,${phone},${date},${time},${over.duration ?? 30},Dra. Helena Prado,Consultation,en,yes,${over.status ?? 'booked'}`
const inSaoPaulo = 'source=desk&site=S%C3%A3o%20Paulo'

type Visit = { id: string; status: string; confirmation: string; startLocal: string }
const visitOf = async (id: string) => (await clinic.api<Visit>('GET', `/api/v1/sources/desk/appointments/${id}`)).body
const later = async (minutes: number) =>
  clinic.clockTo(new Date((await clinic.now()).getTime() + minutes * 60_000).toISOString())
/** Noon in São Paulo, so that nothing waits for a decent hour. */
const atNoon = async () => {
  const now = await clinic.now()
  const noon = new Date(`${now.toISOString().slice(0, 10)}T15:00:00Z`)
  await clinic.clockTo((noon > now ? noon : new Date(noon.getTime() + 86_400_000)).toISOString())
}

test('a visit that the desk moves: the patient hears of the new time once, taps Confirm, and the book shows it', async () => {
  await atNoon()
  const date = workday(await clinic.now(), 6)
  await clinic.importCsv([HEAD, row('M1', '+55 11 98765-0101', date, '10:00')], inSaoPaulo)
  const { id } = await visitOf('M1')
  for (const time of ['11:00', '14:00'])
    await clinic.api('POST', `/api/v1/appointments/${id}/move`, { startLocal: `${date}T${time}` })
  const phone = clinic.phone('5511987650101')
  expect(await phone.messages()).toEqual([])
  await later(3)
  const [notice, ...more] = await phone.messages()
  expect(more).toEqual([])
  expect(notice?.text).toContain('Your appointment has been changed')
  expect(notice?.text).toMatch(/2:00|14:00/)
  expect((await phone.tap('Confirm')).text).toContain('confirmed')
  expect(await visitOf('M1')).toMatchObject({ confirmation: 'confirmed', startLocal: `${date}T14:00:00` })
})

test('a visit that the file cancels: the patient is told not to come; what changed in length alone says nothing', async () => {
  await atNoon()
  const date = workday(await clinic.now(), 6)
  const [first, second] = ['+55 11 98765-0111', '+55 11 98765-0112']
  await clinic.importCsv([HEAD, row('F1', first, date, '10:00'), row('F2', second, date, '11:00')], inSaoPaulo)
  const changed = [HEAD, row('F1', first, date, '10:00', { status: 'cancelled' }), row('F2', second, date, '11:00', { duration: 45 })] // prettier-ignore
  const dry = await clinic.importCsv(changed, `${inSaoPaulo}&dryRun=true`)
  expect(dry.body).toMatchObject({ cancelled: 1, updated: 1, planned: 1 })
  await clinic.importCsv(changed, inSaoPaulo)
  await later(11)
  expect((await clinic.phone('5511987650111').last()).text).toContain('has been cancelled')
  expect(await clinic.phone('5511987650112').messages()).toEqual([])
})

test('a booking in place of a cancelled one is one change: the patient hears of the new time alone', async () => {
  await atNoon()
  const date = workday(await clinic.now(), 6)
  const same = (id: string, time: string, status = 'booked') =>
    row(id, '+55 11 98765-0121', date, time, { status }).replace(`P-${id}`, 'P-R')
  await clinic.importCsv([HEAD, same('R1', '10:00')], inSaoPaulo)
  await clinic.importCsv([HEAD, same('R1', '10:00', 'cancelled'), same('R2', '15:00')], inSaoPaulo)
  await later(11)
  const messages = await clinic.phone('5511987650121').messages()
  expect(messages).toHaveLength(1)
  expect(messages[0]?.text).toContain('Your appointment has been changed')
})

test('what the patient cancelled in the chat is not told again when the file shows it', async () => {
  await atNoon()
  const date = workday(await clinic.now(), 4)
  const phone = clinic.phone('5511987650131')
  await clinic.importCsv([HEAD, row('P1', '+55 11 98765-0131', date, '10:00')], inSaoPaulo)
  await clinic.clockTo(new Date(Date.parse(`${date}T10:00:00-03:00`) - 47.9 * 3_600_000).toISOString())
  await phone.tap('Cancel')
  const told = (await phone.messages()).length
  await clinic.importCsv([HEAD, row('P1', '+55 11 98765-0131', date, '10:00', { status: 'cancelled' })], inSaoPaulo)
  await later(20)
  expect(await phone.messages()).toHaveLength(told)
})

test('who wants a time that nobody can offer is shown to staff with the visit and their own words, until the visit is moved', async () => {
  await atNoon()
  const date = workday(await clinic.now(), 4)
  const phone = clinic.phone('5511987650141')
  const file = row('W1', '+55 11 98765-0141', date, '10:00').replace('Dra. Helena Prado', 'Dr. Without Hours')
  await clinic.importCsv([HEAD, file], inSaoPaulo)
  const { id } = await visitOf('W1')
  await clinic.clockTo(new Date(Date.parse(`${date}T10:00:00-03:00`) - 47.9 * 3_600_000).toISOString())
  await phone.tap('Reschedule')
  await phone.write('any day after five, but not on Friday')
  type Wish = { appointmentId: string; words?: string }
  const wishes = async () =>
    (await clinic.api<{ items: { wish?: Wish }[] }>('GET', '/api/v1/conversations?queue=scheduling')).body.items.map(({ wish }) => wish) // prettier-ignore
  expect(await wishes()).toEqual([expect.objectContaining({ appointmentId: id, date, words: 'any day after five, but not on Friday' })]) // prettier-ignore
  await clinic.api('POST', `/api/v1/appointments/${id}/move`, { startLocal: `${date}T17:30` })
  expect(await wishes()).toEqual([undefined])
  await later(3)
  expect((await phone.last()).text).toContain('Your appointment has been changed')
})

test('so many changes at once are told to nobody until a person has looked and released the brake', async () => {
  await atNoon()
  const date = workday(await clinic.now(), 6)
  const place = 'source=many&site=S%C3%A3o%20Paulo'
  const book = (time: string) =>
    Array.from({ length: 25 }, (_, index) =>
      row(`Q${index}`, `+55 11 98766-${String(1000 + index)}`, date, time).replace('Dra. Helena Prado', `Dr. ${index}`),
    )
  await clinic.importCsv([HEAD, ...book('10:00')], place)
  type Report = { id: string; brakes: { kind: string; count: number }[]; planned: number }
  const dry = await clinic.importCsv<Report>([HEAD, ...book('11:00')], `${place}&dryRun=true`)
  expect(dry.body).toMatchObject({ brakes: [{ kind: 'news', count: 25 }] })
  const done = await clinic.api<Report>('POST', `/api/v1/imports/${dry.body.id}/commit`, { releaseBrake: true })
  expect(done.body).toMatchObject({ brakes: [] })
  await later(11)
  expect((await clinic.phone('5511987661003').last()).text).toContain('Your appointment has been changed')
})
