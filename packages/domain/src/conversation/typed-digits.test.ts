import { describe, expect, test } from 'vitest'
import {
  type Row,
  a,
  b,
  both,
  brief,
  digit,
  facts,
  now,
  offerRows,
  offered,
  question,
  reasons,
  reminder,
  slotQuestion,
  taken,
  twoButtons,
  visit,
} from '../../test-support/turn-table.ts'
import { DAY, MINUTE, shift } from '../shared/instant.ts'
import { turn } from './turn.ts'

describe('typed digits', () => {
  test.each<Row>([
    { when: '1 confirms the one visit asked about', inbound: digit(1), gives: ['confirm-visit a', 'say confirmed'] },
    {
      when: '2 moves it',
      inbound: digit(2),
      gives: ['request-reschedule a by bot', ...offered(), 'say slots-offered', ...offerRows],
    },
    {
      when: '3 cancels it',
      inbound: digit(3),
      gives: [
        'cancel a undo until 11-23T09:15', 'hold 11-25T09:00 until 11-23T09:15', 'say cancelled',
        '  undo: undo-cancel a@1', '  another-time: reschedule a@1', ...reasons,
      ], // prettier-ignore
    },
    {
      when: '4 means nothing and reaches a person',
      inbound: digit(4),
      gives: ['escalate unanswered choice-not-understood normal', 'say handed-to-staff'],
    },
    {
      when: '0 means nothing and reaches a person',
      inbound: digit(0),
      gives: ['escalate unanswered choice-not-understood normal', 'say handed-to-staff'],
    },
    {
      when: '1 about a visit that nobody asked about reaches a person',
      inbound: digit(1),
      facts: { visits: [visit({ confirmation: 'none' })] },
      gives: ['escalate unanswered choice-not-understood normal', 'say handed-to-staff'],
    },
    {
      when: '1 to a merged reminder confirms all',
      inbound: digit(1),
      facts: { ...both, about: reminder([a, b]) },
      gives: ['confirm-visit a', 'confirm-visit b', 'say confirmed-all'],
    },
    {
      when: '2 to a merged reminder changes one',
      inbound: digit(2),
      facts: { ...both, about: reminder([a, b]) },
      gives: [
        'say which-visit',
        '  visit: choose-visit a@1',
        '  visit: choose-visit b@1',
        '  talk-to-us: ask-staff a+b',
      ],
    },
    {
      when: '3 after two separate reminders asks which to cancel',
      inbound: digit(3),
      facts: { ...both, about: reminder([b]) },
      gives: ['say which-visit', '  visit: cancel a@1', '  visit: cancel b@1', '  talk-to-us: ask-staff a+b'],
    },
    {
      when: '1 after two separate reminders asks which to confirm',
      inbound: digit(1),
      facts: { ...both, about: reminder([b]) },
      gives: [
        'say which-visit', '  all-visits: confirm-all a+b', '  visit: confirm a@1', '  visit: confirm b@1',
        '  talk-to-us: ask-staff a+b',
      ], // prettier-ignore
    },
    {
      when: '2 after two separate reminders asks which to move',
      inbound: digit(2),
      facts: { ...both, about: reminder([b]) },
      gives: ['say which-visit', '  visit: reschedule a@1', '  visit: reschedule b@1', '  talk-to-us: ask-staff a+b'],
    },
    {
      when: 'a digit that nothing announced is for the person who answers',
      inbound: digit(1),
      facts: { owner: 'person' },
      gives: ['mark-unread'],
    },
    {
      when: '4 after two separate reminders reaches a person',
      inbound: digit(4),
      facts: { ...both, about: reminder([b]) },
      gives: ['escalate unanswered choice-not-understood normal', 'say handed-to-staff'],
    },
    {
      when: 'a digit means what the message’s own buttons mean',
      inbound: digit(1),
      facts: { about: reminder([a], { actions: twoButtons }) },
      gives: ['say follow-up-thanks'],
    },
    {
      when: 'a digit after the message of the day after means its buttons, though the visit is over',
      inbound: digit(1),
      facts: { visits: [visit({ status: 'fulfilled' })], about: reminder([a], { actions: twoButtons }) },
      gives: ['say follow-up-thanks'],
    },
    {
      when: 'a digit after the message of the day after is for another visit’s reminder when that waits',
      inbound: digit(1),
      facts: {
        visits: [visit({ status: 'fulfilled' }), visit({ id: 'b', startAt: shift(now, DAY) })],
        about: reminder([a], { actions: twoButtons }),
      },
      gives: ['confirm-visit b', 'say confirmed'],
    },
    {
      when: 'a digit beyond the message’s own buttons reaches a person',
      inbound: digit(3),
      facts: { about: reminder([a], { actions: twoButtons }) },
      gives: ['escalate unanswered choice-not-understood normal', 'say handed-to-staff'],
    },
    {
      when: 'a digit answers the last question',
      inbound: digit(1),
      state: slotQuestion(),
      gives: ['move a to 11-26T09:00 confirming', 'release-holds a', 'say moved'],
    },
    {
      when: 'a digit still answers the question after the reminder before it',
      inbound: digit(1),
      state: slotQuestion(),
      facts: { about: reminder([a], { sentAt: shift(now, -MINUTE) }) },
      gives: ['move a to 11-26T09:00 confirming', 'release-holds a', 'say moved'],
    },
    {
      when: 'a reminder after the question takes the digits over',
      inbound: digit(1),
      state: slotQuestion(),
      facts: { about: reminder([a], { sentAt: shift(now, -MINUTE + 1) }) },
      gives: ['confirm-visit a', 'say confirmed'],
    },
    {
      when: 'a digit that quotes a message is about that message, not about the last question',
      inbound: digit(1),
      state: slotQuestion(),
      facts: { about: reminder([a], { how: 'quoted', sentAt: shift(now, -DAY) }) },
      gives: ['confirm-visit a', 'say confirmed'],
    },
    {
      when: 'a question of a day ago is still open',
      inbound: digit(1),
      state: slotQuestion(shift(now, -DAY)),
      gives: ['move a to 11-26T09:00 confirming', 'release-holds a', 'say moved'],
    },
    {
      when: 'a question of more than a day ago is not',
      inbound: digit(1),
      state: slotQuestion(shift(now, -DAY - 1)),
      gives: ['confirm-visit a', 'say confirmed'],
    },
    {
      when: 'a digit after a message of staff is not an answer to the bot’s question before it',
      inbound: digit(1),
      state: slotQuestion(),
      facts: { owner: 'person', lastStaffMessageAt: now },
      gives: ['mark-unread'],
    },
    {
      when: 'a digit to the bot’s question after a message of staff counts',
      inbound: digit(1),
      state: slotQuestion(),
      facts: { owner: 'person', lastStaffMessageAt: shift(now, -MINUTE) },
      gives: ['move a to 11-26T09:00 confirming', 'release-holds a', 'say moved'],
    },
    {
      when: 'a digit that is no choice is asked back with the same choices',
      inbound: digit(3),
      state: slotQuestion(),
      gives: ['say not-a-choice', '  11-26T09:00', '  keep: keep a@1'],
    },
    {
      when: 'a second digit that is no choice reaches a person',
      inbound: digit(3),
      state: question('not-a-choice', [{ do: 'keep', visit: a }]),
      gives: ['escalate unanswered choice-not-understood normal', 'say handed-to-staff'],
    },
  ])('$when', (row) => expect(brief(taken(row))).toEqual(row.gives))

  test('the question that is asked again counts its choices and stays open', () => {
    const again = turn(slotQuestion(), digit(9), facts(), now)
    expect(again.effects).toMatchObject([{ reply: { params: { count: 2 } } }])
    expect(brief(turn(again.state, digit(2), facts(), now))).toEqual(['confirm-visit a', 'say kept'])
  })
})
