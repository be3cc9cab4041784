import { describe, expect, test } from 'vitest'
import {
  type Row,
  a,
  b,
  both,
  brief,
  cancelledBy,
  facts,
  leo,
  now,
  taken,
  tap,
  threeButtons,
  visit,
  word,
} from '../../../test-support/turn-table.ts'
import { newConversation } from '../state.ts'
import { turn } from '../turn.ts'

describe('several visits in one reminder', () => {
  test.each<Row>([
    {
      when: 'Confirm on a merged reminder confirms all of it',
      inbound: tap({ do: 'confirm-all', visits: [a, b] }),
      facts: both,
      gives: ['confirm-visit a', 'confirm-visit b', 'say confirmed-all'],
    },
    {
      when: 'a visit named twice is confirmed once',
      inbound: tap({ do: 'confirm-all', visits: [a, b, a] }),
      facts: both,
      gives: ['confirm-visit a', 'confirm-visit b', 'say confirmed-all'],
    },
    {
      when: 'what was confirmed before is not confirmed again',
      inbound: tap({ do: 'confirm-all', visits: [a, b] }),
      facts: { visits: [visit({ confirmation: 'confirmed' }), leo] },
      gives: ['confirm-visit b', 'say confirmed-all'],
    },
    {
      when: 'a merged reminder about one visit is an ordinary one',
      inbound: tap({ do: 'confirm-all', visits: [a] }),
      gives: ['confirm-visit a', 'say confirmed'],
    },
    {
      when: 'a visit that has moved since is told, not confirmed',
      inbound: tap({ do: 'confirm-all', visits: [a, b] }),
      facts: { visits: [visit(), { ...leo, version: 2 }] },
      gives: [
        'confirm-visit a', 'say visits-now', '  visit: choose-visit a@1', '  visit: choose-visit b@2',
        '  talk-to-us: ask-staff a+b',
      ], // prettier-ignore
    },
    {
      when: 'a visit that is over or cancelled is told, not confirmed',
      inbound: tap({ do: 'confirm-all', visits: [a, b] }),
      facts: { visits: [cancelledBy('patient'), { ...leo, status: 'fulfilled' }] },
      gives: ['say visits-now'],
    },
    {
      when: 'a merged reminder about visits that nobody knows any more brings a person',
      inbound: tap({ do: 'confirm-all', visits: [a, b] }),
      facts: { visits: [] },
      gives: ['escalate identity no-visit-found normal', 'say no-visit'],
    },
    {
      when: 'a reminder about nothing brings a person',
      inbound: tap({ do: 'confirm-all', visits: [] }),
      gives: ['escalate identity no-visit-found normal', 'say no-visit'],
    },
    {
      when: 'Change one lists the visits',
      inbound: tap({ do: 'change-one', visits: [b, a] }),
      facts: both,
      gives: [
        'say which-visit',
        '  visit: choose-visit b@1',
        '  visit: choose-visit a@1',
        '  talk-to-us: ask-staff b+a',
      ],
    },
    {
      when: 'Change one lists each visit as it is now',
      inbound: tap({ do: 'change-one', visits: [a, b] }),
      facts: { visits: [visit({ version: 4 }), leo] },
      gives: [
        'say which-visit',
        '  visit: choose-visit a@4',
        '  visit: choose-visit b@1',
        '  talk-to-us: ask-staff a+b',
      ],
    },
    {
      when: 'Change one with one visit left goes straight to it',
      inbound: tap({ do: 'change-one', visits: [a, b] }),
      facts: { visits: [cancelledBy('patient'), leo] },
      gives: ['say visit-actions', ...threeButtons('b')],
    },
    {
      when: 'Change one with none left says what is true of the first',
      inbound: tap({ do: 'change-one', visits: [a, b] }),
      facts: { visits: [visit({ status: 'fulfilled' }), { ...leo, status: 'cancelled' }] },
      gives: ['say past-visit', '  talk-to-us: ask-staff a'],
    },
    {
      when: 'Change one about visits that nobody knows any more brings a person',
      inbound: tap({ do: 'change-one', visits: [a, b] }),
      facts: { visits: [] },
      gives: ['escalate identity no-visit-found normal', 'say no-visit'],
    },
    {
      when: 'the chosen visit gets its own three buttons',
      inbound: tap({ do: 'choose-visit', visit: b }),
      facts: both,
      gives: ['say visit-actions', ...threeButtons('b')],
    },
    {
      when: 'a chosen visit that has moved since is told first',
      inbound: tap({ do: 'choose-visit', visit: b }),
      facts: { visits: [{ ...leo, version: 2 }] },
      gives: ['say outdated-moved', ...threeButtons('b', 2)],
    },
  ])('$when', (row) => expect(brief(taken(row))).toEqual(row.gives))

  test('the list of what holds now names each visit’s state', () => {
    const changed = facts({
      visits: [
        visit(), visit({ id: 'b', version: 2 }), { ...cancelledBy('patient'), id: 'c' }, visit({ id: 'd', status: 'noshow' }),
        { ...cancelledBy('clinic'), id: 'e' }, visit({ id: 'f', version: 2, confirmation: 'confirmed' }),
      ],
    }) // prettier-ignore
    const refs = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, version: 1 }))
    const taken = turn(newConversation, tap({ do: 'confirm-all', visits: refs }), changed, now)
    const reply = taken.effects.find((effect) => effect.do === 'reply')?.reply
    expect(reply?.key === 'visits-now' && reply.params.visits.map((told) => told.now)).toEqual([
      'confirmed', 'booked', 'cancelled', 'over', 'cancelled', 'confirmed',
    ]) // prettier-ignore
  })

  test('a list never has more than ten rows, and the last is a person', () => {
    const many = Array.from({ length: 14 }, (_, n) => visit({ id: `v${n}` }))
    const list = turn(newConversation, tap({ do: 'change-one', visits: many }), facts({ visits: many }), now)
    const ask = turn(newConversation, word('confirm'), facts({ visits: many }), now)
    expect(brief(list)).toHaveLength(11)
    expect(brief(list).at(-1)).toMatch(/talk-to-us/)
    expect(brief(ask)).toHaveLength(11)
    expect(brief(ask)[1]).toMatch(/all-visits/)
  })
})
