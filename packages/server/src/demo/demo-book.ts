import { DAY, instant, MINUTE, shift, type Instant } from '@recado/domain/shared/instant'
import { addDays, localDate, wallTimeToInstant } from '@recado/domain/shared/zoned'
import type { SourceRow } from '../modules/appointments/index.ts'
import { DEMO_SERVICES, DEMO_SITES, type DemoSite } from './demo-people.ts'

export type DemoPatient = {
  readonly externalId: string
  readonly given: string
  readonly family: string
  readonly phone: string
  readonly language: string
  readonly site: string
}

/** How far the demo's book reaches before and after the day on which it is made. */
const DAYS = 7
const FIRST_MINUTE = 8 * 60
const VISITS_A_DAY = 9
const SLOT_MIN = 30
const PATIENTS_A_SITE = 36

/** The patients of a site; every fourth shares the phone of the one before, as families do. */
export function demoPatients(site: DemoSite, siteIndex: number): DemoPatient[] {
  return Array.from({ length: PATIENTS_A_SITE }, (_, index) => {
    const people = site.people[pick(index, site.people.map((one) => one.given.length))] ?? site.people[0] // prettier-ignore
    const owner = index % 8 === 5 ? index - 1 : index
    return {
      externalId: `P${siteIndex + 1}${String(index + 1).padStart(3, '0')}`,
      given: people?.given[index % people.given.length] ?? '',
      family: people?.family[(index * 5 + siteIndex) % people.family.length] ?? '',
      phone: `${site.phone}${String(100_000 + siteIndex * 1_000 + owner).padStart(13 - site.phone.length, '0')}`,
      language: people?.language ?? 'en',
      site: site.name,
    }
  })
}

/** Spreads the languages over the patients in proportion to their names. */
function pick(index: number, weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let rest = (index * 7) % total
  for (const [at, weight] of weights.entries()) {
    if (rest < weight) return at
    rest -= weight
  }
  return 0
}

/**
 * Two weeks of visits around `now`, one practitioner after the other; the same day gives the same book. The demo's clinic
 * works every day: whoever tries it on a Sunday must not meet an empty page.
 */
export function demoBook(now: Instant): SourceRow[] {
  return DEMO_SITES.flatMap((site, siteIndex) => {
    const patients = demoPatients(site, siteIndex)
    const today = localDate(now, site.zone)
    const days = Array.from({ length: 2 * DAYS + 1 }, (_, index) => addDays(today, index - DAYS))
    return days.flatMap((date, dayIndex) =>
      site.practitioners.flatMap((practitioner, who) =>
        Array.from({ length: VISITS_A_DAY }, (_, place) => {
          const patient = patients[(dayIndex * 17 + who * 19 + place * 2) % patients.length]
          return patient
            ? [rowOf(site, patient, practitioner, date, place, now, (dayIndex + who + place) % DEMO_SERVICES.length)]
            : []
        }).flat(),
      ),
    )
  })
}

function rowOf(
  site: DemoSite,
  patient: DemoPatient,
  practitioner: string,
  date: string,
  place: number,
  now: Instant,
  service: number,
): SourceRow {
  // Room is left between visits, so that there is something to offer to who wants to move.
  const minute = FIRST_MINUTE + place * 2 * SLOT_MIN
  const startLocal = `${date}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`
  const { at } = wallTimeToInstant(startLocal.slice(0, 16), site.zone)
  const over = shift(at, SLOT_MIN * MINUTE) < now
  return {
    key: `${site.country}-${date}-${practitioner.at(-1)}${place}-${patient.externalId}`,
    patientExternalId: patient.externalId,
    given: patient.given,
    family: patient.family,
    phoneE164: place === 7 && date.endsWith('5') ? null : patient.phone,
    date,
    startLocal,
    zone: site.zone,
    utc: new Date(at).toISOString(),
    durationMin: SLOT_MIN,
    status: over ? (place === 4 ? 'noshow' : 'fulfilled') : 'booked',
    practitioner,
    service: DEMO_SERVICES[service] ?? DEMO_SERVICES[0],
    site: site.name,
    language: patient.language,
    consent: true,
  }
}

/** When the demo's visits were booked: long enough ago that their reminders are not held back as just booked. */
export const demoBookedAt = (now: Instant): Instant => instant(now - 10 * DAY)
