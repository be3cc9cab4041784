import { describe, expect, test } from 'vitest'
import {
  type Row,
  a,
  b,
  brief,
  cancelledBy,
  dayOnly,
  free,
  leo,
  now,
  taken,
  tap,
  threeButtons,
  visit,
} from '../../../test-support/turn-table.ts'
import { MINUTE, shift } from '../../shared/instant.ts'

describe('confirm', () => {
  test.each<Row>([
    {
      when: 'a tap on Confirm confirms',
      inbound: tap({ do: 'confirm', visit: a }),
      gives: ['confirm-visit a', 'say confirmed'],
    },
    {
      when: 'a second Confirm is told that it is already done',
      inbound: tap({ do: 'confirm', visit: a }),
      facts: { visits: [visit({ confirmation: 'confirmed' })] },
      gives: ['say already-confirmed'],
    },
    {
      when: 'Confirm counts while a person owns the conversation',
      inbound: tap({ do: 'confirm', visit: a }),
      facts: { owner: 'person' },
      gives: ['confirm-visit a', 'say confirmed'],
    },
    {
      when: 'Confirm on a visit that has moved tells the new time and confirms nothing',
      inbound: tap({ do: 'confirm', visit: a }),
      facts: { visits: [visit({ version: 2 })] },
      gives: ['say outdated-moved', ...threeButtons('a', 2)],
    },
    {
      when: 'Confirm after cancelling offers the way back',
      inbound: tap({ do: 'confirm', visit: a }),
      facts: { visits: [cancelledBy('patient', MINUTE)] },
      gives: [
        'say still-cancelled',
        '  undo: undo-cancel a@1',
        '  another-time: reschedule a@1',
        '  talk-to-us: ask-staff a',
      ],
    },
    {
      when: 'Confirm long after cancelling offers another time, no undo',
      inbound: tap({ do: 'confirm', visit: a }),
      facts: { visits: [cancelledBy('patient', -1)] },
      gives: ['say still-cancelled', '  another-time: reschedule a@1', '  talk-to-us: ask-staff a'],
    },
    {
      when: 'Confirm on a visit that the clinic cancelled brings a person, soon',
      inbound: tap({ do: 'confirm', visit: a }),
      facts: { visits: [cancelledBy('clinic')] },
      gives: ['escalate scheduling gone-from-book high a', 'say no-longer-booked'],
    },
    {
      when: 'Confirm on a visit that nobody knows any more brings a person',
      inbound: tap({ do: 'confirm', visit: a }),
      facts: { visits: [] },
      gives: ['escalate identity no-visit-found normal', 'say no-visit'],
    },
    {
      when: 'Confirm at the minute in which the visit begins comes too late',
      inbound: tap({ do: 'confirm', visit: a }),
      facts: { visits: [visit({ startAt: now })] },
      gives: ['say past-visit', '  talk-to-us: ask-staff a'],
    },
    {
      when: 'Confirm a minute before the visit still counts',
      inbound: tap({ do: 'confirm', visit: a }),
      facts: { visits: [visit({ startAt: shift(now, 1) })] },
      gives: ['confirm-visit a', 'say confirmed'],
    },
    {
      when: 'Confirm after the patient has arrived changes nothing',
      inbound: tap({ do: 'confirm', visit: a }),
      facts: { visits: [visit({ status: 'arrived' })] },
      gives: ['say past-visit', '  talk-to-us: ask-staff a'],
    },
    {
      when: 'Confirm after a no-show changes nothing',
      inbound: tap({ do: 'confirm', visit: a }),
      facts: { visits: [visit({ status: 'noshow' })] },
      gives: ['say past-visit', '  talk-to-us: ask-staff a'],
    },
    {
      when: 'a visit known by its day can be confirmed on that day',
      inbound: tap({ do: 'confirm', visit: a }),
      facts: { visits: [dayOnly('2026-11-23')] },
      gives: ['confirm-visit a', 'say confirmed'],
    },
    {
      when: 'a visit known by its day is over the day after',
      inbound: tap({ do: 'confirm', visit: a }),
      facts: { visits: [dayOnly('2026-11-22')] },
      gives: ['say past-visit', '  talk-to-us: ask-staff a'],
    },
    {
      when: 'Confirm while times are on offer frees them',
      inbound: tap({ do: 'confirm', visit: a }),
      state: { v: 1, offered: { visit: a, slots: free } },
      gives: ['confirm-visit a', 'release-holds a', 'say confirmed'],
    },
    {
      when: 'confirming one visit leaves the times on offer for another alone',
      inbound: tap({ do: 'confirm', visit: b }),
      facts: { visits: [visit(), leo] },
      state: { v: 1, offered: { visit: a, slots: free } },
      gives: ['confirm-visit b', 'say confirmed'],
    },
    {
      when: 'Keep confirms the visit and frees the times on offer',
      inbound: tap({ do: 'keep', visit: a }),
      state: { v: 1, offered: { visit: a, slots: free } },
      gives: ['confirm-visit a', 'release-holds a', 'say kept'],
    },
    {
      when: 'Keep on a confirmed visit only says so',
      inbound: tap({ do: 'keep', visit: a }),
      facts: { visits: [visit({ confirmation: 'confirmed' })] },
      gives: ['say kept'],
    },
    {
      when: 'Keep on a visit that has moved tells the new time',
      inbound: tap({ do: 'keep', visit: a }),
      facts: { visits: [visit({ version: 3 })] },
      gives: ['say outdated-moved', ...threeButtons('a', 3)],
    },
    {
      when: 'Keep on a cancelled visit says that it is cancelled',
      inbound: tap({ do: 'keep', visit: a }),
      facts: { visits: [cancelledBy('patient', MINUTE)] },
      gives: [
        'say already-cancelled',
        '  undo: undo-cancel a@1',
        '  another-time: reschedule a@1',
        '  talk-to-us: ask-staff a',
      ],
    },
  ])('$when', (row) => expect(brief(taken(row))).toEqual(row.gives))
})
