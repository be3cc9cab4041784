import type { AppointmentDetail, Chip } from '@recado/contracts/appointments'
import { addDays, instantOf, isoWeekday, localOf, timeOf } from '../src/time/zoned.ts'
import { patients, practitioners, services, sites, source } from './clinic.ts'
import type { MockPatient } from './clinic.ts'
import { pick, seeded, uuid } from './random.ts'

/** What the mock knows of a visit beyond the wire: how far its newest message came. */
export type Visit = AppointmentDetail & {
  readonly person: MockPatient
  delivery: 'planned' | 'sent' | 'delivered' | 'read' | 'not-sent' | 'held'
  why?: string
}

type Mood = { readonly weight: number; readonly apply: (visit: Visit, past: boolean) => void }

const unreachable = (visit: Visit, reason: string): void => {
  const { phone, ...rest } = visit.contact
  visit.contact = { ...rest, ...(reason === 'no-contact-point' || !phone ? {} : { phone }), reachable: false, reason }
  visit.delivery = 'not-sent'
  visit.why = reason
}

/** How visits of the demo clinic come out; the weights add up to 100. */
const moods: readonly Mood[] = [
  { weight: 46, apply: (visit) => void (visit.confirmation = 'confirmed') },
  { weight: 20, apply: () => undefined },
  { weight: 9, apply: (visit) => void (visit.confirmation = 'reschedule-requested') },
  { weight: 7, apply: (visit) => void (visit.status = 'cancelled') },
  { weight: 6, apply: (visit) => unreachable(visit, 'no-contact-point') },
  { weight: 4, apply: (visit) => unreachable(visit, 'opted-out') },
  { weight: 5, apply: (visit) => Object.assign(visit, { delivery: 'not-sent', why: 'no-consent' }) },
  { weight: 3, apply: (visit, past) => void (visit.status = past ? 'noshow' : visit.status) },
]

function moodFor(roll: number): Mood {
  let rest = roll * 100
  return moods.find((mood) => (rest -= mood.weight) < 0) ?? { weight: 0, apply: () => undefined }
}

export function makeVisits(now: string): Visit[] {
  const random = seeded(7)
  const visits: Visit[] = []
  for (let offset = -7; offset <= 13; offset += 1) {
    for (const who of practitioners) {
      const site = sites.find((candidate) => candidate.id === who.siteId)
      const date = addDays(localOf(now, site?.zone ?? 'UTC').slice(0, 10), offset)
      if (!site || isoWeekday(date) > 5) continue
      dayOf(visits, { random, date, who, site, now })
    }
  }
  return visits
}

type Day = {
  readonly random: () => number
  readonly date: string
  readonly who: (typeof practitioners)[number]
  readonly site: (typeof sites)[number]
  readonly now: string
}

function dayOf(visits: Visit[], { random, date, who, site, now }: Day): void {
  let minute = who.opens * 60
  while (minute < who.closes * 60 - 15) {
    const service = pick(random, services)
    if (random() < 0.62) visits.push(makeVisit(visits.length + 1, { random, date, who, site, now }, minute, service))
    minute += service.durationMin + (random() < 0.3 ? 20 : 0)
  }
}

function makeVisit(
  n: number,
  { random, date, who, site, now }: Day,
  minute: number,
  service: (typeof services)[number],
): Visit {
  const startLocal = `${date}T${timeOf(minute)}`
  const utc = instantOf(startLocal, site.zone)
  const person = pick(
    random,
    patients.filter((patient) => sites[patient.site]?.id === site.id),
  )
  const past = utc < now
  const hoursAhead = (Date.parse(utc) - Date.parse(now)) / 3_600_000
  const visit: Visit = {
    id: uuid('appointment', n),
    source: source.name,
    externalId: `A-${String(40_000 + n)}`,
    version: 1,
    status: past ? 'fulfilled' : 'booked',
    confirmation: 'none',
    date,
    startLocal,
    zone: site.zone,
    utc,
    durationMin: service.durationMin,
    patientId: person.id,
    practitioner: who.name,
    practitionerId: who.id,
    service: service.name,
    serviceId: service.id,
    site: site.name,
    siteId: site.id,
    pending: [],
    patient: { id: person.id, name: person.name, initials: person.initials },
    chip: { state: 'none' },
    contact: { phone: person.phone, language: person.language as never, reachable: true },
    notice: { possible: true },
    person,
    delivery: hoursAhead > 48 ? 'planned' : pick(random, ['sent', 'delivered', 'delivered', 'read', 'read'] as const),
  }
  if (hoursAhead <= 48) moodFor(random()).apply(visit, past)
  if (past && visit.status === 'booked') visit.status = 'fulfilled'
  visit.chip = chipOf(visit)
  return visit
}

/** The order of contracts/appointments `Chip`. */
export function chipOf(visit: Visit): Chip {
  if (visit.status === 'cancelled') return { state: 'cancelled' }
  if (visit.status === 'noshow') return { state: 'no-show' }
  if (visit.status === 'arrived' || visit.status === 'fulfilled') return { state: 'arrived' }
  if (visit.confirmation === 'reschedule-requested') return { state: 'wants-to-move' }
  if (visit.confirmation === 'confirmed') return { state: 'confirmed' }
  if (!visit.contact.reachable) return { state: 'not-reachable', ...(visit.why ? { reason: visit.why } : {}) }
  if (visit.delivery === 'not-sent' || visit.delivery === 'held') {
    return { state: visit.delivery, ...(visit.why ? { reason: visit.why } : {}) }
  }
  if (visit.delivery === 'planned') return { state: 'planned', nextAt: hoursBefore(visit.utc ?? '', 48) }
  return { state: visit.delivery }
}

export const hoursBefore = (instant: string, hours: number): string =>
  new Date(Date.parse(instant) - hours * 3_600_000).toISOString()
