import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyFacts, inbounds, states } from '../../test-support/turn-arbitraries.ts'
import { now, OF_NO_VISIT } from '../../test-support/turn-table.ts'
import type { Action, ActionName } from './action.ts'
import type { OwnVisit, TurnFacts } from './facts.ts'
import type { Option, OptionKey, Reply, ReplyKey } from './reply.ts'
import type { ConversationState } from './state.ts'
import { turn } from './turn.ts'

type Said = { readonly reply: Reply; readonly facts: TurnFacts; readonly state: ConversationState }

/** Over everything that the bot says in answer to anything; what it repeats from the state is left out. */
const saying = (check: (said: Said) => void): void =>
  fc.assert(
    fc.property(states, inbounds, anyFacts, (state, inbound, facts) => {
      const taken = turn(state, inbound, facts, now)
      for (const effect of taken.effects) {
        if (effect.do === 'reply' && effect.reply.key !== 'not-a-choice')
          check({ reply: effect.reply, facts, state: taken.state })
      }
    }),
    { numRuns: 1000 },
  )

const wordsOf = ({ show, date, zone, startAt }: OwnVisit): unknown => ({
  ...show,
  date,
  zone,
  ...(startAt === undefined ? {} : { startAt }),
})
const words = (facts: TurnFacts): unknown[] => facts.visits.map(wordsOf)

/** What each option does when it is chosen: a button never does more than it says. */
const DOES: Readonly<Record<OptionKey, readonly ActionName[]>> = {
  confirm: ['confirm'],
  reschedule: ['reschedule'],
  cancel: ['cancel'],
  undo: ['undo-cancel'],
  'another-time': ['reschedule'],
  'more-times': ['more-slots'],
  keep: ['keep'],
  'talk-to-us': ['ask-staff'],
  'all-visits': ['confirm-all'],
  'start-again': ['opt-in'],
  slot: ['pick-slot'],
  visit: ['choose-visit', 'confirm', 'reschedule', 'cancel'],
  reason: ['cancel-reason'],
  preference: ['prefer'],
}

const OF_VISITS: ReadonlySet<ReplyKey> = new Set(['confirmed-all', 'visits-now', 'which-visit'])

/** What an option says, as far as its action gives it away. */
function rowMeant({ key, action }: Option, facts: TurnFacts): Pick<Option, 'key' | 'params'> | undefined {
  switch (action.do) {
    case 'pick-slot':
      return { key: 'slot', params: { startAt: action.slot.startAt, zone: action.slot.zone } }
    case 'cancel-reason':
      return { key: 'reason', params: { reason: action.reason } }
    case 'prefer':
      return { key: 'preference', params: { preference: action.preference } }
    default: {
      const visit = 'visit' in action ? facts.visits.find(({ id }) => id === action.visit.id) : undefined
      const isRow = action.do === 'choose-visit' || key === 'visit'
      return visit && isRow ? { key: 'visit', params: { visit: wordsOf(visit) } } : undefined
    }
  }
}

const visitIds = (action: Action): string[] =>
  'visits' in action ? action.visits.map(({ id }) => id) : 'visit' in action ? [action.visit.id] : []

describe('laws of what the bot says', () => {
  test('a message about a visit tells it as it is now, and nothing of it that policy left out', () =>
    saying(({ reply, facts }) => {
      const speaks = !OF_NO_VISIT.has(reply.key) && !OF_VISITS.has(reply.key)
      // "Moved" alone speaks of a time that the book does not have yet.
      const spokenOf = 'visit' in reply.params && reply.key !== 'moved' ? [reply.params.visit] : []
      expect('visit' in reply.params).toBe(speaks)
      expect(words(facts)).toEqual(expect.arrayContaining(spokenOf))
    }))

  test('a list of visits tells each as it is now', () =>
    saying(({ reply, facts }) => {
      const listed = 'visits' in reply.params ? reply.params.visits : []
      const plain = listed.map((visit) => Object.fromEntries(Object.entries(visit).filter(([name]) => name !== 'now')))
      expect(listed.length > 0).toBe(OF_VISITS.has(reply.key))
      expect(words(facts)).toEqual(expect.arrayContaining(plain))
    }))

  test('a button does what it says', () =>
    saying(({ reply }) => {
      expect(reply.options.filter(({ key, action }) => !DOES[key].includes(action.do))).toEqual([])
    }))

  test('a row names what it stands for', () =>
    saying(({ reply, facts }) => {
      const meant = reply.options.map((option) => rowMeant(option, facts))
      const said = reply.options.map(({ key, params }, n) => meant[n] && { key, params })
      expect(said).toEqual(meant)
    }))

  test('a button carries the version that the message told', () =>
    saying(({ reply, facts }) => {
      const current = new Map(facts.visits.map(({ id, version }) => [id, version]))
      const refs = reply.options.flatMap(({ action }) => ('visit' in action ? [action.visit] : []))
      expect(refs.filter(({ id, version }) => current.get(id) !== version)).toEqual([])
    }))

  test('the open question is about the visits that its choices are about', () =>
    saying(({ reply, state }) => {
      const chosen = new Set(reply.options.flatMap(({ action }) => visitIds(action)))
      const asked = reply.options.length > 0 ? (state.question?.visits.map(({ id }) => id) ?? []) : []
      expect(new Set(asked)).toEqual(chosen)
    }))
})
