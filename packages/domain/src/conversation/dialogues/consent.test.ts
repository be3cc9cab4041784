import { describe, expect, test } from 'vitest'
import { type Row, a, brief, free, slotQuestion, taken, tap, word } from '../../../test-support/turn-table.ts'

describe('stop and start', () => {
  test.each<Row>([
    {
      when: 'STOP is carried out and receipted',
      inbound: word('opt-out'),
      gives: ['opt-out', 'safety opted-out', '  start-again'],
    },
    {
      when: 'STOP again is carried out again and receipted in other words',
      inbound: word('opt-out'),
      facts: { optedOut: true, owner: 'person' },
      gives: ['opt-out', 'safety already-opted-out', '  start-again'],
    },
    {
      when: 'STOP frees the times on offer',
      inbound: word('opt-out'),
      state: { ...slotQuestion(), offered: { visit: a, slots: free } },
      gives: ['opt-out', 'release-holds a', 'safety opted-out', '  start-again'],
    },
    {
      when: 'START is carried out',
      inbound: word('opt-in'),
      facts: { optedOut: true },
      gives: ['opt-in', 'say opted-in'],
    },
    {
      when: 'a word that means START to whoever has said STOP is carried out',
      inbound: word('opt-in-again'),
      facts: { optedOut: true },
      gives: ['opt-in', 'say opted-in'],
    },
    {
      when: 'the same word ("back", "enter") of somebody who never said STOP is no consent: a person reads it',
      inbound: word('opt-in-again'),
      gives: ['escalate unanswered free-text normal', 'say handed-to-staff'],
    },
    {
      when: 'the button Start again is carried out',
      inbound: tap({ do: 'opt-in' }),
      facts: { optedOut: true },
      gives: ['opt-in', 'say opted-in'],
    },
    {
      when: 'a START that was sent before the STOP that we know lifts nothing',
      inbound: word('opt-in'),
      facts: { optedOut: true, laterConsent: 'opt-out' },
      gives: ['safety already-opted-out', '  start-again'],
    },
    {
      when: 'a START that was sent after the START that we know is carried out',
      inbound: word('opt-in'),
      facts: { laterConsent: 'opt-in' },
      gives: ['opt-in', 'say opted-in'],
    },
    {
      when: 'a STOP that was sent before the START that we know withdraws what a START does not bring back',
      inbound: word('opt-out'),
      facts: { laterConsent: 'opt-in' },
      gives: ['opt-out of the rest', 'say opted-in'],
    },
    {
      when: 'a STOP that was sent before another STOP is carried out again',
      inbound: word('opt-out'),
      facts: { optedOut: true, laterConsent: 'opt-out' },
      gives: ['opt-out', 'safety already-opted-out', '  start-again'],
    },
    {
      when: 'after STOP a tap still counts and is answered',
      inbound: tap({ do: 'confirm', visit: a }),
      facts: { optedOut: true },
      gives: ['confirm-visit a', 'say confirmed'],
    },
  ])('$when', (row) => expect(brief(taken(row))).toEqual(row.gives))
})
