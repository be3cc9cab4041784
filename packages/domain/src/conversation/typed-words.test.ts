import { describe, expect, test } from 'vitest'
import {
  type Row,
  a,
  at,
  b,
  both,
  brief,
  cancelledBy,
  facts,
  leo,
  now,
  offerRows,
  offered,
  question,
  reasons,
  reminder,
  slotQuestion,
  taken,
  threeButtons,
  twoButtons,
  visit,
  word,
} from '../../test-support/turn-table.ts'
import { MINUTE, shift } from '../shared/instant.ts'
import { newConversation, type ConversationState } from './state.ts'
import { turn } from './turn.ts'

const said = (what: 'confirm' | 'cancel' | 'undo', ago = -MINUTE): ConversationState => ({
  v: 1,
  said: { word: what, visitId: 'a', at: shift(now, ago) },
})

describe('typed words', () => {
  test.each<Row>([
    {
      when: 'a bare yes to the one visit asked about confirms it',
      inbound: word('confirm'),
      gives: ['confirm-visit a', 'say confirmed'],
    },
    {
      when: 'a bare yes with two visits asked about is asked back',
      inbound: word('confirm'),
      facts: both,
      gives: [
        'say which-visit', '  all-visits: confirm-all a+b', '  visit: confirm a@1', '  visit: confirm b@1',
        '  talk-to-us: ask-staff a+b',
      ], // prettier-ignore
    },
    {
      when: 'visits are listed soonest first, those of one day by hour and then by id',
      inbound: word('cancel'),
      facts: {
        visits: [
          leo,
          visit({ id: 'd' }),
          visit({ id: 'c' }),
          visit({ id: 'e', date: '2026-11-24', startAt: at('2026-11-24T18:00') }),
        ],
      },
      gives: [
        'say which-visit', '  visit: cancel e@1', '  visit: cancel c@1', '  visit: cancel d@1', '  visit: cancel b@1',
        '  talk-to-us: ask-staff e+c+d+b',
      ], // prettier-ignore
    },
    {
      when: 'a bare yes to a merged reminder confirms all of it',
      inbound: word('confirm'),
      facts: { ...both, about: reminder([a, b]) },
      gives: ['confirm-visit a', 'confirm-visit b', 'say confirmed-all'],
    },
    {
      when: 'a bare yes after two separate reminders is asked back',
      inbound: word('confirm'),
      facts: { ...both, about: reminder([b]) },
      gives: [
        'say which-visit', '  all-visits: confirm-all a+b', '  visit: confirm a@1', '  visit: confirm b@1',
        '  talk-to-us: ask-staff a+b',
      ], // prettier-ignore
    },
    {
      when: 'a yes that quotes one of two reminders is about that one',
      inbound: word('confirm'),
      facts: { ...both, about: reminder([b], { how: 'quoted' }) },
      gives: ['confirm-visit b', 'say confirmed'],
    },
    {
      when: 'a yes that quotes an old reminder is told the new time',
      inbound: word('confirm'),
      facts: { visits: [visit({ version: 2 })], about: reminder([a], { how: 'quoted' }) },
      gives: ['say outdated-moved', ...threeButtons('a', 2)],
    },
    {
      when: 'a yes after the reminder of a visit that has moved since is told the new time',
      inbound: word('confirm'),
      facts: { visits: [visit({ version: 2, confirmation: 'none' })], about: reminder([a]) },
      gives: ['say outdated-moved', ...threeButtons('a', 2)],
    },
    {
      when: 'a yes that quotes nothing of ours about a visit is read like a bare one',
      inbound: word('confirm'),
      facts: { about: reminder([], { how: 'quoted' }) },
      gives: ['confirm-visit a', 'say confirmed'],
    },
    {
      when: 'a bare yes after the follow-up of a past visit is about the visit ahead',
      inbound: word('confirm'),
      facts: { visits: [visit(), visit({ id: 'p', status: 'fulfilled' })], about: reminder([{ id: 'p', version: 1 }]) },
      gives: ['confirm-visit a', 'say confirmed'],
    },
    {
      when: '"cancel" cancels the one visit asked about',
      inbound: word('cancel'),
      gives: [
        'cancel a undo until 11-23T09:15', 'hold 11-25T09:00 until 11-23T09:15', 'say cancelled',
        '  undo: undo-cancel a@1', '  another-time: reschedule a@1', ...reasons,
      ], // prettier-ignore
    },
    {
      when: '"cancel" to a merged reminder asks which',
      inbound: word('cancel'),
      facts: { ...both, about: reminder([a, b]) },
      gives: ['say which-visit', '  visit: cancel a@1', '  visit: cancel b@1', '  talk-to-us: ask-staff a+b'],
    },
    {
      when: '"move" to a merged reminder of which one visit is left shows that one',
      inbound: word('reschedule'),
      facts: { visits: [visit({ status: 'cancelled' }), leo], about: reminder([a, b]) },
      gives: ['say visit-actions', ...threeButtons('b')],
    },
    {
      when: '"move" offers times for the one visit asked about',
      inbound: word('reschedule'),
      gives: ['request-reschedule a by bot', ...offered(), 'say slots-offered', ...offerRows],
    },
    {
      when: '"cancel" to a merged reminder asks among its visits alone',
      inbound: word('cancel'),
      facts: { visits: [visit(), leo, visit({ id: 'c', confirmation: 'none' })], about: reminder([a, b]) },
      gives: ['say which-visit', '  visit: cancel a@1', '  visit: cancel b@1', '  talk-to-us: ask-staff a+b'],
    },
    {
      when: 'a yes that quotes a reminder of a visit that is over says so',
      inbound: word('confirm'),
      facts: { visits: [visit({ status: 'fulfilled' }), leo], about: reminder([a], { how: 'quoted' }) },
      gives: ['say past-visit', '  talk-to-us: ask-staff a'],
    },
    {
      when: 'a yes after the message of the day after says what is ahead',
      inbound: word('confirm'),
      facts: {
        visits: [visit({ id: 'p', status: 'fulfilled' }), visit({ confirmation: 'none' })],
        about: reminder([{ id: 'p', version: 1 }], { actions: twoButtons }),
      },
      gives: ['say visit-actions', ...threeButtons()],
    },
    {
      when: 'a yes with a merged reminder of which one visit is over is about the other',
      inbound: word('confirm'),
      facts: { visits: [visit({ status: 'fulfilled' }), leo], about: reminder([a, b]) },
      gives: ['confirm-visit b', 'say confirmed'],
    },
    {
      when: '"confirm" among the choices confirms all that they name',
      inbound: word('confirm'),
      facts: both,
      state: question('which-visit', [{ do: 'confirm-all', visits: [a, b] }]),
      gives: ['confirm-visit a', 'confirm-visit b', 'say confirmed-all'],
    },
    {
      when: '"move" among the choices moves the visit that they name',
      inbound: word('reschedule'),
      facts: { visits: [visit({ confirmation: 'reschedule-requested' }), leo] },
      state: question('visit-actions', [{ do: 'reschedule', visit: a }]),
      gives: [...offered(), 'say slots-offered', ...offerRows],
    },
    {
      when: '"cancel" among the choices cancels the visit that they name',
      inbound: word('cancel'),
      facts: both,
      state: question('visit-actions', [{ do: 'cancel', visit: a }]),
      gives: [
        'cancel a undo until 11-23T09:15', 'hold 11-25T09:00 until 11-23T09:15', 'say cancelled',
        '  undo: undo-cancel a@1', '  another-time: reschedule a@1', ...reasons,
      ], // prettier-ignore
    },
    {
      when: '"undo" among the choices undoes the cancellation that they name',
      inbound: word('undo'),
      facts: { visits: [cancelledBy('patient', MINUTE), { ...cancelledBy('patient', 2 * MINUTE), id: 'b' }] },
      state: question('still-cancelled', [{ do: 'undo-cancel', visit: a }]),
      gives: ['undo-cancel a', 'release-holds a', 'say cancel-undone'],
    },
    {
      when: 'a stray yes about a visit that nobody asked about confirms nothing',
      inbound: word('confirm'),
      facts: { visits: [visit({ confirmation: 'none' })] },
      gives: ['say visit-actions', ...threeButtons()],
    },
    {
      when: 'a stray "cancel" about a visit that nobody asked about shows its buttons first',
      inbound: word('cancel'),
      facts: { visits: [visit({ confirmation: 'confirmed' })] },
      gives: ['say visit-actions', ...threeButtons()],
    },
    {
      when: 'a yes about a confirmed visit is told that it is done',
      inbound: word('confirm'),
      facts: { visits: [visit({ confirmation: 'confirmed' })] },
      gives: ['say already-confirmed'],
    },
    {
      when: 'a stray "move" with two visits ahead asks which',
      inbound: word('reschedule'),
      facts: { visits: [visit({ confirmation: 'none' }), { ...leo, confirmation: 'confirmed' }] },
      gives: ['say which-visit', '  visit: reschedule a@1', '  visit: reschedule b@1', '  talk-to-us: ask-staff a+b'],
    },
    {
      when: 'a yes with nothing ahead is told of the cancellation that could be put right',
      inbound: word('confirm'),
      facts: { visits: [visit({ id: 'p', status: 'fulfilled', date: '2026-11-26' }), cancelledBy('patient', -1)] },
      gives: ['say already-cancelled', '  another-time: reschedule a@1', '  talk-to-us: ask-staff a'],
    },
    {
      when: 'a yes with only the past behind it is told of the latest visit',
      inbound: word('confirm'),
      facts: {
        visits: [
          visit({ id: 'x', status: 'noshow', date: '2026-11-20' }),
          visit({ id: 'z', status: 'noshow', date: '2026-11-21' }),
          visit({ id: 'y', status: 'noshow', date: '2026-11-21' }),
        ],
      },
      gives: ['say past-visit', '  talk-to-us: ask-staff y'],
    },
    {
      when: 'a yes from somebody without any visit brings a person',
      inbound: word('confirm'),
      facts: { visits: [] },
      gives: ['escalate identity no-visit-found normal', 'say no-visit'],
    },
    {
      when: '"undo" takes the last cancellation back',
      inbound: word('undo'),
      facts: {
        visits: [
          { ...cancelledBy('patient', MINUTE), id: 'c' },
          cancelledBy('patient', 2 * MINUTE),
          { ...cancelledBy('patient'), id: 'd' },
        ],
      },
      gives: ['undo-cancel a', 'release-holds a', 'say cancel-undone'],
    },
    {
      when: '"undo" without a cancellation says that the visit stands',
      inbound: word('undo'),
      gives: ['say still-booked'],
    },
    {
      when: '"undo" with two visits standing shows both',
      inbound: word('undo'),
      facts: both,
      gives: [
        'say which-visit',
        '  visit: choose-visit a@1',
        '  visit: choose-visit b@1',
        '  talk-to-us: ask-staff a+b',
      ],
    },
    {
      when: '"undo" of a visit that the clinic cancelled brings a person',
      inbound: word('undo'),
      facts: { visits: [cancelledBy('clinic')] },
      gives: ['escalate scheduling gone-from-book high a', 'say no-longer-booked'],
    },
    {
      when: 'words while a person answers are for that person',
      inbound: word('confirm'),
      facts: { owner: 'person' },
      gives: ['mark-unread'],
    },
    {
      when: 'a word that answers the bot’s own question counts while a person owns the conversation',
      inbound: word('cancel'),
      facts: { owner: 'person' },
      state: question('visit-actions', [
        { do: 'confirm', visit: a },
        { do: 'cancel', visit: a },
      ]),
      gives: [
        'cancel a undo until 11-23T09:15', 'hold 11-25T09:00 until 11-23T09:15', 'say cancelled',
        '  undo: undo-cancel a@1', '  another-time: reschedule a@1', ...reasons,
      ], // prettier-ignore
    },
    {
      when: 'a yes to a list of times is asked back: to which of them?',
      inbound: word('confirm'),
      state: slotQuestion(),
      gives: ['say not-a-choice', '  11-26T09:00', '  keep: keep a@1'],
    },
    {
      when: 'a yes among several confirmations is asked back',
      inbound: word('confirm'),
      facts: both,
      state: question('which-visit', [
        { do: 'confirm', visit: a },
        { do: 'confirm', visit: b },
      ]),
      gives: ['say not-a-choice', '  keep: confirm a@1', '  keep: confirm b@1'],
    },
    {
      when: 'a second answer that chooses nothing reaches a person',
      inbound: word('confirm'),
      state: question('not-a-choice', [{ do: 'keep', visit: a }]),
      gives: ['escalate unanswered choice-not-understood normal', 'say handed-to-staff'],
    },
    {
      when: '"cancel" to a list of times may mean the list: the visit’s buttons ask',
      inbound: word('cancel'),
      state: slotQuestion(),
      gives: ['say visit-actions', ...threeButtons()],
    },
    {
      when: '"undo" to a list of times shows the visit’s buttons',
      inbound: word('undo'),
      state: slotQuestion(),
      gives: ['say visit-actions', ...threeButtons()],
    },
    {
      when: '"move" to a list of times asks for the choice again',
      inbound: word('reschedule'),
      state: slotQuestion(),
      gives: ['say not-a-choice', '  11-26T09:00', '  keep: keep a@1'],
    },
    {
      when: '"undo" to the question why is the undo among its choices',
      inbound: word('undo'),
      facts: { visits: [cancelledBy('patient', MINUTE), { ...cancelledBy('patient', 2 * MINUTE), id: 'b' }] },
      state: question('cancelled', [{ do: 'undo-cancel', visit: a }]),
      gives: ['undo-cancel a', 'release-holds a', 'say cancel-undone'],
    },
    {
      when: 'a yes to the question why is about the visit, and is told that it is cancelled',
      inbound: word('confirm'),
      facts: { visits: [cancelledBy('patient', MINUTE)], about: reminder([a]) },
      state: question('cancelled', [{ do: 'undo-cancel', visit: a }]),
      gives: [
        'say still-cancelled',
        '  undo: undo-cancel a@1',
        '  another-time: reschedule a@1',
        '  talk-to-us: ask-staff a',
      ],
    },
    {
      when: 'the same yes again, in haste, is about the visit that it confirmed, not about the next one',
      inbound: word('confirm'),
      facts: { visits: [visit({ confirmation: 'confirmed' }), leo] },
      state: said('confirm'),
      gives: ['say already-confirmed'],
    },
    {
      when: 'the same "cancel" again, in haste, cancels no second visit, whatever is asked meanwhile',
      inbound: word('cancel'),
      facts: { visits: [cancelledBy('patient', MINUTE), leo] },
      state: { ...question('cancelled', [{ do: 'undo-cancel', visit: a }]), ...said('cancel') },
      gives: [
        'say already-cancelled', '  undo: undo-cancel a@1', '  another-time: reschedule a@1', '  talk-to-us: ask-staff a',
      ], // prettier-ignore
    },
    {
      when: 'the same "undo" again, in haste, brings no second visit back',
      inbound: word('undo'),
      facts: { visits: [visit(), { ...cancelledBy('patient', MINUTE), id: 'b' }] },
      state: said('undo'),
      gives: ['say still-booked'],
    },
    {
      when: 'ten minutes later it is still haste',
      inbound: word('confirm'),
      facts: { visits: [visit({ confirmation: 'confirmed' }), leo] },
      state: said('confirm', -10 * MINUTE),
      gives: ['say already-confirmed'],
    },
    {
      when: 'after more than ten minutes a yes is about the visit that waits',
      inbound: word('confirm'),
      facts: { visits: [visit({ confirmation: 'confirmed' }), leo] },
      state: said('confirm', -10 * MINUTE - 1),
      gives: ['confirm-visit b', 'say confirmed'],
    },
    {
      when: 'another word is about the visit that waits',
      inbound: word('confirm'),
      facts: { visits: [visit({ confirmation: 'confirmed' }), leo] },
      state: said('cancel'),
      gives: ['confirm-visit b', 'say confirmed'],
    },
    {
      when: 'a yes after the next reminder is about the next reminder',
      inbound: word('confirm'),
      facts: { visits: [visit({ confirmation: 'confirmed' }), leo], about: reminder([b], { sentAt: now }) },
      state: said('confirm'),
      gives: ['confirm-visit b', 'say confirmed'],
    },
    {
      when: 'a yes that quotes the other reminder is about the other',
      inbound: word('confirm'),
      facts: { visits: [visit({ confirmation: 'confirmed' }), leo], about: reminder([b], { how: 'quoted' }) },
      state: said('confirm'),
      gives: ['confirm-visit b', 'say confirmed'],
    },
    {
      when: 'the reminder from before the first yes changes nothing about the haste',
      inbound: word('confirm'),
      facts: {
        visits: [visit({ confirmation: 'confirmed' }), leo],
        about: reminder([b], { sentAt: shift(now, -MINUTE) }),
      },
      state: said('confirm'),
      gives: ['say already-confirmed'],
    },
    {
      when: 'the same yes again about a visit that has left the book is read anew',
      inbound: word('confirm'),
      facts: { visits: [leo] },
      state: said('confirm'),
      gives: ['confirm-visit b', 'say confirmed'],
    },
  ])('$when', (row) => expect(brief(taken(row))).toEqual(row.gives))
})

