import type { About } from '@recado/domain/conversation/facts'
import type { Inbound } from '@recado/domain/conversation/inbound'
import type { Instant } from '@recado/domain/shared/instant'
import { nearestLanguage, type Language } from '@recado/domain/shared/language'
import { instantToWallTime, wallTimeToInstant } from '@recado/domain/shared/zoned'
import { understandExact } from '@recado/domain/understanding/understand-exact'
import { receive, type Clinic } from './model-clinic.ts'
import { show } from './say.ts'
import {
  addBooking, addVisit, clockAt, newStage, remind, source, staff, weekdays, type Message, type Stage,
} from './stage.ts' // prettier-ignore

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
