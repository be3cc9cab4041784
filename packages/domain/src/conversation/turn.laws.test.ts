import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actions, anyFacts, inbounds, lostSlots, states } from '../../test-support/turn-arbitraries.ts'
import { now } from '../../test-support/turn-table.ts'
import type { VisitRef } from './action.ts'
import type { Effect, EffectName } from './effect.ts'
import type { TurnFacts } from './facts.ts'
import type { Inbound } from './inbound.ts'
import { MAX_ROWS, type Reply } from './reply.ts'
import type { ConversationState } from './state.ts'
import { turn, type Turn } from './turn.ts'

type Claim = (state: ConversationState, inbound: Inbound, facts: TurnFacts) => void

const law = (claim: Claim): void =>
  fc.assert(
    fc.property(states, inbounds, anyFacts, (state, inbound, facts) => {
      claim(state, inbound, facts)
    }),
    { numRuns: 1000 },
  )

const repliesOf = ({ effects }: Turn): readonly Reply[] =>
  effects.flatMap((effect) => (effect.do === 'reply' ? [effect.reply] : []))

const does = ({ effects }: Turn, ...names: readonly EffectName[]): readonly Effect[] =>
  effects.filter((effect) => names.includes(effect.do))

/** Effects after which the visit is another one. */
const CHANGES = ['confirm-visit', 'cancel-visit', 'undo-cancel', 'move-visit'] as const
const TOUCHES = [...CHANGES, 'note-cancel-reason', 'request-reschedule', 'hold-slots'] as const

