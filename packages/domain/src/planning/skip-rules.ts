import { ATTENDED_STATUSES, UPCOMING_STATUSES } from '../shared/appointment.ts'
import type { Instant } from '../shared/instant.ts'
import type { Step } from './journey.ts'
import type { SkipReason, Subject } from './plan-types.ts'
import { madeAt, type Timing } from './timing.ts'

/** One step of one visit, seen from `now`. */
export type StepFacts = {
  readonly step: Step
  readonly subject: Subject
  readonly timing: Timing | undefined
  readonly now: Instant
  /** The step before this one that goes out or has gone out. */
  readonly previousDueAt: Instant | undefined
  readonly minimumGapMs: number
}

type SkipRule = {
  readonly name: string
  readonly sentence: string
  readonly check: (facts: StepFacts) => SkipReason | undefined
}

/** Read top to bottom: the first that applies is the reason that the console shows. Lasting reasons come first. */
export const skipRules: readonly SkipRule[] = [
  {
    name: 'visit-stands',
    sentence: 'A visit that was cancelled, was a mistake or is only wished for has no touches.',
    check: ({ subject: { visit } }) => {
      if (visit.status === 'cancelled' || visit.status === 'entered-in-error') return 'visit-cancelled'
      return visit.status === 'waitlist' || visit.status === 'unknown' ? 'visit-not-booked' : undefined
    },
  },
  {
    name: 'before-the-visit',
    sentence: 'A reminder goes out only while the visit is still to come.',
    check: ({ step, subject: { visit }, now }) => {
      if (step.anchor !== 'appointment.start') return undefined
      const begun = visit.startAt !== undefined && visit.startAt <= now
      return begun || !UPCOMING_STATUSES.has(visit.status) ? 'visit-over' : undefined
    },
  },
  {
    name: 'patient-came',
    sentence: 'A follow-up waits until the patient has come, and a patient who did not come gets none.',
    check: ({ step, subject: { visit } }) => {
      if (step.anchor !== 'appointment.fulfilled') return undefined
      if (visit.status === 'noshow') return 'did-not-come'
      const overSince = visit.fulfilledAt !== undefined || visit.startAt === undefined // by its day only: see time-known
      return ATTENDED_STATUSES.has(visit.status) && overSince ? undefined : 'not-fulfilled-yet'
    },
  },
  {
    name: 'patient-coming',
    sentence: 'A patient who said that they will not come is not reminded.',
    check: ({ step, subject: { visit } }) =>
      step.anchor === 'appointment.start' && visit.confirmation === 'declined' ? 'patient-declined' : undefined,
  },
  {
    name: 'time-known',
    sentence: 'A visit that is known by its day only has no timed touches.',
    check: ({ timing }) => (timing ? undefined : 'date-only'),
  },
  {
    name: 'switched-on',
    sentence: 'New sites, practitioners and services send nothing until a person switches them on.',
    check: ({ subject }) => subject.sendingDisabled[0],
  },
  {
    name: 'reachable',
    sentence: 'Somebody can be reached there and wants to be.',
    check: ({ subject }) => (subject.reachable === true ? undefined : subject.reachable),
  },
  {
    name: 'consented',
    sentence: 'The patient has allowed messages for this purpose.',
    check: ({ step, subject }) => (subject.granted.has(step.purpose) ? undefined : 'no-consent'),
  },
  {
    name: 'conditions-met',
    sentence: 'The conditions of the step hold: who has answered is not asked again.',
    check: ({ step, subject, timing }) => unmetCondition(step, subject, timing),
  },
  {
    name: 'booking-settled',
    sentence: 'Nothing goes out within the settle time after a booking or a move.',
    check: ({ timing }) => (timing && timing.intendedAt < timing.notBefore ? 'booked-too-late' : undefined),
  },
  {
    name: 'decent-hour',
    sentence: 'There is a decent hour at or before the intended time, and not before the booking has settled.',
    check: ({ timing }) =>
      timing && (timing.dueAt === undefined || timing.dueAt < timing.notBefore) ? 'no-decent-hour' : undefined,
  },
  {
    name: 'apart',
    sentence: 'Two touches of one visit keep their distance; the later step gives way.',
    check: ({ timing, previousDueAt, minimumGapMs }) =>
      previousDueAt !== undefined && timing?.dueAt !== undefined && timing.dueAt - previousDueAt < minimumGapMs
        ? 'too-close'
        : undefined,
  },
  {
    name: 'not-in-the-past',
    sentence: 'Nothing is planned for a time that has passed.',
    check: ({ timing, now }) => (timing?.dueAt !== undefined && timing.dueAt < now ? 'due-passed' : undefined),
  },
  {
    name: 'source-fresh',
    sentence: 'Nothing new is planned from a book that is overdue.',
    check: ({ subject }) => (subject.sourceStale ? 'source-stale' : undefined),
  },
]

/** True only as long as nobody looks again: they never withdraw what was planned in time; the gate judges that. */
export const PASSING_REASONS: ReadonlySet<string> = new Set<SkipReason>(['due-passed', 'source-stale'])

/**
 * Nothing is left out: the step has no time yet, and will get one when the patient has come. It needs no row before that,
 * and a book of 100,000 visits has as many of them.
 */
export const WAITING_REASONS: ReadonlySet<string> = new Set<SkipReason>(['not-fulfilled-yet'])

function unmetCondition(step: Step, subject: Subject, timing: Timing | undefined): SkipReason | undefined {
  for (const condition of step.conditions) {
    switch (condition.kind) {
      case 'unconfirmed':
        if (!OPEN_QUESTION.has(subject.visit.confirmation)) return 'already-answered'
        break
      case 'lead':
        if (timing && timing.anchorAt - madeAt(subject) < condition.atLeastMs) return 'lead-too-short'
        break
    }
  }
  return undefined
}

const OPEN_QUESTION: ReadonlySet<string> = new Set(['none', 'requested'])
