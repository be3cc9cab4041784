import { LANES, UPCOMING_STATUSES, type Purpose } from '../shared/appointment.ts'
import { MINUTE, shift, type Instant } from '../shared/instant.ts'
import { nextDecent } from '../policy/decent-hours.ts'
import type { ExistingTouch } from './change.ts'
import { templateBase } from './journey.ts'
import type { PlannedTouch, SkippedTouch, SkipReason, Subject, TouchKey } from './plan-types.ts'

/** Where the news of a change stands beside the journeys: no clinic chooses it, each change of the clinic's own begins it. */
export const CHANGE_JOURNEY = 'appointment-change'
export type NoticeStep = 'moved' | 'cancelled'

/** What a notice is for the gate and for merging; it shares its words with nobody, each change is told by itself. */
export const NOTICE = {
  purpose: 'appointment_logistics' satisfies Purpose,
  lane: LANES.nearReminder,
  messageClass: 'notice',
  mergeWithinMs: -1,
} as const

export const noticeExpects = (step: string): 'upcoming' | 'cancelled' =>
  step === 'cancelled' ? 'cancelled' : 'upcoming'

/** A slip of the hand at the desk can be put right within this; what comes of it all is told once. */
export const DESK_SETTLE_MS = 2 * MINUTE

/** The time and the place that the patient takes to be so. */
export type Known = { readonly startAt?: Instant; readonly siteId: string }

/** Why somebody decided that the patient is not told. */
export type Unwanted = 'not-wanted' | 'source-does-not-tell' | 'only-missing' | 'too-many-changes'
export type NoticeSkipReason = SkipReason | Unwanted

export type ChangedVisit = {
  /** The visit as it is now. */
  readonly subject: Subject
  readonly siteId: string
  /** As it was before the change, or before an earlier one of which nobody has told the patient yet. */
  readonly known: Known
  /** Whether it was still to come before the change: what was off already is no news. */
  readonly stood: boolean
  readonly unwanted?: Unwanted
  readonly settleMs: number
}

export type SkippedNotice = Omit<SkippedTouch, 'reason'> & { readonly reason: NoticeSkipReason }
export type NoticeDecision =
  | { readonly kind: 'none' }
  | { readonly kind: 'send'; readonly touch: PlannedTouch }
  | { readonly kind: 'skip'; readonly touch: SkippedNotice }

/**
 * Whether the patient is told what the clinic changed, and when. Nothing to tell: the length alone changed, the practitioner
 * alone (no message names one), it was changed back before anybody told them, or the visit is over.
 */
export function decideNotice(changed: ChangedVisit, now: Instant): NoticeDecision {
  const step = stepOf(changed, now)
  if (step === undefined) return { kind: 'none' }
  const expiresAt = (step === 'cancelled' ? changed.known.startAt : changed.subject.visit.startAt) ?? now
  const dueAt = dueOf(changed, expiresAt, now)
  const reason = changed.unwanted ?? refusalOf(changed.subject) ?? (dueAt === undefined ? 'no-decent-hour' : undefined)
  if (dueAt !== undefined && reason === undefined)
    return { kind: 'send', touch: touchOf(changed, step, dueAt, expiresAt) }
  return { kind: 'skip', touch: { ...namesOf(changed, step), reason: reason ?? 'no-decent-hour', dueAt: now } }
}

/** Before anything is changed, for the person who is about to: why the patient could not be told now. */
export function noticeOutlook(subject: Subject, now: Instant): NoticeSkipReason | undefined {
  const refusal = refusalOf(subject)
  if (refusal) return refusal
  const { startAt } = subject.visit
  if (startAt === undefined) return 'date-only'
  if (startAt <= now) return 'visit-over'
  return decentFrom(shift(now, DESK_SETTLE_MS), subject, startAt) === undefined ? 'no-decent-hour' : undefined
}

