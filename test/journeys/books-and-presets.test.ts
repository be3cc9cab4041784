import { describe, expect, test } from 'vitest'
import { withClinic, workday } from './support/clinic.ts'

const clinic = withClinic()
const HEAD = 'Appointment ID,Patient ID,First name,Mobile,Date,Time,Duration,Doctor,Status,Language,Consent'
type Row = {
  id: string
  patient?: string
  given?: string
  phone?: string
  date: string
  time: string
  minutes?: number
  status?: string
}
const row = ({
  id,
  patient = id,
  given = 'Ann',
  phone = '+55 11 97654-1001',
  date,
  time,
  minutes = 30,
  status = 'booked',
}: Row) => [id, patient, given, phone, date, time, minutes, 'Dra. Helena Prado', status, 'en', 'yes'].join(',')
const at = (source: string) => `source=${source}&site=S%C3%A3o%20Paulo`
const utc = (date: string, time: string, hoursBefore = 0) =>
  new Date(Date.parse(`${date}T${time}:00-03:00`) - hoursBefore * 3_600_000).toISOString()

type Visit = { id: string; version: number; status: string; startLocal: string }
type Touches = { touches: { step: string; state: string; reason?: string; version: number }[] }
const visitOf = async (source: string, id: string) =>
  (await clinic.api<Visit>('GET', `/api/v1/sources/${source}/appointments/${id}`)).body
const touchesOf = async (source: string, id: string) =>
  (await clinic.api<Touches>('GET', `/api/v1/appointments/${(await visitOf(source, id)).id}/timeline`)).body.touches

describe('the book of a source', () => {
  test('a moved visit is told and reminded of its new time only, a longer one of nothing new', async () => {
    const date = workday(await clinic.now(), 6)
    const later = workday(new Date(`${date}T00:00:00Z`), 1)
    await clinic.importCsv([HEAD, row({ id: 'M1', date, time: '10:00' })], at('moves'))
    expect(
      (await clinic.importCsv([HEAD, row({ id: 'M1', date, time: '10:00', minutes: 45 })], at('moves'))).body,
    ).toMatchObject({ updated: 1, planned: 0 })
    expect(
      (await clinic.importCsv([HEAD, row({ id: 'M1', date: later, time: '11:00', minutes: 45 })], at('moves'))).body,
    ).toMatchObject({ updated: 1, planned: 3 })
    expect(await visitOf('moves', 'M1')).toMatchObject({ version: 2, startLocal: `${later}T11:00:00` })
    const open = (await touchesOf('moves', 'M1')).filter((touch) => touch.state === 'planned')
    expect(open.map((touch) => touch.version)).toEqual([2, 2, 2])
  })

  test('a cancelled row withdraws what was planned, and the patient is told', async () => {
    const date = workday(await clinic.now(), 6)
    await clinic.importCsv([HEAD, row({ id: 'C1', date, time: '12:00' })], at('cancels'))
    expect(
      (await clinic.importCsv([HEAD, row({ id: 'C1', date, time: '12:00', status: 'cancelled' })], at('cancels'))).body,
    ).toMatchObject({ cancelled: 1 })
    expect(
      (await touchesOf('cancels', 'C1')).filter((touch) => touch.state === 'planned').map(({ step }) => step),
    ).toEqual(['cancelled'])
  })

  test('one bad row stops nobody else', async () => {
    const date = workday(await clinic.now(), 6)
    const { body } = await clinic.importCsv(
      [
        HEAD,
        row({ id: 'R1', date, time: '13:00' }),
        row({ id: 'R2', date: '2026-02-31', time: '13:30' }),
        row({ id: 'R3', date, time: '14:00' }),
      ],
      at('rows'),
    )
    expect(body).toMatchObject({ created: 2 })
    expect(body.rejected.map((reject) => reject.line)).toEqual([3])
  })

  test('a commit with an open question is refused and changes nothing; answered, it goes through', async () => {
    const file = [
      HEAD,
      row({ id: 'Q1', date: '05/12/2026', time: '10:00' }),
      row({ id: 'Q2', date: '06/12/2026', time: '10:00' }),
    ]
    const dry = await clinic.importCsv<{ questions: { about: string; options: string[] }[] }>(
      file,
      `${at('asks')}&dryRun=true`,
    )
    expect(dry.body.questions).toHaveLength(1)
    expect((await clinic.importCsv(file, at('asks'))).status).toBe(409)
    expect((await clinic.api('GET', '/api/v1/sources/asks/appointments/Q1')).status).toBe(404)
    const [question] = dry.body.questions
    const answers = encodeURIComponent(
      JSON.stringify({ [question?.about ?? '']: question?.options.find((option) => option.startsWith('DD')) }),
    )
    expect((await clinic.importCsv(file, `${at('asks')}&answers=${answers}`)).body).toMatchObject({ created: 2 })
    expect(await visitOf('asks', 'Q1')).toMatchObject({ startLocal: '2026-12-05T10:00:00' })
  })

  test('one visit over the API follows the rules of the file', async () => {
    const date = workday(await clinic.now(), 6)
    const put = (body: unknown) =>
      clinic.api<{ change: string; version: number }>('PUT', '/api/v1/sources/api/appointments/V1', body)
    const visit = {
      patientExternalId: 'P1',
      given: 'Bob',
      phone: '+5511976542001',
      site: 'São Paulo',
      startLocal: `${date}T15:00`,
      durationMin: 30,
      consent: 'yes',
      language: 'en',
    }
    expect((await put(visit)).body).toMatchObject({ change: 'created', version: 1 })
    expect((await put(visit)).body).toMatchObject({ change: 'unchanged', version: 1 })
    expect((await put({ ...visit, startLocal: `${date}T16:00` })).body).toMatchObject({ change: 'updated', version: 2 })
    expect((await put({ ...visit, startLocal: `${date}T16:00`, status: 'cancelled' })).body).toMatchObject({
      change: 'cancelled',
    })
    const unreachable = await clinic.api('PUT', '/api/v1/sources/api/appointments/V2', { ...visit, phone: 'none' })
    expect(unreachable).toMatchObject({
      status: 200,
      body: { change: 'created', warnings: [{ code: 'phone.invalid' }] },
    })
    const touches = await touchesOf('api', 'V2')
    expect(touches.map(({ state }) => state)).toEqual(['not-planned', 'not-planned', 'not-planned'])
  })
})

