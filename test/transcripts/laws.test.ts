import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Action } from '@recado/domain/conversation/action'
import type { OwnVisit } from '@recado/domain/conversation/facts'
import type { Inbound, Word } from '@recado/domain/conversation/inbound'
import { visitOptions } from '@recado/domain/conversation/options'
import { lasting, overlaps } from '@recado/domain/scheduling/slot'
import { MINUTE, shift } from '@recado/domain/shared/instant'
import { wallTimeToInstant } from '@recado/domain/shared/zoned'
import { bookingsOf, newPhone, receive, type Clinic, type Phone } from './model-clinic.ts'

const zone = 'Europe/Madrid'
const at = (local: string) => wallTimeToInstant(local, zone).at

const visit = (id: string, local: string): OwnVisit => ({
  id, version: 1, status: 'booked', confirmation: 'requested', startAt: at(local), date: local.slice(0, 10), zone,
  durationMin: 30, settledAt: at('2026-11-01T00:00'), practitionerId: 'vega', siteId: 'centro', show: {},
}) // prettier-ignore

/** Three families, four visits, one practitioner with few free times: everybody wants the same ones. */
function newClinic(): Clinic {
  const visits = [
    visit('a', '2026-11-25T09:00'), visit('b', '2026-11-25T09:30'), visit('c', '2026-11-25T10:00'), visit('d', '2026-11-25T10:30'),
  ] // prettier-ignore
  return {
    now: at('2026-11-23T09:00'),
    zone,
    hours: {
      zone,
      weekly: ([3, 4] as const).map((weekday) => ({ weekday, fromMinute: 540, toMinute: 690 })),
      breaks: [],
      exceptions: [],
    },
    visits: new Map(visits.map((one) => [one.id, one])),
    bookings: [{ ...lasting(at('2026-12-01T00:00'), 60 * 24 * 60), practitionerId: 'vega', appointmentId: 'full' }],
    claims: [],
    phones: new Map([
      ['p', newPhone(['a', 'b'])],
      ['q', newPhone(['c'])],
      ['r', newPhone(['d'])],
    ]),
  }
}

type Step =
  /** A tap on any button that this phone was ever shown, the first ones being those of its reminders. */
  | { readonly who: string; readonly tap: number }
  | { readonly who: string; readonly word: Word }
  | { readonly who: string; readonly digit: number }
  | { readonly wait: number }
const who = fc.constantFrom('p', 'q', 'r')
const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ who, tap: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ who, digit: fc.integer({ min: 1, max: 6 }) }) },
  { weight: 1, arbitrary: fc.record({ who, word: fc.constantFrom<Word>('confirm', 'reschedule', 'cancel', 'undo') }) },
  { weight: 1, arbitrary: fc.record({ wait: fc.integer({ min: 1, max: 12 }) }) },
)

const shownTo = (phone: Phone): readonly Action[] => [
  ...phone.visitIds.flatMap((id) => visitOptions({ id, version: 1 }).map(({ action }) => action)),
  ...phone.outbox.flatMap(({ options }) => options.map(({ action }) => action)),
]

function inboundOf(step: Exclude<Step, { wait: number }>, phone: Phone): Inbound {
  if ('word' in step) return { kind: 'word', word: step.word }
  if ('digit' in step) return { kind: 'choice', n: step.digit }
  const shown = shownTo(phone)
  // Late buttons are the interesting ones: count from the newest.
  const action = shown[shown.length - 1 - (step.tap % shown.length)]
  return action ? { kind: 'tap', action } : { kind: 'unknown-tap' }
}

function played(script: readonly Step[]): Clinic {
  const clinic = newClinic()
  for (const step of script) {
    if ('wait' in step) clinic.now = shift(clinic.now, step.wait * MINUTE)
    const phone = 'who' in step ? clinic.phones.get(step.who) : undefined
    if (phone && 'who' in step) receive(clinic, phone, inboundOf(step, phone))
  }
  return clinic
}

const clashes = (clinic: Clinic): unknown[] => {
  const book = bookingsOf(clinic)
  return book.flatMap((one, n) => book.slice(n + 1).filter((other) => overlaps(one, other)))
}
const bookOf = ({ visits }: Clinic): string => JSON.stringify([...visits.values()])

function after(clinic: Clinic, phone: Phone, inbound: Inbound): string {
  receive(clinic, phone, inbound)
  return bookOf(clinic)
}

const law = (check: (script: readonly Step[]) => void): void =>
  fc.assert(
    fc.property(fc.array(steps, { minLength: 1, maxLength: 25 }), (script) => {
      check(script)
    }),
    { numRuns: 150 },
  )

describe('laws of whole conversations', () => {
  test('however three families tap, type and wait, nobody gets a time that somebody else has', () =>
    law((script) => {
      expect(clashes(played(script))).toEqual([])
    }))

  test('the same tap twice changes the book once, and so does a word that changed it', () =>
    law((script) => {
      const clinic = newClinic()
      const changedTwice: Inbound[] = []
      for (const step of script) {
        const phone = 'who' in step ? clinic.phones.get(step.who) : undefined
        // A digit answers the newest question: a second one is another answer.
        if (!phone || 'wait' in step || 'digit' in step) continue
        const inbound = inboundOf(step, phone)
        const [before, once, twice] = [bookOf(clinic), after(clinic, phone, inbound), after(clinic, phone, inbound)]
        if (once !== twice && ('tap' in step || before !== once)) changedTwice.push(inbound)
      }
      expect(changedTwice).toEqual([])
    }))

  test('every message of a patient is answered while the bot has the conversation', () =>
    law((script) => {
      const clinic = newClinic()
      const silent: Inbound[] = []
      for (const step of script) {
        const phone = 'who' in step ? clinic.phones.get(step.who) : undefined
        if (!phone || 'wait' in step) continue
        const inbound = inboundOf(step, phone)
        const before = phone.owner
        const { replies } = receive(clinic, phone, inbound)
        if (before === 'bot' && replies.length === 0) silent.push(inbound)
      }
      expect(silent).toEqual([])
    }))

  test('a visit keeps its time until a new one is won, and no visit ever vanishes', () =>
    law((script) => {
      const clinic = played(script)
      const wrong = [...clinic.visits.values()].filter(
        ({ status, startAt, version }) =>
          !['booked', 'cancelled'].includes(status) ||
          startAt === undefined ||
          (version === 1 && startAt >= at('2026-11-26T00:00')),
      )
      expect(wrong).toEqual([])
      expect(clinic.visits.size).toBe(4)
    }))

  test('nobody holds more times than three and an old one', () =>
    law((script) => {
      const clinic = played(script)
      const held = Map.groupBy(
        clinic.claims.filter(({ kind }) => kind === 'hold'),
        ({ appointmentId }) => appointmentId,
      )
      expect(Math.max(0, ...[...held.values()].map(({ length }) => length))).toBeLessThanOrEqual(4)
    }))
})
