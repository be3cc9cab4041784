import { lasting, type Slot } from '../src/scheduling/slot.ts'
import { DAY, HOUR, MINUTE, parseInstant, shift, type Instant } from '../src/shared/instant.ts'
import type { Action, VisitRef } from '../src/conversation/action.ts'
import type { About, OwnVisit, TurnFacts } from '../src/conversation/facts.ts'
import type { Inbound } from '../src/conversation/inbound.ts'
import type { ReplyKey } from '../src/conversation/reply.ts'
import { newConversation, type ConversationState } from '../src/conversation/state.ts'
import { turn, type Turn } from '../src/conversation/turn.ts'

// A Monday morning in São Paulo, one visit on Wednesday, five free times: what the conversation's tables are told about.

export const zone = 'America/Sao_Paulo'
export const now = parseInstant('2026-11-23T12:00:00Z') // Monday, 09:00 in São Paulo
export const at = (iso: string): Instant => parseInstant(`${iso}:00-03:00`)

export const visit = (over: Partial<OwnVisit> = {}): OwnVisit => ({
  id: 'a',
  version: 1,
  status: 'booked',
  confirmation: 'requested',
  startAt: at('2026-11-25T09:00'),
  date: '2026-11-25',
  zone,
  durationMin: 30,
  settledAt: shift(now, -7 * DAY),
  practitionerId: 'lima',
  siteId: 'centro',
  show: { patient: 'Ana', practitioner: 'Dra. Lima', site: 'Centro' },
  ...over,
})
export const leo = visit({ id: 'b', startAt: at('2026-11-25T09:20'), show: { patient: 'Leo' } })
export const cancelledBy = (by: 'patient' | 'clinic', undoMs?: number): OwnVisit =>
  visit({
    status: 'cancelled',
    confirmation: 'declined',
    cancelledBy: by,
    ...(undoMs === undefined ? {} : { undoUntil: shift(now, undoMs) }),
  })

export const slot = (iso: string): Slot => ({ ...lasting(at(iso), 30), practitionerId: 'lima', siteId: 'centro', zone })
export const free = [
  slot('2026-11-24T09:30'), slot('2026-11-26T09:00'), slot('2026-11-27T08:30'), slot('2026-11-26T11:00'),
  slot('2026-11-30T09:00'),
] // prettier-ignore

export const facts = (over: Partial<TurnFacts> = {}): TurnFacts => ({
  visits: [visit()],
  slots: { a: free, b: free },
  owner: 'bot',
  optedOut: false,
  ...over,
})
export const a: VisitRef = { id: 'a', version: 1 }
export const b: VisitRef = { id: 'b', version: 1 }
export const tap = (action: Action): Inbound => ({ kind: 'tap', action })
export const word = (what: Extract<Inbound, { kind: 'word' }>['word']): Inbound => ({ kind: 'word', word: what })
export const reminder = (visits: readonly VisitRef[], over: Partial<About> = {}): About => ({
  visits,
  how: 'latest',
  sentAt: shift(now, -HOUR),
  ...over,
})

/** The turn in short: one string per effect, then the choices that were given. */
export function brief({ effects }: Turn): string[] {
  return effects.flatMap((effect): string[] => {
    switch (effect.do) {
      case 'reply':
        return [
          `${effect.reply.kind === 'safety' ? 'safety' : 'say'} ${effect.reply.key}`,
          ...effect.reply.options.map((option) => `  ${optionName(option.key, option.action)}`),
        ]
      case 'escalate':
        return [
          `escalate ${effect.queue} ${effect.reason} ${effect.priority}${effect.visit ? ` ${effect.visit.id}` : ''}`,
        ]
      case 'hold-slots':
        return [`hold ${effect.holds.map(({ slot: held, until }) => `${time(held)} until ${clock(until)}`).join(', ')}`]
      case 'move-visit':
        return [
          `move ${effect.visit.id} to ${time(effect.slot)}${effect.reinstate ? ' reinstating' : ''}${effect.confirms ? ' confirming' : ''}`,
        ]
      case 'request-reschedule':
        return [
          `request-reschedule ${effect.visit.id} by ${effect.by}${effect.preference ? ` ${effect.preference}` : ''}`,
        ]
      case 'cancel-visit':
        return [`cancel ${effect.visit.id} undo until ${clock(effect.undoUntil)}`]
      case 'note-cancel-reason':
        return [`note ${effect.visit.id} ${effect.reason}`]
      case 'confirm-visit':
      case 'undo-cancel':
      case 'release-holds':
        return [`${effect.do} ${effect.visit.id}`]
      case 'opt-out':
        return [effect.startedAgain ? 'opt-out of the rest' : effect.do]
      case 'mark-unread':
      case 'opt-in':
        return [effect.do]
    }
  })
}
export const clock = (when: Instant): string => new Date(when - 3 * HOUR).toISOString().slice(5, 16)
export const time = ({ startAt }: Slot): string => clock(startAt)
export function optionName(key: string, action: Action): string {
  switch (action.do) {
    case 'pick-slot':
      return time(action.slot)
    case 'cancel-reason':
      return action.reason
    case 'prefer':
      return action.preference
    case 'confirm-all':
    case 'change-one':
    case 'ask-staff':
      return `${key}: ${action.do} ${action.visits.map(({ id }) => id).join('+')}`
    case 'opt-in':
      return key
    default:
      return `${key}: ${action.do} ${action.visit.id}@${action.visit.version}`
  }
}

