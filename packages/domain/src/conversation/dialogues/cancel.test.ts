import { describe, expect, test } from 'vitest'
import {
  type Row,
  a,
  brief,
  cancelledBy,
  dayOnly,
  facts,
  free,
  now,
  reasons,
  slot,
  taken,
  tap,
  threeButtons,
  visit,
} from '../../../test-support/turn-table.ts'
import { MINUTE, shift } from '../../shared/instant.ts'
import type { OwnVisit } from '../facts.ts'
import { turn } from '../turn.ts'

const afterwards = ['  undo: undo-cancel a@1', '  another-time: reschedule a@1', ...reasons]
const without = (field: 'durationMin' | 'practitionerId'): OwnVisit => {
  const { [field]: _unknown, ...rest } = visit()
  return rest
}

describe('cancel', () => {
  test.each<Row>([
    {
      when: 'a tap on Cancel counts at once, holds the old time for the undo and asks why',
      inbound: tap({ do: 'cancel', visit: a }),
      gives: [
        'cancel a undo until 11-23T09:15', 'hold 11-25T09:00 until 11-23T09:15', 'say cancelled',
        '  undo: undo-cancel a@1', '  another-time: reschedule a@1', ...reasons,
      ], // prettier-ignore
    },
    {
      when: 'the undo of a visit that begins in five minutes lasts five minutes',
      inbound: tap({ do: 'cancel', visit: a }),
      facts: { visits: [visit({ startAt: shift(now, 5 * MINUTE) })] },
      gives: [
        'cancel a undo until 11-23T09:05', 'hold 11-23T09:05 until 11-23T09:05', 'say cancelled',
        '  undo: undo-cancel a@1', '  another-time: reschedule a@1', ...reasons,
      ], // prettier-ignore
    },
    {
      when: 'a visit known by its day is cancelled without a time to hold',
      inbound: tap({ do: 'cancel', visit: a }),
      facts: { visits: [dayOnly('2026-11-25')] },
      gives: [
        'cancel a undo until 11-23T09:15', 'say cancelled', '  undo: undo-cancel a@1', '  another-time: reschedule a@1',
        ...reasons,
      ], // prettier-ignore
    },
    {
      when: 'a visit of unknown length is cancelled without a time to hold',
      inbound: tap({ do: 'cancel', visit: a }),
      facts: { visits: [without('durationMin')] },
      gives: ['cancel a undo until 11-23T09:15', 'say cancelled', ...afterwards],
    },
    {
      when: 'a visit with nobody in particular is cancelled without a time to hold',
      inbound: tap({ do: 'cancel', visit: a }),
      facts: { visits: [without('practitionerId')] },
      gives: ['cancel a undo until 11-23T09:15', 'say cancelled', ...afterwards],
    },
    {
      when: 'the reason of a visit that is over is not noted',
      inbound: tap({ do: 'cancel-reason', visit: a, reason: 'other' }),
      facts: { visits: [visit({ status: 'fulfilled' })] },
      gives: ['say past-visit', '  talk-to-us: ask-staff a'],
    },
    {
      when: 'an Undo of a visit that the clinic cancelled brings a person',
      inbound: tap({ do: 'undo-cancel', visit: a }),
      facts: { visits: [cancelledBy('clinic', MINUTE)] },
      gives: ['escalate scheduling gone-from-book high a', 'say no-longer-booked'],
    },
    {
      when: 'the reason of a visit that the clinic cancelled is not noted',
      inbound: tap({ do: 'cancel-reason', visit: a, reason: 'other' }),
      facts: { visits: [cancelledBy('clinic')] },
      gives: ['escalate scheduling gone-from-book high a', 'say no-longer-booked'],
    },
    {
      when: 'a reason or an Undo for an earlier version of a visit that stands is told the time',
      inbound: tap({ do: 'undo-cancel', visit: a }),
      facts: { visits: [visit({ version: 2 })] },
      gives: ['say outdated-moved', ...threeButtons('a', 2)],
    },
    {
      when: 'a visit on the waiting list has no cancellation to take back, whoever is noted beside it',
      inbound: tap({ do: 'undo-cancel', visit: a }),
      facts: { visits: [{ ...cancelledBy('patient', MINUTE), status: 'waitlist' }] },
      gives: ['escalate scheduling gone-from-book high a', 'say no-longer-booked'],
    },
    {
      when: 'cancelling frees the times that were on offer',
      inbound: tap({ do: 'cancel', visit: a }),
      state: { v: 1, offered: { visit: a, slots: free } },
      gives: [
        'release-holds a', 'cancel a undo until 11-23T09:15', 'hold 11-25T09:00 until 11-23T09:15', 'say cancelled',
        '  undo: undo-cancel a@1', '  another-time: reschedule a@1', ...reasons,
      ], // prettier-ignore
    },
    {
      when: 'a second Cancel says that it is cancelled',
      inbound: tap({ do: 'cancel', visit: a }),
      facts: { visits: [cancelledBy('patient', MINUTE)] },
      gives: [
        'say already-cancelled',
        '  undo: undo-cancel a@1',
        '  another-time: reschedule a@1',
        '  talk-to-us: ask-staff a',
      ],
    },
    {
      when: 'Cancel on an old reminder tells the new time and cancels nothing',
      inbound: tap({ do: 'cancel', visit: a }),
      facts: { visits: [visit({ version: 2 })] },
      gives: ['say outdated-moved', ...threeButtons('a', 2)],
    },
    {
      when: 'the reason is noted, the way back stays open',
      inbound: tap({ do: 'cancel-reason', visit: a, reason: 'feeling-better' }),
      facts: { visits: [cancelledBy('patient', 0)] },
      gives: [
        'note a feeling-better',
        'say reason-noted',
        '  undo: undo-cancel a@1',
        '  another-time: reschedule a@1',
        '  talk-to-us: ask-staff a',
      ],
    },
    {
      when: 'a reason for a visit that stands again changes nothing',
      inbound: tap({ do: 'cancel-reason', visit: a, reason: 'other' }),
      gives: ['say still-booked'],
    },
    {
      when: 'a reason for a visit that has moved since changes nothing',
      inbound: tap({ do: 'cancel-reason', visit: a, reason: 'other' }),
      facts: { visits: [visit({ version: 2 })] },
      gives: ['say outdated-moved', ...threeButtons('a', 2)],
    },
    {
      when: 'a reason for an older cancellation is not noted for the newer one',
      inbound: tap({ do: 'cancel-reason', visit: a, reason: 'other' }),
      facts: { visits: [{ ...cancelledBy('patient', MINUTE), version: 3 }] },
      gives: [
        'say already-cancelled',
        '  undo: undo-cancel a@3',
        '  another-time: reschedule a@3',
        '  talk-to-us: ask-staff a',
      ],
    },
    {
      when: 'Undo books the visit again and frees what was held for it',
      inbound: tap({ do: 'undo-cancel', visit: a }),
      facts: { visits: [cancelledBy('patient', 0)] },
      gives: ['undo-cancel a', 'release-holds a', 'say cancel-undone'],
    },
    {
      when: 'Undo works where the book counts a cancellation as a new version',
      inbound: tap({ do: 'undo-cancel', visit: a }),
      facts: { visits: [{ ...cancelledBy('patient', MINUTE), version: 2 }] },
      gives: ['undo-cancel a', 'release-holds a', 'say cancel-undone'],
    },
    {
      when: 'an Undo of long ago does not undo today’s cancellation',
      inbound: tap({ do: 'undo-cancel', visit: a }),
      facts: { visits: [{ ...cancelledBy('patient', MINUTE), version: 3 }] },
      gives: [
        'say already-cancelled',
        '  undo: undo-cancel a@3',
        '  another-time: reschedule a@3',
        '  talk-to-us: ask-staff a',
      ],
    },
    {
      when: 'an Undo after a quarter of an hour brings a person',
      inbound: tap({ do: 'undo-cancel', visit: a }),
      facts: { visits: [cancelledBy('patient', -1)] },
      gives: [
        'escalate scheduling undo-too-late normal a',
        'say undo-too-late',
        '  another-time: reschedule a@1',
        '  talk-to-us: ask-staff a',
      ],
    },
    {
      when: 'an Undo where no undo was promised brings a person',
      inbound: tap({ do: 'undo-cancel', visit: a }),
      facts: { visits: [cancelledBy('patient')] },
      gives: [
        'escalate scheduling undo-too-late normal a',
        'say undo-too-late',
        '  another-time: reschedule a@1',
        '  talk-to-us: ask-staff a',
      ],
    },
    {
      when: 'a second Undo says that the visit stands',
      inbound: tap({ do: 'undo-cancel', visit: a }),
      gives: ['say still-booked'],
    },
    {
      when: 'an Undo whose time was given away apologises and brings a person',
      inbound: { kind: 'slot-lost', visit: a, slot: slot('2026-11-25T09:00'), wanted: 'undo' },
      facts: { visits: [cancelledBy('patient', MINUTE)] },
      gives: [
        'escalate scheduling undo-too-late normal a',
        'say undo-taken',
        '  another-time: reschedule a@1',
        '  talk-to-us: ask-staff a',
      ],
    },
  ])('$when', (row) => expect(brief(taken(row))).toEqual(row.gives))
})

test('taking a cancellation back forgets the times that were shown instead', () => {
  const shown = { v: 1, offered: { visit: a, slots: free } } as const
  const undone = turn(
    shown,
    tap({ do: 'undo-cancel', visit: a }),
    facts({ visits: [cancelledBy('patient', MINUTE)] }),
    now,
  )
  expect(undone.state).toEqual({ v: 1 })
})
