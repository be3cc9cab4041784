import type { Instant } from '../shared/instant.ts'
import { templateBase, type Journey, type Step } from './journey.ts'
import type { Plan, PlannedTouch, SkippedTouch, SkipReason, Subject, TouchKey } from './plan-types.ts'
import { skipRules, type StepFacts } from './skip-rules.ts'
import { timingOf, type Timing } from './timing.ts'

/**
 * What should go out for this visit, seen from `now`. Total: each step of the journey ends up either among the touches
 * or among the skipped with its reason. Pure: the same facts give the same plan. @throws RangeError for unknown zones.
 */
export function plan(journey: Journey, subject: Subject, now: Instant): Plan {
  const touches: PlannedTouch[] = []
  const skipped: SkippedTouch[] = []
  let previousDueAt = subject.toldAt
  for (const step of journey.steps) {
    const timing = timingOf(step, subject)
    const { minimumGapMs } = journey
    const reason = skipReason({ step, subject, timing, now, previousDueAt, minimumGapMs })
    if (timing?.dueAt !== undefined && reason === undefined) {
      touches.push(toTouch(journey, step, subject, timing, timing.dueAt))
    } else {
      skipped.push(toSkipped(journey, step, subject, timing, reason ?? 'no-decent-hour'))
    }
    // What has passed still counts, so that planning again an hour later does not bring back what gave way to it.
    if (reason === undefined || reason === 'due-passed') previousDueAt = timing?.dueAt ?? previousDueAt
  }
  return { journey: journey.key, visitId: subject.visit.id, version: subject.visit.version, touches, skipped }
}

function skipReason(facts: StepFacts): SkipReason | undefined {
  for (const rule of skipRules) {
    const reason = rule.check(facts)
    if (reason) return reason
  }
  return undefined
}

const keyOf = (journey: Journey, step: Step, { visit }: Subject): TouchKey =>
  `${journey.key}/${step.key}/${visit.id}@${visit.version}`

function toTouch(journey: Journey, step: Step, subject: Subject, timing: Timing, dueAt: Instant): PlannedTouch {
  return {
    key: keyOf(journey, step, subject),
    journey: journey.key,
    step: step.key,
    visitId: subject.visit.id,
    version: subject.visit.version,
    template: templateBase(journey.key, step.key),
    purpose: step.purpose,
    lane: step.lane,
    messageClass: step.messageClass,
    askConfirmation: step.askConfirmation,
    anchorAt: timing.anchorAt,
    intendedAt: timing.intendedAt,
    dueAt,
    notBefore: timing.notBefore,
    expiresAt: timing.expiresAt,
    visitDate: subject.visit.date,
    mergeWithinMs: step.mergeWithinMs,
  }
}

function toSkipped(
  journey: Journey,
  step: Step,
  subject: Subject,
  timing: Timing | undefined,
  reason: SkipReason,
): SkippedTouch {
  return {
    key: keyOf(journey, step, subject),
    journey: journey.key,
    step: step.key,
    visitId: subject.visit.id,
    version: subject.visit.version,
    reason,
    ...(timing?.dueAt === undefined ? {} : { dueAt: timing.dueAt }),
  }
}