export type Row = {
  readonly when: string
  readonly inbound: Inbound
  readonly facts?: Partial<TurnFacts>
  readonly state?: ConversationState
  readonly gives: readonly string[]
}
export const threeButtons = (id = 'a', version = 1): string[] =>
  ['confirm', 'reschedule', 'cancel'].map((what) => `  ${what}: ${what} ${id}@${version}`)
export const offered = (second: string[] = []): string[] => [
  'hold 11-24T09:30 until 11-23T09:10, 11-26T09:00 until 11-23T09:10, 11-27T08:30 until 11-23T09:10',
  ...second,
]
export const offerRows = [
  '  11-24T09:30', '  11-26T09:00', '  11-27T08:30', '  more-times: more-slots a@1', '  talk-to-us: ask-staff a',
  '  keep: keep a@1',
] // prettier-ignore

export function dayOnly(date: string): OwnVisit {
  const { startAt: _none, ...rest } = visit({ date })
  return rest
}

export const reasons = ['cannot-come', 'feeling-better', 'booked-elsewhere', 'other'].map((reason) => `  ${reason}`)

export const both = { visits: [visit(), leo] }

export const question = (
  key: NonNullable<ConversationState['question']>['key'],
  actions: readonly Action[],
  askedAt = shift(now, -MINUTE),
): ConversationState => ({
  v: 1,
  question: { key, askedAt, visits: [a], options: actions.map((action) => ({ key: 'keep', params: {}, action })) },
})
export const slotQuestion = (askedAt?: Instant): ConversationState =>
  question(
    'slots-offered',
    [
      { do: 'pick-slot', visit: a, slot: slot('2026-11-26T09:00') },
      { do: 'keep', visit: a },
    ],
    askedAt,
  )

export const digit = (n: number): Inbound => ({ kind: 'choice', n })
export const twoButtons: readonly Action[] = [
  { do: 'all-well', visit: a },
  { do: 'ask-question', visit: a },
]

/** Takes the row's turn. Whatever it says of a visit must name it, and a question must know what it is about. */
export function taken(row: Row): Turn {
  const result = turn(row.state ?? newConversation, row.inbound, facts(row.facts), now)
  for (const effect of result.effects) {
    if (effect.do !== 'reply') continue
    const { key, params, options } = effect.reply
    if (
      !OF_NO_VISIT.has(key) &&
      !('visit' in params && params.visit.date) &&
      !('visits' in params && params.visits[0])
    ) {
      throw new Error(`"${key}" names no visit`)
    }
    const about = options.filter(({ action }) => 'visit' in action)
    if (about.length > 0 && !result.state.question?.visits.length) throw new Error(`"${key}" asks about nothing`)
  }
  return result
}

/** Messages that speak of no visit in particular. */
export const OF_NO_VISIT: ReadonlySet<ReplyKey> = new Set([
  'reason-noted', 'no-visit', 'handed-to-staff', 'unsupported', 'follow-up-thanks', 'follow-up-question', 'not-a-choice',
  'opted-out', 'already-opted-out', 'opted-in',
]) // prettier-ignore
