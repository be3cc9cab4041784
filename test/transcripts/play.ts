import type { Action, VisitRef } from '@recado/domain/conversation/action'
import type { About, OwnVisit } from '@recado/domain/conversation/facts'
import type { Inbound } from '@recado/domain/conversation/inbound'
import type { Hours } from '@recado/domain/scheduling/hours'
import { minuteOfDay } from '@recado/domain/scheduling/hours'
import { lasting } from '@recado/domain/scheduling/slot'
import { MINUTE, shift, type Instant } from '@recado/domain/shared/instant'
import { nearestLanguage, type Language } from '@recado/domain/shared/language'
import { instantToWallTime, wallTimeToInstant } from '@recado/domain/shared/zoned'
import { understandExact } from '@recado/domain/understanding/understand-exact'
import { newPhone, receive, type Clinic, type Phone } from './model-clinic.ts'
import { reminderTitles, show, type ReminderAction } from './say.ts'

/** A message of ours on the phone: what can be tapped, quoted or reacted to. */
type Message = {
  readonly name: string
  readonly titles: readonly string[]
  readonly about: About
  readonly actions: readonly Action[]
}
type Stage = {
  readonly clinic: Clinic
  readonly phone: Phone
  readonly messages: Message[]
  language: Language
  country: string
}

const INDENT = '  '

/**
 * Plays a transcript and writes it anew: lines without an indent are what happens, indented lines are what came of it. A
 * transcript is right when it comes out as it went in.
 */
