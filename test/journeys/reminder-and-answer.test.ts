import { describe, expect, test } from 'vitest'
import { until, withClinic, workday } from './support/clinic.ts'

const clinic = withClinic()
const HEAD = 'Appointment ID,Patient ID,First name,Last name,Mobile,Date,Time,Duration,Doctor,Service,Language,Consent'
const row = (
  id: string,
  phone: string,
  date: string,
  time: string,
  over: { given?: string; consent?: string; language?: string } = {},
) =>
  `${id},P-${id},${over.given ?? 'Rosa'},Teixeira,${phone},${date},${time},30,Dra. Helena Prado,Consultation,${over.language ?? 'en'},${over.consent ?? 'yes'}`

type Appointment = {
  id: string
  version: number
  status: string
  confirmation: string
  startLocal: string
  pending: { field: string; value: string }[]
}
const visitOf = async (id: string) =>
  (await clinic.api<Appointment>('GET', `/api/v1/sources/desk/appointments/${id}`)).body
const inSaoPaulo = 'source=desk&site=S%C3%A3o%20Paulo'
/** São Paulo is three hours behind UTC all year. */
const utc = (date: string, time: string, hoursBefore = 0) =>
  new Date(Date.parse(`${date}T${time}:00-03:00`) - hoursBefore * 3_600_000).toISOString()

describe('an appointment file in, a reminder out, the answer back, the book changed', () => {
  test('a file is looked at without changing anything, then imported, and the same file again changes nothing', async () => {
    const date = workday(await clinic.now(), 4)
    const file = [
      HEAD,
      row('A1', '+55 11 98765-0001', date, '10:00'),
      row('A2', '', date, '11:00'),
      row('A3', '+55 11 98765-0003', date, '12:00', { consent: 'no' }),
    ]
    const dry = await clinic.importCsv(file, `${inSaoPaulo}&dryRun=true`)
    expect(dry.body).toMatchObject({ rows: 3, created: 3, planned: 2 })
    expect((await clinic.api('GET', '/api/v1/sources/desk/appointments/A1')).status).toBe(404)
    const committed = await clinic.importCsv(file, inSaoPaulo)
    expect(committed.body).toMatchObject({ rows: 3, created: 3, planned: 2 })
    expect(Object.fromEntries(committed.body.notPlanned.map((n) => [n.reason, n.count]))).toMatchObject({
      'no-consent': 2,
      'no-contact-point': 2,
    })
    expect((await clinic.importCsv(file, inSaoPaulo)).body).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 3,
      planned: 0,
    })
  })

  test('48 hours before the visit the patient is asked, taps Confirm, and the book shows it', async () => {
    const date = workday(await clinic.now(), 4)
    await clinic.importCsv([HEAD, row('B1', '+55 11 98765-0011', date, '10:00')], inSaoPaulo)
    await clinic.clockTo(utc(date, '10:00', 47.9))
    const phone = clinic.phone('5511987650011')
    const reminder = await phone.last()
    expect(reminder.buttons.map((button) => button.title)).toEqual(['Confirm', 'Reschedule', 'Cancel'])
    expect((await phone.tap('Confirm')).text).toContain('confirmed')
    expect(await visitOf('B1')).toMatchObject({ status: 'booked', confirmation: 'confirmed', version: 1 })
    expect((await phone.tap('Confirm', reminder)).text).toContain('already confirmed')
    await clinic.clockTo(utc(date, '10:00', 1.9))
    expect((await phone.last()).text).toContain('10 minutes early')
    await clinic.clockTo(utc(date, '10:00', -30))
    expect((await phone.last()).template).toContain('follow_up')
  })

  test('who cancels can take it back for a quarter of an hour, and staff see what to enter', async () => {
    const date = workday(await clinic.now(), 4)
    await clinic.importCsv([HEAD, row('C1', '+55 11 98765-0021', date, '10:00')], inSaoPaulo)
    await clinic.clockTo(utc(date, '10:00', 47.9))
    const phone = clinic.phone('5511987650021')
    const receipt = await phone.tap('Cancel')
    expect(await visitOf('C1')).toMatchObject({
      status: 'cancelled',
      pending: [{ field: 'status', value: 'cancelled' }],
    })
    await phone.tap('Undo', receipt)
    expect(await visitOf('C1')).toMatchObject({ status: 'booked', confirmation: 'confirmed', pending: [] })
  })

  test("who moves keeps the old time until the new one is won, and tomorrow's export does not undo it", async () => {
    const date = workday(await clinic.now(), 4)
    const file = [HEAD, row('D1', '+55 11 98765-0031', date, '10:30')]
    await clinic.importCsv(file, inSaoPaulo)
    await clinic.clockTo(utc(date, '10:30', 47.9))
    const phone = clinic.phone('5511987650031')
    const offer = await phone.tap('Reschedule')
    expect(await visitOf('D1')).toMatchObject({ startLocal: `${date}T10:30:00`, confirmation: 'reschedule-requested' })
    await phone.tap(offer.buttons[0]?.title ?? '', offer)
    const moved = await visitOf('D1')
    expect(moved.startLocal).not.toBe(`${date}T10:30:00`)
    expect(moved.pending).toEqual([{ field: 'start', value: moved.startLocal }])
    expect((await clinic.importCsv(file, inSaoPaulo)).body).toMatchObject({ unchanged: 1, updated: 0 })
    expect((await visitOf('D1')).startLocal).toBe(moved.startLocal)
    const [newDate = '', newTime = ''] = moved.startLocal.split('T')
    await clinic.importCsv([HEAD, row('D1', '+55 11 98765-0031', newDate, newTime.slice(0, 5))], inSaoPaulo)
    expect(await visitOf('D1')).toMatchObject({ startLocal: moved.startLocal, pending: [], version: moved.version })
  })

  test('STOP is answered once, withdraws what was planned, and START brings it back', async () => {
    const date = workday(await clinic.now(), 4)
    await clinic.importCsv([HEAD, row('E1', '+55 11 98765-0041', date, '10:00')], inSaoPaulo)
    await clinic.clockTo(utc(date, '10:00', 47.9))
    const phone = clinic.phone('5511987650041')
    expect((await phone.write('STOP')).text).toContain('no more messages')
    await clinic.clockTo(utc(date, '10:00', 1.9))
    expect((await phone.messages()).length).toBe(2)
    await phone.write('START')
    await clinic.clockTo(utc(date, '10:00', 1.8))
    expect((await phone.messages()).length).toBe(3)
  })

  test('what the bot does not understand reaches a person, with one word to the patient', async () => {
    const phone = clinic.phone('5511987650011')
    const waiting = async () =>
      (await clinic.api<{ items: unknown[] }>('GET', '/api/v1/conversations?queue=unanswered')).body.items
    const answer = await phone.write('Can I bring my grandmother along?')
    expect(answer.text).toContain('A person at the clinic')
    await until(async () => (await waiting()).length > 0)
    expect(await waiting()).toHaveLength(1)
  })
})
