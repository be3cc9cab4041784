import { describe, expect, test } from 'vitest'
import { withClinic, workday } from './support/clinic.ts'

const clinic = withClinic()
type Visit = { id: string; status: string; startLocal?: string; date: string; zone: string; site: string; version: number; patientId: string } // prettier-ignore
type Answer = Visit & { change: string; error?: { code: string; message: string } }
const put = (id: string, body: unknown, source = 'desk') =>
  clinic.api<Answer>('PUT', `/api/v1/sources/${source}/appointments/${encodeURIComponent(id)}`, body)
const dayIn = async (days: number) => workday(await clinic.now(), days)
const touchesOf = async (visit: Visit) => {
  const path = `/api/v1/appointments/${visit.id}/timeline`
  return (await clinic.api<{ touches: { step: string; state: string; reason?: string }[] }>('GET', path)).body.touches
}

const MADRID = { site: 'Sede Norte', zone: 'Europe/Madrid', given: 'Inés', phone: '+34612340101', consent: true, language: 'es' } // prettier-ignore

describe('a system that tells of each change', () => {
  test('sends one field and changes that field alone', async () => {
    const date = await dayIn(6)
    const first = await put('one-field', { ...MADRID, patientExternalId: 'P-1', startLocal: `${date}T10:00` })
    expect(first.body).toMatchObject({ change: 'created', site: 'Sede Norte' })
    const moved = await put('one-field', { startLocal: `${date}T11:30` })
    expect(moved.body).toMatchObject({ change: 'updated', version: 2, startLocal: `${date}T11:30:00`, zone: 'Europe/Madrid', site: 'Sede Norte', patientId: first.body.patientId }) // prettier-ignore
    const cancelled = await put('one-field', { status: 'cancelled' })
    expect(cancelled.body).toMatchObject({ change: 'cancelled', status: 'cancelled', startLocal: `${date}T11:30:00` })
    expect((await put('one-field', { language: 'fr' })).body).toMatchObject({
      change: 'unchanged',
      status: 'cancelled',
    })
  })

  test.each([
    ['a day that the calendar does not have', { startLocal: '2027-02-30T10:00' }],
    ['an hour that the clock does not have', { startLocal: '2027-02-20T25:30' }],
    ['a zone that there is not', { startLocal: '2027-02-20T10:00', zone: 'Mars/Olympus' }],
    ['no time at all', {}],
  ])('is told what is wrong with %s, and nothing is written', async (_what, wrong) => {
    const answer = await put('wrong', { ...MADRID, ...wrong })
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'invalid' } } })
    expect((await clinic.api('GET', '/api/v1/sources/desk/appointments/wrong')).status).toBe(404)
  })

  test.each(['a/b', '100%', '%2F', 'ç 日本', 'x?y=1#z'])('may name its visits %s', async (id) => {
    const date = await dayIn(7)
    expect((await put(id, { ...MADRID, startLocal: `${date}T10:00` }, 'odd ids')).body).toMatchObject({
      externalId: id,
    })
    const path = `/api/v1/sources/odd%20ids/appointments/${encodeURIComponent(id)}`
    expect((await clinic.api('GET', path)).body).toMatchObject({ externalId: id })
  })
})

describe('a consent that comes later', () => {
  test('has the reminders planned of a visit that is as it was; one that is taken back has them withdrawn', async () => {
    const date = await dayIn(6)
    const HEAD = 'externalId,given,phoneE164,startLocal,consent'
    const file = (consent: string) =>
      clinic.importCsv([HEAD, `LC1,Sol,+34612340103,${date}T10:00,${consent}`], 'source=late&zone=Europe/Madrid')
    const states = async () => {
      const visit = (await clinic.api<Visit>('GET', '/api/v1/sources/late/appointments/LC1')).body
      return (await touchesOf(visit)).flatMap(({ step, state }) => (step === 'follow-up' ? [] : [state]))
    }
    await file('no')
    expect(await states()).toEqual(['not-planned', 'not-planned'])
    expect((await file('yes')).body).toMatchObject({ unchanged: 1 })
    expect(await states()).toEqual(['planned', 'planned'])
    await file('no')
    expect(await states()).toEqual(['withdrawn', 'withdrawn'])
    // A withdrawal is lifted by the patient alone, not by a file.
    await file('yes')
    expect(await states()).toEqual(['withdrawn', 'withdrawn'])
  })
})

describe('the country that nobody gave', () => {
  const HEAD = 'externalId,given,phoneE164,startLocal,language,consent'
  test('is that of the time zone: national numbers are read by it and hours are written as people there do', async () => {
    const date = await dayIn(5)
    const query = 'source=norte&zone=Europe/Madrid'
    const report = await clinic.importCsv([HEAD, `N1,Luz,612 340 102,${date}T16:00,es,yes`], query)
    expect(report.body).toMatchObject({ created: 1, warnings: expect.not.arrayContaining([{ code: 'phone.invalid' }]) })
    const site = (await clinic.api<{ items: { name: string; country: string }[] }>('GET', '/api/v1/sites')).body.items
    expect(site.find(({ name }) => name === 'norte')).toMatchObject({ country: 'ES' })
    await clinic.clockTo(new Date(Date.parse(`${date}T16:00:00+01:00`) - 47 * 3_600_000).toISOString())
    const { text } = await clinic.phone('34612340102').last()
    expect(text).toContain('16:00')
    // The name of the source is no place that a patient could go to.
    expect(text).not.toContain('norte')
  })
})

describe('a book of the past', () => {
  test('brings nobody late thanks; who was here yesterday is thanked a day after the visit', async () => {
    const now = await clinic.now()
    const ago = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10)
    const row = (id: string, days: number) => `${id},Ada,+3461234020${id},${ago(days)}T12:00,en,yes,fulfilled`
    const HEAD = 'externalId,given,phoneE164,startLocal,language,consent,status'
    await clinic.importCsv([HEAD, row('1', 300), row('2', 3)], 'source=past&zone=Europe/Madrid')
    for (const id of ['1', '2']) {
      const visit = (await clinic.api<Visit>('GET', `/api/v1/sources/past/appointments/${id}`)).body
      expect(await touchesOf(visit)).toContainEqual(expect.objectContaining({ step: 'follow-up', state: 'not-planned', reason: 'due-passed' })) // prettier-ignore
    }
    const hours = (count: number) => new Date(now.getTime() - count * 3_600_000).toISOString()
    const recent = await put('recent', { ...MADRID, utc: hours(4), durationMin: 30, status: 'fulfilled' }, 'past')
    const followUp = (await touchesOf(recent.body)).find(({ step }) => step === 'follow-up')
    expect(followUp).toMatchObject({ state: 'planned' })
  })

  test('by days only has no timed touches, also when it is over', async () => {
    const now = await clinic.now()
    const date = new Date(now.getTime() - 86_400_000).toISOString().slice(0, 10)
    const visit = await put('day-only', { ...MADRID, date, status: 'fulfilled' }, 'past')
    expect(await touchesOf(visit.body)).toContainEqual(expect.objectContaining({ step: 'follow-up', state: 'not-planned', reason: 'date-only' })) // prettier-ignore
  })
})
