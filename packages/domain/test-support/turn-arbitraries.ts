import fc from 'fast-check'
import { CANCEL_REASONS, PREFERENCES, type Action, type VisitRef } from '../src/conversation/action.ts'
import type { About, OwnVisit, TurnFacts } from '../src/conversation/facts.ts'
import { UNREAD_KINDS, type Inbound } from '../src/conversation/inbound.ts'
import type { ReplyKey } from '../src/conversation/reply.ts'
import type { ConversationState } from '../src/conversation/state.ts'
import { lasting, type Slot } from '../src/scheduling/slot.ts'
import { APPOINTMENT_STATUSES, CONFIRMATIONS } from '../src/shared/appointment.ts'
import { DAY, HOUR, MINUTE, shift, type Instant } from '../src/shared/instant.ts'
import { localDate } from '../src/shared/zoned.ts'
import { now, zone } from './turn-table.ts'

// Anything that a turn can be given. Few ids and few versions, so that messages and visits meet often.

const ids = fc.constantFrom('a', 'b', 'c')
const around = fc
  .oneof(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -3 * 24 * 60, max: 30 * 24 * 60 }))
  .map((minutes) => shift(now, minutes * MINUTE))

export const refs: fc.Arbitrary<VisitRef> = fc.record({ id: ids, version: fc.integer({ min: 1, max: 3 }) })

export const slots: fc.Arbitrary<Slot> = fc
  .record({ startAt: around, practitionerId: fc.constantFrom('lima', 'souza'), siteId: fc.constant('centro') })
  .map(({ startAt, ...rest }) => ({ ...lasting(startAt, 30), ...rest, zone }))

const visitOf = (id: string): fc.Arbitrary<OwnVisit> =>
  fc
    .record({
      version: fc.integer({ min: 1, max: 3 }),
      status: fc.oneof(
        { weight: 3, arbitrary: fc.constant('booked' as const) },
        fc.constantFrom(...APPOINTMENT_STATUSES),
      ),
      confirmation: fc.constantFrom(...CONFIRMATIONS),
      at: around,
      dayOnly: fc.boolean(),
      cancelledBy: fc.constantFrom('patient' as const, 'clinic' as const),
      undoUntil: fc.option(around, { nil: undefined }),
      practitioner: fc.boolean(),
      show: fc.record(
        { patient: fc.constantFrom('Ana', 'Leo'), practitioner: fc.constant('Dra. Lima'), site: fc.constant('Centro') },
        { requiredKeys: [] },
      ),
    })
    .map(({ at, dayOnly, undoUntil, practitioner, ...rest }) => ({
      id,
      ...rest,
      date: localDate(at, zone),
      zone,
      settledAt: shift(now, -DAY),
      siteId: 'centro',
      ...(dayOnly ? {} : { startAt: at, durationMin: 30 }),
      ...(undoUntil === undefined ? {} : { undoUntil }),
      ...(practitioner ? { practitionerId: 'lima' } : {}),
    }))

const visits: fc.Arbitrary<readonly OwnVisit[]> = fc
  .uniqueArray(ids, { maxLength: 3 })
  .chain((chosen) => fc.tuple(...chosen.map(visitOf)))

export const actions: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    do: fc.constantFrom(
      'confirm', 'reschedule', 'cancel', 'choose-visit', 'undo-cancel', 'more-slots', 'keep', 'all-well', 'ask-question',
    ),
    visit: refs,
  }),
  fc.record({ do: fc.constantFrom('confirm-all', 'change-one', 'ask-staff'), visits: fc.array(refs, { maxLength: 4 }) }),
  fc.record({ do: fc.constant('cancel-reason'), visit: refs, reason: fc.constantFrom(...CANCEL_REASONS) }),
  fc.record({ do: fc.constant('prefer'), visit: refs, preference: fc.constantFrom(...PREFERENCES) }),
  fc.record({ do: fc.constant('pick-slot'), visit: refs, slot: slots }),
  fc.constant({ do: 'opt-in' } as const),
) // prettier-ignore

export const lostSlots: fc.Arbitrary<Inbound> = fc.record({
  kind: fc.constant('slot-lost'),
  visit: refs,
  slot: slots,
  wanted: fc.constantFrom('move', 'undo'),
})

export const inbounds: fc.Arbitrary<Inbound> = fc.oneof(
  { weight: 5, arbitrary: actions.map((action): Inbound => ({ kind: 'tap', action })) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('opt-out', 'opt-in', 'opt-in-again', 'confirm', 'reschedule', 'cancel', 'undo')
      .map((word): Inbound => ({ kind: 'word', word: word as 'confirm' })),
  },
  { weight: 3, arbitrary: fc.integer({ min: -1, max: 12 }).map((n): Inbound => ({ kind: 'choice', n })) },
  fc.constantFrom<Inbound>({ kind: 'text' }, { kind: 'unsupported' }, { kind: 'unknown-tap' }, { kind: 'revoke' }),
  fc.constantFrom('changed-person', 'group').map((what): Inbound => ({ kind: 'notice', what: what as 'group' })),
  fc.constantFrom(...UNREAD_KINDS).map((what): Inbound => ({ kind: 'unread', what })),
  fc.boolean().map((removed): Inbound => ({ kind: 'reaction', removed })),
  lostSlots,
)

const about: fc.Arbitrary<About> = fc.record(
  {
    visits: fc.array(refs, { maxLength: 3 }),
    actions: fc.array(actions, { maxLength: 3 }),
    how: fc.constantFrom('quoted', 'latest'),
    sentAt: around,
  },
  { requiredKeys: ['visits', 'how', 'sentAt'] },
)

export const anyFacts: fc.Arbitrary<TurnFacts> = fc.record(
  {
    visits,
    slots: fc.dictionary(ids, fc.oneof(fc.constant('by-staff' as const), fc.array(slots, { maxLength: 8 }))),
    owner: fc.constantFrom('bot', 'queue', 'person'),
    optedOut: fc.boolean(),
    about,
    lastStaffMessageAt: around,
  },
  { requiredKeys: ['visits', 'slots', 'owner', 'optedOut'] },
)

const keys: readonly ReplyKey[] = [
  'slots-offered', 'more-slots', 'which-visit', 'visit-actions', 'cancelled', 'ask-preference', 'no-slots', 'not-a-choice',
] // prettier-ignore

const asked: fc.Arbitrary<Instant> = fc.integer({ min: -26, max: 0 }).map((hours) => shift(now, hours * HOUR))

export const states: fc.Arbitrary<ConversationState> = fc.record(
  {
    v: fc.constant(1 as const),
    question: fc.record({
      key: fc.constantFrom(...keys),
      askedAt: asked,
      visits: fc.array(refs, { maxLength: 3 }),
      options: fc.array(
        actions.map((action) => ({ key: 'confirm' as const, params: {}, action })),
        { maxLength: 10 },
      ),
    }),
    offered: fc.record({ visit: refs, slots: fc.array(slots, { maxLength: 6 }) }),
    handedOverAt: asked,
  },
  { requiredKeys: ['v'] },
)
