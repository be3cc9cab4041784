import { describe, expect, test } from 'vitest'
import {
  type Row,
  a,
  at,
  b,
  brief,
  cancelledBy,
  dayOnly,
  facts,
  free,
  leo,
  now,
  offerRows,
  offered,
  slot,
  taken,
  tap,
  threeButtons,
  visit,
  zone,
} from '../../../test-support/turn-table.ts'
import { MINUTE } from '../../shared/instant.ts'
import { newConversation } from '../state.ts'
import { turn, type Turn } from '../turn.ts'

describe('move', () => {
  test.each<Row>([
    {
      when: 'Reschedule offers three free times, more, a person, and to stay',
      inbound: tap({ do: 'reschedule', visit: a }),
      gives: ['request-reschedule a by bot', ...offered(), 'say slots-offered', ...offerRows],
    },
    {
      when: 'asking again offers the same times again',
      inbound: tap({ do: 'reschedule', visit: a }),
      facts: { visits: [visit({ confirmation: 'reschedule-requested' })] },
      state: { v: 1, offered: { visit: a, slots: free.slice(0, 3) } },
      gives: [...offered(), 'say slots-offered', ...offerRows],
    },
    {
      when: 'More shows the times that were not shown yet',
      inbound: tap({ do: 'more-slots', visit: a }),
      facts: { visits: [visit({ confirmation: 'reschedule-requested' })] },
      state: { v: 1, offered: { visit: a, slots: free.slice(0, 3) } },
      gives: [
        'hold 11-26T11:00 until 11-23T09:10, 11-30T09:00 until 11-23T09:10', 'say more-slots', '  11-26T11:00',
        '  11-30T09:00', '  talk-to-us: ask-staff a', '  keep: keep a@1',
      ], // prettier-ignore
    },
    {
      when: 'More for another visit than the one on offer begins at its own first page',
      inbound: tap({ do: 'more-slots', visit: a }),
      facts: { visits: [visit({ confirmation: 'reschedule-requested' })] },
      state: { v: 1, offered: { visit: b, slots: free } },
      gives: [...offered(), 'say more-slots', ...offerRows],
    },
    {
      when: 'More, when everything was shown, says so and offers a person',
      inbound: tap({ do: 'more-slots', visit: a }),
      state: { v: 1, offered: { visit: a, slots: free } },
      gives: ['say no-more-slots', '  talk-to-us: ask-staff a'],
    },
    {
      when: 'times at which the household is expected elsewhere are not offered',
      inbound: tap({ do: 'reschedule', visit: a }),
      facts: { visits: [visit(), visit({ id: 'b', startAt: at('2026-11-24T09:45') })] },
      gives: [
        'request-reschedule a by bot',
        'hold 11-26T09:00 until 11-23T09:10, 11-27T08:30 until 11-23T09:10, 11-30T09:00 until 11-23T09:10',
        'say slots-offered', '  11-26T09:00', '  11-27T08:30', '  11-30T09:00', ...offerRows.slice(3),
      ], // prettier-ignore
    },
    {
      when: 'choosing a near time moves the visit and confirms it',
      inbound: tap({ do: 'pick-slot', visit: a, slot: slot('2026-11-26T09:00') }),
      gives: ['move a to 11-26T09:00 confirming', 'release-holds a', 'say moved'],
    },
    {
      when: 'a far time is moved to, and will be asked about by its own reminder',
      inbound: tap({ do: 'pick-slot', visit: a, slot: slot('2026-11-26T09:01') }),
      gives: ['move a to 11-26T09:01', 'release-holds a', 'say moved'],
    },
    {
      when: 'a time chosen after the visit has moved changes nothing',
      inbound: tap({ do: 'pick-slot', visit: a, slot: slot('2026-11-26T09:00') }),
      facts: { visits: [visit({ version: 2 })] },
      gives: ['say outdated-moved', ...threeButtons('a', 2)],
    },
    {
      when: 'a time that has passed meanwhile is apologised for, and others are offered',
      inbound: tap({ do: 'pick-slot', visit: a, slot: slot('2026-11-23T09:00') }),
      gives: ['request-reschedule a by bot', ...offered(), 'say slot-lost', ...offerRows],
    },
    {
      when: 'a lost time is apologised for, and the next ones are offered without it',
      inbound: { kind: 'slot-lost', visit: a, slot: slot('2026-11-26T09:00'), wanted: 'move' },
      facts: { visits: [visit({ confirmation: 'reschedule-requested' })] },
      state: { v: 1, offered: { visit: a, slots: [slot('2026-11-27T08:30'), slot('2026-11-26T09:00')] } },
      gives: [
        'hold 11-24T09:30 until 11-23T09:10, 11-26T11:00 until 11-23T09:10, 11-30T09:00 until 11-23T09:10', 'say slot-lost',
        '  11-24T09:30', '  11-26T11:00', '  11-30T09:00', '  talk-to-us: ask-staff a', '  keep: keep a@1',
      ], // prettier-ignore
    },
    {
      when: 'a time lost for one visit leaves another visit’s pages alone',
      inbound: { kind: 'slot-lost', visit: a, slot: slot('2026-11-24T09:30'), wanted: 'move' },
      facts: { visits: [visit({ confirmation: 'reschedule-requested' }), leo] },
      state: { v: 1, offered: { visit: b, slots: free } },
      gives: [
        'hold 11-26T09:00 until 11-23T09:10, 11-27T08:30 until 11-23T09:10, 11-30T09:00 until 11-23T09:10', 'say slot-lost',
        '  11-26T09:00', '  11-27T08:30', '  11-30T09:00', '  more-times: more-slots a@1', '  talk-to-us: ask-staff a',
        '  keep: keep a@1',
      ], // prettier-ignore
    },
    {
      when: 'a lost time of a visit that the clinic has cancelled meanwhile is answered with that',
      inbound: { kind: 'slot-lost', visit: a, slot: slot('2026-11-24T09:30'), wanted: 'move' },
      facts: { visits: [cancelledBy('clinic')] },
      gives: ['escalate scheduling gone-from-book high a', 'say no-longer-booked'],
    },
    {
      when: 'a visit known by its day is offered the soonest times, when its practitioner is known',
      inbound: tap({ do: 'reschedule', visit: a }),
      facts: { visits: [dayOnly('2026-11-25')] },
      gives: ['request-reschedule a by bot', ...offered(), 'say slots-offered', ...offerRows],
    },
    {
      when: 'the old time of day is preferred to the sooner day',
      inbound: tap({ do: 'reschedule', visit: a }),
      facts: { slots: { a: ['24T14:00', '26T09:00', '27T09:00', '28T09:00'].map((time) => slot(`2026-11-${time}`)) } },
      gives: [
        'request-reschedule a by bot',
        'hold 11-26T09:00 until 11-23T09:10, 11-27T09:00 until 11-23T09:10, 11-28T09:00 until 11-23T09:10',
        'say slots-offered', '  11-26T09:00', '  11-27T09:00', '  11-28T09:00', ...offerRows.slice(3),
      ], // prettier-ignore
    },
    {
      when: 'when the lost time was the last one, staff take over and the old time stays',
      inbound: { kind: 'slot-lost', visit: a, slot: slot('2026-11-26T09:00'), wanted: 'move' },
      facts: { slots: { a: [slot('2026-11-26T09:00')] } },
      state: { v: 1, offered: { visit: a, slots: [slot('2026-11-26T09:00')] } },
      gives: [
        'release-holds a',
        'request-reschedule a by staff',
        'escalate scheduling wants-to-move normal a',
        'say slot-lost-none-left',
      ],
    },
    {
      when: 'without accepted hours the bot asks for a preference and staff know at once',
      inbound: tap({ do: 'reschedule', visit: a }),
      facts: { slots: { a: 'by-staff' } },
      gives: [
        'request-reschedule a by staff', 'escalate scheduling wants-to-move normal a', 'say ask-preference', '  morning',
        '  afternoon', '  any-time',
      ], // prettier-ignore
    },
    {
      when: 'with every time taken the bot says so and staff know at once',
      inbound: tap({ do: 'reschedule', visit: a }),
      facts: { slots: { a: [] } },
      gives: [
        'request-reschedule a by staff', 'escalate scheduling wants-to-move normal a', 'say no-slots', '  morning',
        '  afternoon', '  any-time',
      ], // prettier-ignore
    },
    {
      when: 'a wish that staff have already is not passed on twice',
      inbound: tap({ do: 'reschedule', visit: a }),
      facts: { slots: { a: 'by-staff' }, visits: [visit({ confirmation: 'reschedule-requested' })], owner: 'queue' },
      gives: ['say already-with-staff'],
    },
    {
      when: 'a wish that staff have closed is passed on anew',
      inbound: tap({ do: 'reschedule', visit: a }),
      facts: { slots: { a: 'by-staff' }, visits: [visit({ confirmation: 'reschedule-requested' })] },
      gives: [
        'request-reschedule a by staff', 'escalate scheduling wants-to-move normal a', 'say ask-preference', '  morning',
        '  afternoon', '  any-time',
      ], // prettier-ignore
    },
    {
      when: 'a first wish is passed on even while staff have the conversation for something else',
      inbound: tap({ do: 'reschedule', visit: a }),
      facts: { slots: { a: 'by-staff' }, owner: 'queue' },
      gives: [
        'request-reschedule a by staff', 'escalate scheduling wants-to-move normal a', 'say ask-preference', '  morning',
        '  afternoon', '  any-time',
      ], // prettier-ignore
    },
    {
      when: 'the preference is noted for staff, and times on offer are freed',
      inbound: tap({ do: 'prefer', visit: a, preference: 'afternoon' }),
      state: { v: 1, offered: { visit: a, slots: free } },
      gives: [
        'release-holds a', 'request-reschedule a by staff afternoon', 'escalate scheduling wants-to-move normal a',
        'say preference-noted',
      ], // prettier-ignore
    },
    {
      when: 'a preference for a visit that is over changes nothing',
      inbound: tap({ do: 'prefer', visit: a, preference: 'morning' }),
      facts: { visits: [visit({ status: 'fulfilled' })] },
      gives: ['say past-visit', '  talk-to-us: ask-staff a'],
    },
    {
      when: 'after cancelling, another time is offered while the old one stays held for the undo',
      inbound: tap({ do: 'reschedule', visit: a }),
      facts: { visits: [cancelledBy('patient', 5 * MINUTE)] },
      gives: [
        'hold 11-25T09:00 until 11-23T09:05, 11-24T09:30 until 11-23T09:10, 11-26T09:00 until 11-23T09:10, 11-27T08:30 until 11-23T09:10',
        'say slots-offered', ...offerRows.slice(0, 5),
      ], // prettier-ignore
    },
    {
      when: 'long after cancelling, another time is offered and the old one is not held',
      inbound: tap({ do: 'reschedule', visit: a }),
      facts: { visits: [cancelledBy('patient', -1)] },
      gives: [...offered(), 'say slots-offered', ...offerRows.slice(0, 5)],
    },
    {
      when: 'choosing a time brings a cancelled visit back to life',
      inbound: tap({ do: 'pick-slot', visit: a, slot: slot('2026-11-26T11:00') }),
      facts: { visits: [cancelledBy('patient', -1)] },
      gives: ['move a to 11-26T11:00 reinstating', 'release-holds a', 'say moved'],
    },
    {
      when: 'a visit that the clinic cancelled is not moved by the bot',
      inbound: tap({ do: 'pick-slot', visit: a, slot: slot('2026-11-26T11:00') }),
      facts: { visits: [cancelledBy('clinic')] },
      gives: ['escalate scheduling gone-from-book high a', 'say no-longer-booked'],
    },
  ])('$when', (row) => expect(brief(taken(row))).toEqual(row.gives))

  test('a turn that needs the free times asks for them, and hands over in the meantime', () => {
    const first = turn(newConversation, tap({ do: 'reschedule', visit: a }), facts({ slots: {} }), now)
    expect(first.wants).toEqual({ slotsOf: 'a' })
    expect(brief(first)).toContain('escalate scheduling wants-to-move normal a')
  })

  test('a turn that has the free times asks for nothing', () => {
    expect(turn(newConversation, tap({ do: 'reschedule', visit: a }), facts(), now).wants).toBeUndefined()
  })

  test('the answer names the new day and time, and only what it knows of the new place', () => {
    const elsewhere = { ...slot('2026-11-26T11:00'), practitionerId: 'souza', siteId: 'norte' }
    const moved = turn(newConversation, tap({ do: 'pick-slot', visit: a, slot: elsewhere }), facts(), now)
    const same = turn(newConversation, tap({ do: 'pick-slot', visit: a, slot: slot('2026-11-26T11:00') }), facts(), now)
    const words = { date: '2026-11-26', zone, startAt: at('2026-11-26T11:00'), patient: 'Ana' }
    expect(wordsIn(moved)).toEqual(words)
    expect(wordsIn(same)).toEqual({ ...words, practitioner: 'Dra. Lima', site: 'Centro' })
  })

  test('what was shown is remembered until a time is chosen', () => {
    const shown = turn(newConversation, tap({ do: 'reschedule', visit: a }), facts(), now).state
    expect(shown.offered?.slots).toHaveLength(3)
    expect(turn(shown, tap({ do: 'more-slots', visit: a }), facts(), now).state.offered?.slots).toHaveLength(5)
    expect(turn(shown, tap({ do: 'pick-slot', visit: a, slot: slot('2026-11-26T09:00') }), facts(), now).state).toEqual(
      { v: 1 },
    )
  })
})

function wordsIn({ effects }: Turn): unknown {
  const reply = effects.find((effect) => effect.do === 'reply')?.reply
  return reply && 'visit' in reply.params ? reply.params.visit : undefined
}
