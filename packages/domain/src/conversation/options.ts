import type { Slot } from '../scheduling/slot.ts'
import type { Instant } from '../shared/instant.ts'
import { CANCEL_REASONS, PREFERENCES, type Action, type VisitRef } from './action.ts'
import type { OwnVisit } from './facts.ts'
import type { Option } from './reply.ts'
import { canUndo, refOf } from './sight.ts'
import { wordsOf } from './words-of.ts'

/** Confirm, move, cancel: the order in which 1, 2, 3 are announced. */
export const visitOptions = (visit: VisitRef): readonly Option[] => [
  { key: 'confirm', params: {}, action: { do: 'confirm', visit: refOf(visit) } },
  { key: 'reschedule', params: {}, action: { do: 'reschedule', visit: refOf(visit) } },
  { key: 'cancel', params: {}, action: { do: 'cancel', visit: refOf(visit) } },
]

/** Confirm all, change one: the order in which 1, 2 are announced for a merged reminder. */
export const mergedActions = (visits: readonly VisitRef[]): readonly Action[] => [
  { do: 'confirm-all', visits: visits.map(refOf) },
  { do: 'change-one', visits: visits.map(refOf) },
]

export const talkToUs = (visits: readonly VisitRef[]): Option => ({
  key: 'talk-to-us',
  params: {},
  action: { do: 'ask-staff', visits: visits.map(refOf) },
})

const anotherTime = (visit: VisitRef): Option => ({
  key: 'another-time',
  params: {},
  action: { do: 'reschedule', visit: refOf(visit) },
})

const undo = (visit: VisitRef): Option => ({
  key: 'undo',
  params: {},
  action: { do: 'undo-cancel', visit: refOf(visit) },
})

/** The way back from a cancellation, as long as there is one. */
export const afterCancel = (visit: OwnVisit, now: Instant): readonly Option[] => [
  ...(canUndo(visit, now) ? [undo(visit)] : []),
  anotherTime(visit),
  talkToUs([visit]),
]

/** At the moment of the cancellation: take it back, move instead, or say why. */
export const justCancelled = (visit: VisitRef): readonly Option[] => [
  undo(visit),
  anotherTime(visit),
  ...CANCEL_REASONS.map((reason): Option => ({
    key: 'reason',
    params: { reason },
    action: { do: 'cancel-reason', visit: refOf(visit), reason },
  })),
]

export const slotOptions = (visit: VisitRef, slots: readonly Slot[]): readonly Option[] =>
  slots.map((slot) => ({
    key: 'slot',
    params: { startAt: slot.startAt, zone: slot.zone },
    action: { do: 'pick-slot', visit: refOf(visit), slot },
  }))

export const moreTimes = (visit: VisitRef): Option => ({
  key: 'more-times',
  params: {},
  action: { do: 'more-slots', visit: refOf(visit) },
})

export const keepIt = (visit: VisitRef): Option => ({
  key: 'keep',
  params: {},
  action: { do: 'keep', visit: refOf(visit) },
})

export const preferenceOptions = (visit: VisitRef): readonly Option[] =>
  PREFERENCES.map((preference) => ({
    key: 'preference',
    params: { preference },
    action: { do: 'prefer', visit: refOf(visit), preference },
  }))

export const visitRow = (visit: OwnVisit, action: Action): Option => ({
  key: 'visit',
  params: { visit: wordsOf(visit) },
  action,
})
