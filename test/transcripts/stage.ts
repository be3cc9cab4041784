import type { Action, VisitRef } from '@recado/domain/conversation/action'
import type { About, OwnVisit } from '@recado/domain/conversation/facts'
import { minuteOfDay, type Hours } from '@recado/domain/scheduling/hours'
import { lasting } from '@recado/domain/scheduling/slot'
import { MINUTE, shift, type Instant } from '@recado/domain/shared/instant'
import type { Language } from '@recado/domain/shared/language'
import { wallTimeToInstant } from '@recado/domain/shared/zoned'
import { newPhone, type Clinic, type Phone } from './model-clinic.ts'
import { reminderTitles, type ReminderAction } from './say.ts'

/** A message of ours on the phone: what can be tapped, quoted or reacted to. */
export type Message = {
  readonly name: string
  readonly titles: readonly string[]
  readonly about: About
  readonly actions: readonly Action[]
}
export type Stage = {
  readonly clinic: Clinic
  readonly phone: Phone
  readonly messages: Message[]
  language: Language
  country: string
}

export function newStage(): Stage {
  const zone = 'America/Sao_Paulo'
  const clinic: Clinic = {
    now: wallTimeToInstant('2026-11-23T09:00', zone).at,
    zone,
    hours: weekdays(zone, '08:00-12:00 13:00-17:00'),
    visits: new Map(),
    bookings: [],
    claims: [],
    phones: new Map(),
  }
  return { clinic, phone: newPhone([]), messages: [], language: 'en', country: 'BR' }
}

export const weekdays = (zone: string, spans: string): Hours => ({
  zone,
  weekly: ([1, 2, 3, 4, 5] as const).flatMap((weekday) =>
    spans.split(' ').map((span) => {
      const [start = '', end = ''] = span.split('-')
      return { weekday, fromMinute: minuteOfDay(start), toMinute: minuteOfDay(end) }
    }),
  ),
  breaks: [],
  exceptions: [],
})

export function clockAt({ now, zone }: Clinic, text: string): Instant {
  const [, hours, minutes] = /^\+(?:(\d+)h)?(?:(\d+)m)?$/.exec(text) ?? []
  if (hours !== undefined || minutes !== undefined)
    return shift(now, (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * MINUTE)
  return wallTimeToInstant(text.replace(' ', 'T'), zone).at
}

/** `2026-11-25 09:00 30min Ana with Dr Lima`, or the day alone. */
export function addVisit({ clinic, phone }: Stage, id: string, details: string): string[] {
  const read = /^(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d))?(?: (\d+)min)?(?: (?!with)([^,]+?))?(?: with (.+))?$/.exec(details)
  if (!read) throw new Error(`not a visit: ${details}`)
  const [, date = '', time, minutes, patientName, practitioner] = read
  const visit: OwnVisit = {
    id, version: 1, status: 'booked', confirmation: 'none', date, zone: clinic.zone, settledAt: clinic.now, siteId: 'centro',
    show: { ...(patientName ? { patient: patientName } : {}), ...(practitioner ? { practitioner } : {}) },
    ...(time ? { startAt: wallTimeToInstant(`${date}T${time}`, clinic.zone).at, durationMin: Number(minutes ?? 30) } : {}),
    ...(practitioner ? { practitionerId: practitioner } : {}),
  } // prettier-ignore
  clinic.visits.set(id, visit)
  Object.assign(phone, { visitIds: [...phone.visitIds, id] })
  return []
}

/** Another patient has that time: `2026-11-26 09:00 30min with Dr Lima`. */
export function addBooking({ clinic }: Stage, details: string): string[] {
  const [, local = '', minutes = '30', practitionerId = ''] = /^(\S+ \S+) (\d+)min with (.+)$/.exec(details) ?? []
  const { at } = wallTimeToInstant(local.replace(' ', 'T'), clinic.zone)
  clinic.bookings.push({ ...lasting(at, Number(minutes)), practitionerId, appointmentId: 'somebody else' })
  return []
}

/** `a` or `a b` (merged); `soon a` has no buttons, `follow-up a` those of the day after. */
export function remind(stage: Stage, details: string): string[] {
  const { clinic, phone, messages } = stage
  const words = details.split(' ')
  const kind = words[0] === 'soon' || words[0] === 'follow-up' ? words[0] : 'first'
  const visits = words.slice(kind === 'first' ? 0 : 1).map((id) => visitOf(clinic, id))
  const refs = visits.map(({ id, version }): VisitRef => ({ id, version }))
  const names = reminderActions(kind, refs)
  const actions = names.flatMap((name) => meant(name, refs))
  for (const visit of visits) {
    if (kind === 'first' && visit.confirmation === 'none')
      clinic.visits.set(visit.id, { ...visit, confirmation: 'requested' })
  }
  phone.about = { visits: refs, how: 'latest', sentAt: clinic.now, ...(actions.length > 0 ? { actions } : {}) }
  const titles = reminderTitles(stage.language, names)
  messages.push({ name: `reminder ${details}`, titles, actions, about: { ...phone.about, how: 'quoted' } })
  return titles.length > 0 ? [titles.map((title, n) => `[${n + 1}] ${title}`).join('  ')] : []
}

function reminderActions(kind: 'first' | 'soon' | 'follow-up', refs: readonly VisitRef[]): readonly ReminderAction[] {
  if (kind === 'soon') return []
  if (kind === 'follow-up') return ['all-well', 'ask-question']
  return refs.length > 1 ? ['confirm-all', 'change-one'] : ['confirm', 'reschedule', 'cancel']
}

const meant = (name: ReminderAction, refs: readonly VisitRef[]): readonly Action[] =>
  name === 'confirm-all' || name === 'change-one'
    ? [{ do: name, visits: refs }]
    : refs.slice(0, 1).map((visit) => ({ do: name, visit }))

/** What the clinic's own system says: `a moves to …`, `a cancelled`, `a fulfilled`, `a gone`. */
export function source({ clinic, phone }: Stage, details: string): string[] {
  const [id = '', what = '', ...rest] = details.split(' ')
  const visit = visitOf(clinic, id)
  const version = visit.version + 1
  if (what === 'moves') {
    const local = rest.slice(1).join('T')
    const startAt = wallTimeToInstant(local, clinic.zone).at
    clinic.visits.set(id, {
      ...visit,
      version,
      startAt,
      date: local.slice(0, 10),
      confirmation: 'none',
      status: 'booked',
    })
  } else if (what === 'gone') {
    Object.assign(phone, { visitIds: phone.visitIds.filter((known) => known !== id) })
  } else {
    clinic.visits.set(id, {
      ...visit,
      status: what as OwnVisit['status'],
      ...(what === 'cancelled' ? { version, cancelledBy: 'clinic' } : {}),
    })
  }
  return []
}

export function staff({ clinic, phone }: Stage, what: string): string[] {
  if (what === 'takes over') phone.owner = 'person'
  else if (what === 'done') Object.assign(phone, { owner: 'bot', queue: undefined })
  else phone.lastStaffMessageAt = clinic.now
  return []
}

function visitOf({ visits }: Clinic, id: string): OwnVisit {
  const visit = visits.get(id)
  if (!visit) throw new Error(`no visit ${id}`)
  return visit
}