/** Open notices that no longer say what is so, with the reason. */
export function staleNotices(existing: readonly ExistingTouch[], { visit }: Subject) {
  const gone = GONE.has(visit.status)
  return existing.flatMap(({ key, version, state }) => {
    if (state !== 'planned') return []
    const off = key.startsWith(`${CHANGE_JOURNEY}/cancelled/`)
    const holds = version === visit.version && (off ? gone : UPCOMING_STATUSES.has(visit.status))
    return holds ? [] : [{ kind: 'withdraw', key, reason: 'superseded' } as const]
  })
}

/** When the patient is or was told of the visit as it is now: reminders keep their distance from it. */
export const toldAtOf = (existing: readonly ExistingTouch[], { visit }: Subject): Instant | undefined =>
  existing.find(({ key, version, state }) => key.startsWith(`${CHANGE_JOURNEY}/moved/`) && version === visit.version && TOLD.has(state))?.dueAt // prettier-ignore

const TOLD: ReadonlySet<ExistingTouch['state']> = new Set(['planned', 'attempting', 'unknown', 'accepted'])
const GONE: ReadonlySet<string> = new Set(['cancelled', 'entered-in-error'])

function stepOf({ subject: { visit }, siteId, known, stood }: ChangedVisit, now: Instant): NoticeStep | undefined {
  if (!stood) return undefined
  if (visit.status === 'cancelled') return known.startAt === undefined || known.startAt > now ? 'cancelled' : undefined
  if (!UPCOMING_STATUSES.has(visit.status)) return undefined
  if (known.startAt === visit.startAt && known.siteId === siteId) return undefined
  return visit.startAt === undefined || visit.startAt > now ? 'moved' : undefined
}

/** The first obstacle, in the order and in the words of the planner. */
function refusalOf(subject: Subject): SkipReason | undefined {
  if (subject.visit.startAt === undefined) return 'date-only'
  const [disabled] = subject.sendingDisabled
  if (disabled) return disabled
  if (subject.reachable !== true) return subject.reachable
  return subject.granted.has(NOTICE.purpose) ? undefined : 'no-consent'
}

/** After the settle time, but never so late that the patient has set out: the last moment before that is now. */
function dueOf({ subject, known, settleMs }: ChangedVisit, expiresAt: Instant, now: Instant): Instant | undefined {
  const setsOutAt = shift(known.startAt !== undefined && known.startAt > now && known.startAt < expiresAt ? known.startAt : expiresAt, -SETS_OUT_MS) // prettier-ignore
  const settled = shift(now, settleMs)
  return decentFrom(settled <= setsOutAt ? settled : now, subject, expiresAt)
}

/** A patient is on the way by then. */
const SETS_OUT_MS = 30 * MINUTE

function decentFrom(at: Instant, subject: Subject, expiresAt: Instant): Instant | undefined {
  const { patientZone: zone, decentHours, holidays } = subject
  const dueAt = nextDecent(at, { zone, hours: decentHours[NOTICE.messageClass], holidays })
  return dueAt !== undefined && dueAt < expiresAt ? dueAt : undefined
}

const namesOf = ({ subject: { visit } }: ChangedVisit, step: NoticeStep) => ({
  key: `${CHANGE_JOURNEY}/${step}/${visit.id}@${visit.version}` satisfies TouchKey as TouchKey,
  journey: CHANGE_JOURNEY,
  step,
  visitId: visit.id,
  version: visit.version,
})

const touchOf = (changed: ChangedVisit, step: NoticeStep, dueAt: Instant, expiresAt: Instant): PlannedTouch => ({
  ...namesOf(changed, step),
  ...NOTICE,
  template: templateBase(CHANGE_JOURNEY, step),
  askConfirmation: step === 'moved',
  anchorAt: expiresAt,
  intendedAt: dueAt,
  dueAt,
  notBefore: dueAt,
  expiresAt,
  visitDate: changed.subject.visit.date,
})