describe('presets and households', () => {
  test('a source can be put on the preset of 3 days, 1 day and 2 hours', async () => {
    const date = workday(await clinic.now(), 6)
    await clinic.importCsv([HEAD, row({ id: 'J1', date, time: '10:00', phone: '+55 11 97654-3001' })], at('preset'))
    const sources = (
      await clinic.api<{ items: { id: string; name: string; journey: string }[] }>('GET', '/api/v1/sources')
    ).body.items
    const source = sources.find(({ name }) => name === 'preset')
    expect(source?.journey).toBe('appointment-reminder')
    const patched = await clinic.api('PATCH', `/api/v1/sources/${source?.id}`, { journey: 'appointment-reminder-3-1' })
    expect(patched.body).toMatchObject({ journey: 'appointment-reminder-3-1' })
    const open = (await touchesOf('preset', 'J1'))
      .filter((touch) => touch.state === 'planned')
      .map((touch) => touch.step)
    expect(open).toEqual(['confirm', 'confirm-again', 'soon'])
  })

  test('two visits of one patient on a day are one message, and Confirm means both', async () => {
    const date = workday(await clinic.now(), 4)
    const phone = '+55 11 97654-4001'
    await clinic.importCsv(
      [
        HEAD,
        row({ id: 'H1', patient: 'H', date, time: '10:00', phone }),
        row({ id: 'H2', patient: 'H', date, time: '10:20', phone }),
      ],
      at('household'),
    )
    await clinic.clockTo(utc(date, '10:00', 46))
    const handset = clinic.phone('5511976544001')
    expect(await handset.messages()).toHaveLength(1)
    const receipt = await handset.tap('Confirm all')
    expect(receipt.text).toContain('confirmed')
    expect(await visitOf('household', 'H1')).toMatchObject({ confirmation: 'confirmed' })
    expect(await visitOf('household', 'H2')).toMatchObject({ confirmation: 'confirmed' })
  })

  test('two patients on one phone get their own messages unless their household allows one', async () => {
    const date = workday(await clinic.now(), 4)
    const phone = '+55 11 97654-5001'
    await clinic.importCsv(
      [
        HEAD,
        row({ id: 'K1', given: 'Ann', date, time: '10:00', phone }),
        row({ id: 'K2', given: 'Leo', date, time: '10:20', phone }),
      ],
      at('family'),
    )
    await clinic.clockTo(utc(date, '10:00', 46))
    expect(await clinic.phone('5511976545001').messages()).toHaveLength(2)
  })
})
