import fc from 'fast-check'
import { APPOINTMENT_STATUSES, LANES, PURPOSES } from '../shared/appointment.ts'
import { MINUTE, shift } from '../shared/instant.ts'
import { anyHours, anyZone } from '../planning/test-arbitraries.ts'
import { DEFAULT_CAPS } from './caps.ts'
import type { GateFacts, Send, TemplateNow, VisitRef } from './gate-types.ts'
import { MESSAGE_CLASSES } from './message-class.ts'
import { noon } from './test-sends.ts'

const around = (minutes: number) => fc.integer({ min: -minutes, max: minutes }).map((n) => shift(noon, n * MINUTE))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const mostly = <T>(usual: T, rare: fc.Arbitrary<T>) => fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, rare)
/** Without the keys whose value is undefined, as a loader would build it. */
const present = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T

const ref: fc.Arbitrary<VisitRef> = fc.record({
  visitId: fc.constantFrom('visit-1', 'visit-2'),
  version: fc.constantFrom(1, 1, 2),
  expects: fc.constantFrom('upcoming' as const, 'upcoming' as const, 'attended' as const),
})
export const anySend: fc.Arbitrary<Send> = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom('initiated' as const, 'initiated' as const, 'reply' as const, 'safety' as const),
    origin: fc.constantFrom('journey', 'campaign', 'staff', 'bot-answer', 'bot-follow-up', 'system' as const),
    lane: fc.constantFrom(...Object.values(LANES)),
    expiresAt: around(4000),
    content: fc.constantFrom('template', 'free-text' as const),
    purpose: maybe(fc.constantFrom(...PURPOSES)),
    messageClass: maybe(fc.constantFrom(...MESSAGE_CLASSES)),
    answers: maybe(fc.constantFrom('inbound-1', 'inbound-2')),
    about: fc.array(ref, { maxLength: 2 }),
  })
  .map((send) => present(send) as Send)

const anyVisit = fc.record({
  visitId: fc.constantFrom('visit-1', 'visit-2'),
  version: fc.constantFrom(1, 1, 2),
  status: mostly('booked', fc.constantFrom(...APPOINTMENT_STATUSES)),
  startAt: around(3000),
})
const pause = maybe(fc.record({ reason: fc.constant('staff'), until: around(600) }))
export const anyFacts: fc.Arbitrary<GateFacts> = fc
  .record({
    now: around(2000),
    patientZone: anyZone,
    visits: fc.array(anyVisit, { maxLength: 3 }),
    granted: fc.subarray([...PURPOSES]).map((purposes) => new Set(purposes)),
    optedOutAt: maybe(around(3000)),
    evidence: maybe(fc.record({ inboundId: fc.constant('inbound-1'), at: around(3000) })),
    lastInboundAt: maybe(around(3000)),
    recent: fc.array(fc.record({ at: around(9000), messageClass: fc.constantFrom(...MESSAGE_CLASSES) }), {
      maxLength: 12,
    }),
    caps: fc.constant(DEFAULT_CAPS),
    pairSends: fc.array(around(5), { maxLength: 50 }),
    decentHours: anyHours,
    holidays: fc.subarray(['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12']).map((days) => new Set(days)),
    template: mostly<TemplateNow>(
      { status: 'approved' as const },
      fc.constantFrom({ status: 'paused' as const }, { status: 'missing' as const }),
    ),
    portfolio: fc.record({
      remainingNewContacts: fc.nat(2),
      alreadyCounted: fc.boolean(),
      reservedForNearer: fc.nat(1),
    }),
    senderPaused: pause,
    organizationPaused: pause,
    sourceStaleSince: maybe(around(600)),
  })
  .map((all) => present(all) as GateFacts)
