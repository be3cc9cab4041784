import type { Timeline, TimelineEvent, Touch } from '@recado/contracts/timeline'
import { uuid } from './random.ts'
import { hoursBefore } from './visits.ts'
import type { Visit } from './visits.ts'

const WORDS: Record<string, (visit: Visit, time: string) => string> = {
  'pt-BR': (visit, time) => `Olá ${visit.person.name.split(' ')[0]}, lembramos da sua visita na ${visit.site} em ${time} com ${visit.practitioner}.`,
  es: (visit, time) => `Hola ${visit.person.name.split(' ')[0]}, te recordamos tu visita en ${visit.site} el ${time} con ${visit.practitioner}.`,
  ar: (visit, time) => `مرحباً ${visit.person.name.split(' ')[0]}، نذكّرك بزيارتك في ${visit.site} يوم ${time}.`,
} // prettier-ignore

const BUTTONS: Record<string, string[]> = {
  'pt-BR': ['Confirmar', 'Remarcar', 'Cancelar'],
  es: ['Confirmar', 'Cambiar', 'Cancelar'],
  ar: ['تأكيد', 'تغيير الموعد', 'إلغاء'],
}

export function wordsFor(visit: Visit): { preview: string; buttons: string[] } {
  const language = visit.contact.language ?? 'en'
  const time = `${visit.date.slice(8)}/${visit.date.slice(5, 7)} ${visit.startLocal?.slice(11) ?? ''}`
  const fallback = (): string =>
    `Hello ${visit.person.name.split(' ')[0]}, your visit at ${visit.site} is on ${time} with ${visit.practitioner}.`
  return {
    preview: WORDS[language]?.(visit, time) ?? fallback(),
    buttons: BUTTONS[language] ?? ['Confirm', 'Reschedule', 'Cancel'],
  }
}

const number = (visit: Visit): number => Number.parseInt(visit.id.slice(-8), 16)

function touchOf(visit: Visit, step: string, hours: number, now: string): Touch {
  const dueAt = hoursBefore(visit.utc ?? now, hours)
  const base = {
    id: uuid('touch', number(visit) * 4 + (hours > 24 ? 0 : hours > 0 ? 1 : 2)),
    journey: 'appointment-reminder',
    step,
    version: visit.version,
    dueAt,
    language: visit.contact.language,
    attempts: [],
  }
  if (visit.status === 'cancelled' && dueAt > hoursBefore(now, 1))
    return { ...base, state: 'withdrawn', reason: 'visit-cancelled' }
  if (!visit.contact.reachable) return { ...base, state: 'not-planned', reason: visit.why }
  if (dueAt > now) return { ...base, state: 'planned', ...wordsFor(visit) }
  if (visit.delivery === 'not-sent')
    return { ...base, state: 'not-sent', reason: visit.why, trace: denied(visit.why ?? '') }
  return { ...base, state: 'sent', ...wordsFor(visit), trace: passed(), attempts: [attemptOf(visit, dueAt)] }
}

const RULES = ['not-expired', 'current-version', 'not-opted-out', 'consent-for-purpose', 'frequency-cap', 'decent-hours', 'template-approved', 'sender-not-paused'] // prettier-ignore
const passed = (): Touch['trace'] => RULES.map((rule) => ({ rule, verdict: 'allow' as const }))
const denied = (reason: string): Touch['trace'] => {
  const at = reason === 'opted-out' ? 2 : 3
  return RULES.slice(0, at + 1).map((rule, index) =>
    index === at ? { rule, verdict: 'deny' as const, reason } : { rule, verdict: 'allow' as const },
  )
}

function attemptOf(visit: Visit, dueAt: string): Touch['attempts'][number] {
  const after = (seconds: number): string => new Date(Date.parse(dueAt) + seconds * 1000).toISOString()
  const far = visit.delivery === 'read' || visit.confirmation !== 'none' ? 4 : visit.delivery === 'delivered' ? 3 : 2
  return {
    id: uuid('attempt', number(visit)),
    at: after(1),
    outcome: 'accepted',
    wamid: `wamid.MOCK${number(visit)}`,
    statuses: [
      { status: 'accepted' as const, at: after(1) },
      { status: 'sent' as const, at: after(2) },
      { status: 'delivered' as const, at: after(4) },
      { status: 'read' as const, at: after(60 * 52) },
    ].slice(0, far),
  }
}

function eventsOf(visit: Visit, now: string): TimelineEvent[] {
  const at = (hours: number): string => hoursBefore(visit.utc ?? now, hours)
  const events: TimelineEvent[] = [
    { id: uuid('event', number(visit) * 4), at: at(260), kind: 'imported', by: { kind: 'source', name: visit.source } },
  ]
  const answered = { id: uuid('event', number(visit) * 4 + 1), at: at(46), by: { kind: 'patient' as const } }
  if (visit.confirmation === 'confirmed') events.push({ ...answered, kind: 'confirmed' })
  if (visit.confirmation === 'reschedule-requested') events.push({ ...answered, kind: 'reschedule-requested' })
  if (visit.status === 'cancelled') events.push({ ...answered, kind: 'cancelled', text: 'Viagem a trabalho' })
  return events
}

export function timelineOf(visit: Visit, now: string): Timeline {
  return {
    events: eventsOf(visit, now),
    touches: [
      touchOf(visit, 'confirm', 48, now),
      touchOf(visit, 'soon', 2, now),
      touchOf(visit, 'follow-up', -24, now),
    ],
  }
}