describe('what a word is remembered for', () => {
  test.each([
    ['confirm', {}],
    ['cancel', {}],
    ['undo', { visits: [cancelledBy('patient', MINUTE)] }],
  ] as const)('"%s" is remembered with the visit that it changed', (what, over) => {
    expect(turn(newConversation, word(what), facts(over), now).state.said).toEqual({
      word: what,
      visitId: 'a',
      at: now,
    })
  })

  test('a yes that answers a question is remembered too', () => {
    const asked = question('visit-actions', [{ do: 'confirm', visit: a }])
    expect(turn(asked, word('confirm'), facts(), now).state.said).toEqual({ word: 'confirm', visitId: 'a', at: now })
  })

  test('a yes to several visits is remembered for none of them', () => {
    const merged = facts({ ...both, about: reminder([a, b]) })
    expect(turn(newConversation, word('confirm'), merged, now).state.said).toBeUndefined()
  })

  test('a word that changed nothing is not remembered', () => {
    expect(turn(newConversation, word('reschedule'), facts(), now).state.said).toBeUndefined()
  })
})

test.each(['more-slots', 'slot-lost', 'ask-preference', 'no-slots'] as const)(
  'a yes chooses nothing from "%s"',
  (key) => {
    const taken = turn(question(key, [{ do: 'keep', visit: a }]), word('confirm'), facts(), now)
    expect(brief(taken)).toEqual(['say not-a-choice', '  keep: keep a@1'])
  },
)
