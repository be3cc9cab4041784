import { describe, expect, test } from 'vitest'
import {
  type Row,
  a,
  b,
  both,
  brief,
  cancelledBy,
  facts,
  now,
  question,
  reminder,
  slotQuestion,
  taken,
  tap,
  threeButtons,
  visit,
} from '../../../test-support/turn-table.ts'
import { DAY, HOUR, shift } from '../../shared/instant.ts'
import { newConversation } from '../state.ts'
import { turn } from '../turn.ts'

describe('for a person', () => {
  test.each<Row>([
    {
      when: 'free text reaches a person',
      inbound: { kind: 'text' },
      gives: ['escalate unanswered free-text normal', 'say handed-to-staff'],
    },
    {
      when: 'free text while it waits for a person is not acknowledged again',
      inbound: { kind: 'text' },
      facts: { owner: 'queue' },
      state: { v: 1, handedOverAt: shift(now, -HOUR) },
      gives: ['mark-unread'],
    },
    {
      when: 'free text that waits for another reason is acknowledged once',
      inbound: { kind: 'text' },
      facts: { owner: 'queue' },
      gives: ['mark-unread', 'say handed-to-staff'],
    },
    {
      when: 'back with the bot, the next hand-over is acknowledged again',
      inbound: { kind: 'text' },
      state: { v: 1, handedOverAt: shift(now, -HOUR) },
      gives: ['escalate unanswered free-text normal', 'say handed-to-staff'],
    },
    {
      when: 'free text while a person answers is theirs',
      inbound: { kind: 'text' },
      facts: { owner: 'person' },
      gives: ['mark-unread'],
    },
    {
      when: 'a photo reaches a person',
      inbound: { kind: 'unread', what: 'image' },
      gives: ['escalate unanswered media normal', 'say handed-to-staff'],
    },
    {
      when: 'a voice note reaches a person',
      inbound: { kind: 'unread', what: 'audio' },
      gives: ['escalate unanswered voice normal', 'say handed-to-staff'],
    },
    {
      when: 'what WhatsApp could not deliver is said to be unreadable',
      inbound: { kind: 'unsupported' },
      gives: ['escalate unanswered unsupported normal', 'say unsupported'],
    },
    {
      when: 'a number that changed hands is looked at by a person, and nobody is thanked for it',
      inbound: { kind: 'notice', what: 'changed-person' },
      gives: ['escalate identity changed-person normal'],
    },
    {
      when: 'what is said in a group is looked at by a person, and answered to nobody in private',
      inbound: { kind: 'notice', what: 'group' },
      gives: ['escalate unanswered group-message normal'],
    },
    {
      when: 'a tap whose meaning is lost shows the visit ahead',
      inbound: { kind: 'unknown-tap' },
      gives: ['say visit-actions', ...threeButtons()],
    },
    {
      when: 'a tap whose meaning is lost shows all visits ahead',
      inbound: { kind: 'unknown-tap' },
      facts: both,
      gives: [
        'say which-visit',
        '  visit: choose-visit a@1',
        '  visit: choose-visit b@1',
        '  talk-to-us: ask-staff a+b',
      ],
    },
    {
      when: 'a tap whose meaning is lost, with nothing ahead, reaches a person',
      inbound: { kind: 'unknown-tap' },
      facts: { visits: [] },
      gives: ['escalate unanswered unknown-button normal', 'say handed-to-staff'],
    },
    {
      when: 'Talk to us about a visit goes to scheduling',
      inbound: tap({ do: 'ask-staff', visits: [a] }),
      gives: ['escalate scheduling asked-for-staff normal a', 'say handed-to-staff'],
    },
    {
      when: 'Talk to us about nothing goes to the unanswered',
      inbound: tap({ do: 'ask-staff', visits: [] }),
      gives: ['escalate unanswered asked-for-staff normal', 'say handed-to-staff'],
    },
    { when: 'All is well is thanked for', inbound: tap({ do: 'all-well', visit: a }), gives: ['say follow-up-thanks'] },
    {
      when: 'a question after the visit reaches a person before it is written',
      inbound: tap({ do: 'ask-question', visit: a }),
      gives: ['escalate unanswered follow-up-question normal a', 'say follow-up-question'],
    },
    {
      when: 'words after "when would suit you?" are the preference',
      inbound: { kind: 'text' },
      facts: { owner: 'queue' },
      state: question('ask-preference', [{ do: 'prefer', visit: a, preference: 'morning' }]),
      gives: [
        'request-reschedule a by staff',
        'escalate scheduling wants-to-move normal a',
        'mark-unread',
        'say preference-noted',
      ],
    },
    {
      when: 'words after "every time is taken" are the preference, also for a cancelled visit',
      inbound: { kind: 'text' },
      facts: { owner: 'queue', visits: [cancelledBy('patient')] },
      state: question('no-slots', [{ do: 'prefer', visit: a, preference: 'morning' }]),
      gives: [
        'request-reschedule a by staff',
        'escalate scheduling wants-to-move normal a',
        'mark-unread',
        'say preference-noted',
      ],
    },
    {
      when: 'words after an old "when would suit you?" are free text',
      inbound: { kind: 'text' },
      state: question('ask-preference', [{ do: 'prefer', visit: a, preference: 'morning' }], shift(now, -DAY - 1)),
      gives: ['escalate unanswered free-text normal', 'say handed-to-staff'],
    },
    {
      when: 'words after "when would suit you?" are for the person who answers meanwhile',
      inbound: { kind: 'text' },
      facts: { owner: 'person' },
      state: question('ask-preference', [{ do: 'prefer', visit: a, preference: 'morning' }]),
      gives: ['mark-unread'],
    },
    {
      when: 'words after "when would suit you?" for a visit that is over are free text',
      inbound: { kind: 'text' },
      facts: { visits: [visit({ status: 'fulfilled' })] },
      state: question('ask-preference', [{ do: 'prefer', visit: a, preference: 'morning' }]),
      gives: ['escalate unanswered free-text normal', 'say handed-to-staff'],
    },
    {
      when: 'words after another question are free text',
      inbound: { kind: 'text' },
      state: slotQuestion(),
      gives: ['escalate unanswered free-text normal', 'say handed-to-staff'],
    },
    {
      when: 'a thumb on the reminder is asked about, not taken for a yes',
      inbound: { kind: 'reaction', removed: false },
      facts: { about: reminder([a], { how: 'quoted' }) },
      gives: ['say visit-actions', ...threeButtons()],
    },
    {
      when: 'an emoji that is taken back needs no answer',
      inbound: { kind: 'reaction', removed: true },
      facts: { about: reminder([a], { how: 'quoted' }) },
      gives: [],
    },
    {
      when: 'an emoji on nothing of ours needs no answer',
      inbound: { kind: 'reaction', removed: false },
      facts: { about: reminder([a]) },
      gives: [],
    },
    {
      when: 'an emoji on a merged reminder needs no answer',
      inbound: { kind: 'reaction', removed: false },
      facts: { ...both, about: reminder([a, b], { how: 'quoted' }) },
      gives: [],
    },
    {
      when: 'an emoji on a confirmed visit needs no answer',
      inbound: { kind: 'reaction', removed: false },
      facts: { visits: [visit({ confirmation: 'confirmed' })], about: reminder([a], { how: 'quoted' }) },
      gives: [],
    },
    {
      when: 'an emoji on an old reminder needs no answer',
      inbound: { kind: 'reaction', removed: false },
      facts: { visits: [visit({ version: 2 })], about: reminder([a], { how: 'quoted' }) },
      gives: [],
    },
    {
      when: 'an emoji while a person answers needs no answer',
      inbound: { kind: 'reaction', removed: false },
      facts: { owner: 'person', about: reminder([a], { how: 'quoted' }) },
      gives: [],
    },
    { when: 'an emoji without a reminder needs no answer', inbound: { kind: 'reaction', removed: false }, gives: [] },
    {
      when: 'an emoji on a visit that is over needs no answer',
      inbound: { kind: 'reaction', removed: false },
      facts: { visits: [visit({ status: 'fulfilled' })], about: reminder([a], { how: 'quoted' }) },
      gives: [],
    },
    { when: 'a deleted message needs no answer', inbound: { kind: 'revoke' }, gives: [] },
  ])('$when', (row) => expect(brief(taken(row))).toEqual(row.gives))

  test.each([
    ['words', { kind: 'text' }], ['media', { kind: 'unread', what: 'document' }], ['voice', { kind: 'unread', what: 'audio' }],
    ['wish', tap({ do: 'ask-staff', visits: [] })],
  ] as const)('the acknowledgement says what was handed over: %s', (after, inbound) => {
    const { effects } = turn(newConversation, inbound, facts(), now)
    expect(effects.at(-1)).toMatchObject({ reply: { key: 'handed-to-staff', params: { after } } })
  }) // prettier-ignore

  test('free text leaves the open question open', () => {
    const asked = slotQuestion()
    const { state } = turn(asked, { kind: 'text' }, facts(), now)
    expect(state).toEqual({ ...asked, handedOverAt: now })
  })

  test.each([
    ['the bot’s own button', tap({ do: 'ask-staff', visits: [a] })], ['the follow-up’s button', tap({ do: 'ask-question', visit: a })],
  ] as const)('%s counts as the acknowledgement for the words that follow', (_name, inbound) => {
    const { state } = turn(newConversation, inbound, facts(), now)
    expect(brief(turn(state, { kind: 'text' }, facts({ owner: 'queue' }), now))).toEqual(['mark-unread'])
  }) // prettier-ignore

  test('a preference in words counts as the acknowledgement for the words that follow', () => {
    const asked = question('ask-preference', [{ do: 'prefer', visit: a, preference: 'morning' }])
    const { state } = turn(asked, { kind: 'text' }, facts({ owner: 'queue' }), now)
    expect(brief(turn(state, { kind: 'text' }, facts({ owner: 'queue' }), now))).toEqual(['mark-unread'])
  })
})