describe('laws of the conversation', () => {
  test('nobody is left without an answer or a person', () =>
    law((state, inbound, facts) => {
      const answers = does(turn(state, inbound, facts, now), 'reply', 'escalate', 'mark-unread').length
      const asksNothing = inbound.kind === 'reaction' || inbound.kind === 'revoke'
      expect(answers > 0 || asksNothing).toBe(true)
    }))

  test('one message is answered with at most one message', () =>
    law((state, inbound, facts) => expect(repliesOf(turn(state, inbound, facts, now)).length).toBeLessThan(2)))

  test('one turn cancels or moves at most one visit', () =>
    law((state, inbound, facts) =>
      expect(does(turn(state, inbound, facts, now), 'cancel-visit', 'move-visit', 'undo-cancel').length).toBeLessThan(
        2,
      ),
    ))

  test('only visits that this contact may answer for are touched, at the version that was loaded', () =>
    law((state, inbound, facts) => {
      for (const effect of does(turn(state, inbound, facts, now), ...TOUCHES)) {
        const { id, version } = (effect as { readonly visit: VisitRef }).visit
        expect(facts.visits.some((visit) => visit.id === id)).toBe(true)
        const current = facts.visits.find((visit) => visit.id === id)
        expect(current && (current.version === version || current.version === version + 1)).toBe(true)
      }
    }))

  test('a visit that has begun, or that nobody can come to, is never changed', () =>
    law((state, inbound, facts) => {
      for (const effect of does(turn(state, inbound, facts, now), ...TOUCHES)) {
        const visit = facts.visits.find(({ id }) => id === (effect as { readonly visit: VisitRef }).visit.id)
        expect(['proposed', 'pending', 'booked', 'cancelled']).toContain(visit?.status)
        if (visit?.status === 'cancelled') expect(visit.cancelledBy).toBe('patient')
        if (visit?.startAt !== undefined) expect(visit.startAt).toBeGreaterThan(now)
      }
    }))

  test('a tap on a message about an earlier version changes no visit', () =>
    fc.assert(
      fc.property(states, actions, anyFacts, (state, action, facts) => {
        const told = 'visits' in action ? action.visits : 'visit' in action ? [action.visit] : []
        const stale = new Set(told.filter((ref) => !isFresh(facts, ref)).map(({ id }) => id))
        // A message that names one visit twice, in two versions, is no message of ours.
        fc.pre(told.length === new Set(told.map(({ id }) => id)).size)
        const changed = does(turn(state, { kind: 'tap', action }, facts, now), ...TOUCHES)
        expect(changed.filter((effect) => 'visit' in effect && effect.visit && stale.has(effect.visit.id))).toEqual([])
      }),
      { numRuns: 1000 },
    ))

  test('STOP is carried out first from every state and whoever owns the conversation', () =>
    law((state, _inbound, facts) => {
      const stopped = turn(state, { kind: 'word', word: 'opt-out' }, facts, now)
      expect(stopped.effects[0]).toEqual({ do: 'opt-out' })
      expect(stopped.effects.at(-1)).toMatchObject({ do: 'reply', reply: { kind: 'safety' } })
      expect(does(stopped, ...TOUCHES)).toEqual([])
    }))

  test('only receipts of STOP are safety messages', () =>
    law((state, inbound, facts) => {
      const stop = inbound.kind === 'word' && inbound.word === 'opt-out'
      const kinds = repliesOf(turn(state, inbound, facts, now)).map(({ kind }) => kind)
      expect(kinds.filter((kind) => (kind === 'safety') !== stop)).toEqual([])
    }))

  test('the state and the effects survive being saved and read back', () =>
    law((state, inbound, facts) => {
      const taken = turn(state, inbound, facts, now)
      const readBack = turn(JSON.parse(JSON.stringify(state)), inbound, JSON.parse(JSON.stringify(facts)), now)
      expect(readBack).toEqual(taken)
      expect(JSON.parse(JSON.stringify(taken))).toEqual(taken)
    }))

  test('what nobody said to us is answered to nobody and changes nothing', () =>
    law((state, _inbound, facts) => {
      for (const what of ['changed-person', 'group'] as const) {
        const { state: after, effects } = turn(state, { kind: 'notice', what }, facts, now)
        expect(after.question).toEqual(state.question)
        expect(effects.every((effect) => effect.do === 'escalate' || effect.do === 'mark-unread')).toBe(true)
      }
    }))

  test('every list fits WhatsApp', () =>
    law((state, inbound, facts) => {
      const rows = repliesOf(turn(state, inbound, facts, now)).map(({ options }) => options.length)
      expect(Math.max(0, ...rows)).toBeLessThanOrEqual(MAX_ROWS)
    }))

  test('a lost slot is never answered with another try', () =>
    fc.assert(
      fc.property(states, lostSlots, anyFacts, (state, lost, facts) => {
        expect(does(turn(state, lost, facts, now), ...CHANGES)).toEqual([])
      }),
      { numRuns: 1000 },
    ))

  test('a slot that was lost or shown is not offered again, and none is in the past', () =>
    law((state, inbound, facts) => {
      const taken = turn(state, inbound, facts, now)
      const lost = inbound.kind === 'slot-lost' ? inbound.slot.startAt : undefined
      const offered = repliesOf(taken).flatMap(({ options }) =>
        options.flatMap(({ key, action }) =>
          key === 'slot' && action.do === 'pick-slot' ? [action.slot.startAt] : [],
        ),
      )
      expect(offered.filter((startAt) => startAt === lost || startAt <= now)).toEqual([])
      expect(new Set(offered).size).toBe(offered.length)
    }))

  test('while a person answers, words and pictures are left to that person', () =>
    law((state, _inbound, facts) => {
      for (const kind of ['text', 'unsupported'] as const) {
        const { effects } = turn(state, { kind }, { ...facts, owner: 'person' }, now)
        expect(effects).toEqual([{ do: 'mark-unread' }])
      }
    }))

  test('the question that stays open is the one that was just asked, or the one before', () =>
    law((state, inbound, facts) => {
      const taken = turn(state, inbound, facts, now)
      const reply = taken.effects.find((effect) => effect.do === 'reply')?.reply
      const { question } = taken.state
      if (question && question !== state.question) {
        expect(question).toMatchObject({ key: reply?.key, askedAt: now, options: reply?.options })
      }
    }))
})

/** Nothing that the patient was told has changed; a cancellation by the patient may have raised the version by one. */
function isFresh({ visits }: TurnFacts, ref: VisitRef): boolean {
  const visit = visits.find(({ id }) => id === ref.id)
  if (!visit) return false
  const ownCancel = visit.status === 'cancelled' && visit.cancelledBy === 'patient'
  return visit.version === ref.version || (ownCancel && visit.version === ref.version + 1)
}