export function play(script: string): string {
  const stage = newStage()
  const written: string[] = []
  for (const line of script.split('\n')) {
    if (line.startsWith(INDENT)) continue
    written.push(line)
    const [, what, details] = /^([^:#]+):\s*(.*)$/.exec(line) ?? []
    if (what !== undefined) written.push(...step(stage, what.trim(), details ?? '').map((came) => `${INDENT}${came}`))
  }
  return written.join('\n')
}

function newStage(): Stage {
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

/** What happens, in the order in which a reader meets it. */
function step(stage: Stage, what: string, details: string): string[] {
  const [verb = '', ...rest] = what.split(' ')
  const about = rest.join(' ').replace(/^\((.*)\)$/, '$1')
  switch (verb) {
    case 'language':
      stage.language = nearestLanguage(details) ?? stage.language
      stage.country = details.split('-')[1] ?? ''
      return []
    case 'zone':
      Object.assign(stage.clinic, { zone: details, hours: weekdays(details, '08:00-12:00 13:00-17:00') })
      stage.clinic.now = clockAt(stage.clinic, '2026-11-23 09:00')
      return []
    case 'hours':
      stage.clinic.hours = details === 'by staff' ? 'by-staff' : weekdays(stage.clinic.zone, details)
      return []
    case 'clock':
      stage.clinic.now = clockAt(stage.clinic, details)
      return []
    case 'visit':
      return addVisit(stage, about, details)
    case 'booked':
      return addBooking(stage, details)
    case 'reminder':
      return remind(stage, details)
    case 'source':
      return source(stage, details)
    case 'staff':
      return staff(stage, details)
    case 'patient':
      return patient(stage, about, details)
    default:
      throw new Error(`a transcript does not know "${what}"`)
  }
}

const weekdays = (zone: string, spans: string): Hours => ({
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

function clockAt({ now, zone }: Clinic, text: string): Instant {
  const [, hours, minutes] = /^\+(?:(\d+)h)?(?:(\d+)m)?$/.exec(text) ?? []
  if (hours !== undefined || minutes !== undefined)
    return shift(now, (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * MINUTE)
  return wallTimeToInstant(text.replace(' ', 'T'), zone).at
}

/** `2026-11-25 09:00 30min Ana with Dr Lima`, or the day alone. */
function addVisit({ clinic, phone }: Stage, id: string, details: string): string[] {
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
function addBooking({ clinic }: Stage, details: string): string[] {
  const [, local = '', minutes = '30', practitionerId = ''] = /^(\S+ \S+) (\d+)min with (.+)$/.exec(details) ?? []
  const { at } = wallTimeToInstant(local.replace(' ', 'T'), clinic.zone)
  clinic.bookings.push({ ...lasting(at, Number(minutes)), practitionerId, appointmentId: 'somebody else' })
  return []
}

/** `a` or `a b` (merged); `soon a` has no buttons, `follow-up a` those of the day after. */
function remind(stage: Stage, details: string): string[] {
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
function source({ clinic, phone }: Stage, details: string): string[] {
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

function staff({ clinic, phone }: Stage, what: string): string[] {
  if (what === 'takes over') phone.owner = 'person'
  else if (what === 'done') Object.assign(phone, { owner: 'bot', queue: undefined })
  else phone.lastStaffMessageAt = clinic.now
  return []
}

/** One message of the patient, and everything that came of it. */
function patient(stage: Stage, about: string, said: string): string[] {
  const { clinic, phone, messages, language, country } = stage
  const quoted = messages.findLast(({ name }) => name === about.replace(/^(quoting|on) /, ''))
  const before = snapshot(stage)
  const { replies, effects } = receive(
    clinic,
    phone,
    inboundOf(stage, said, quoted),
    about.startsWith('on ') ? undefined : quoted?.about,
  )
  const lines: string[] = []
  for (const reply of replies) {
    const shown = show(reply, { language, country, clinic: 'Clínica Sol', now: clinic.now })
    lines.push(`clinic: ${shown.lines.join(`\n${INDENT}        `)}`)
    const sent: About = { visits: [], actions: shown.actions, how: 'quoted', sentAt: clinic.now }
    messages.push({ name: reply.key, titles: shown.titles, actions: shown.actions, about: sent })
  }
  for (const effect of effects) {
    if (effect.do === 'note-cancel-reason') lines.push(`book: ${effect.visit.id} cancelled because ${effect.reason}`)
    if (effect.do === 'request-reschedule' && effect.preference)
      lines.push(`book: ${effect.visit.id} rather ${effect.preference}`)
    if (effect.do === 'mark-unread') lines.push('for the person: unread')
  }
  const after = snapshot(stage)
  lines.push(...after.filter((fact) => !before.includes(fact)))
  const given = before
    .filter((fact) => fact.startsWith('held') && !after.includes(fact))
    .map((fact) => fact.slice(6, 22))
  lines.push(...given.filter((time) => !isTaken(clinic, time)).map((time) => `free again: ${time}`))
  return lines.length > 0 ? lines : ['nothing']
}

const isTaken = ({ claims, zone }: Clinic, time: string): boolean =>
  claims.some(({ startAt }) => startAt === wallTimeToInstant(time.replace(' ', 'T'), zone).at)

function inboundOf({ messages, language }: Stage, said: string, on?: Message): Inbound {
  const [, sent] = /^sends (.+)$/.exec(said) ?? []
  if (sent !== undefined) return sentThing(sent)
  const [, emoji] = /^reacts (.+)$/.exec(said) ?? []
  if (emoji !== undefined) return { kind: 'reaction', removed: emoji === 'nothing' }
  const [, title] = /^\[(.+)\]$/.exec(said) ?? []
  if (title === undefined) return typed(said, language)
  const message = on ?? messages.findLast(({ titles }) => titles.includes(title))
  const action = message?.actions[message.titles.indexOf(title)]
  if (!action && title !== 'lost') throw new Error(`no message shows [${title}]`)
  return action ? { kind: 'tap', action } : { kind: 'unknown-tap' }
}

function sentThing(what: string): Inbound {
  if (what === 'something unreadable') return { kind: 'unsupported' }
  return { kind: 'unread', what: what === 'a voice note' ? 'audio' : what === 'a photo' ? 'image' : 'location' }
}

function typed(said: string, language: Language): Inbound {
  const meaning = understandExact(said, [language])
  switch (meaning.kind) {
    case 'none':
      return { kind: 'text' }
    case 'choice':
      return { kind: 'choice', n: meaning.n }
    default:
      return { kind: 'word', word: meaning.kind }
  }
}

/** Everything that a turn can change, one line per fact. */
function snapshot({ clinic, phone }: Stage): string[] {
  const local = (at: Instant) => instantToWallTime(at, clinic.zone).replace('T', ' ')
  const visits = [...clinic.visits.values()].map(
    (visit) =>
      `book: ${visit.id} ${visit.status} ${visit.confirmation} ${visit.startAt === undefined ? visit.date : local(visit.startAt)}`,
  )
  const held = clinic.claims
    .filter(({ kind, expiresAt }) => kind === 'hold' && (expiresAt ?? 0) > clinic.now)
    .map(({ startAt, expiresAt }) => `held: ${local(startAt)} until ${local(expiresAt ?? startAt).slice(11)}`)
  const queue = phone.queue === undefined ? [] : [`queue: ${phone.queue}`]
  return [...visits, ...held, ...queue, ...(phone.optedOut ? ['consent: withdrawn'] : ['consent: as it was'])]
}

function visitOf({ visits }: Clinic, id: string): OwnVisit {
  const visit = visits.get(id)
  if (!visit) throw new Error(`no visit ${id}`)
  return visit
}
