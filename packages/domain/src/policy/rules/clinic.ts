import { LANES } from '../../shared/appointment.ts'
import { MINUTE, shift } from '../../shared/instant.ts'
import type { Rule } from '../gate-types.ts'
import { allow, heldBy, hold, lookAgain } from '../verdict.ts'
import { windowOpen } from './message.ts'

/** When nobody knows at what time the portfolio has room again. */
export const PORTFOLIO_LOOK_AGAIN_MS = 15 * MINUTE

export const portfolioLimit: Rule = {
  name: 'portfolio-limit',
  sentence:
    'Of the people whom Meta lets us reach outside their window in 24 h, those with the nearest visits come first.',
  check: (send, facts) => {
    const { remainingNewContacts, alreadyCounted, reservedForNearer, nextFreeAt } = facts.portfolio
    if (send.kind === 'safety' || alreadyCounted || windowOpen(facts, 0)) return allow
    const reserved = send.lane > LANES.nearReminder ? reservedForNearer : 0
    if (remainingNewContacts > reserved) return allow
    const known = nextFreeAt !== undefined && nextFreeAt > facts.now && remainingNewContacts <= 0
    return hold(known ? nextFreeAt : shift(facts.now, PORTFOLIO_LOOK_AGAIN_MS), 'portfolio-limit')
  },
}

export const senderNotPaused: Rule = {
  name: 'sender-not-paused',
  sentence: 'A sender that Meta or a person has paused sends nothing but safety.',
  check: (send, facts) => (send.kind === 'safety' ? allow : heldBy(facts.senderPaused, facts, 'sender-paused')),
}

export const organizationNotPaused: Rule = {
  name: 'organization-not-paused',
  sentence: 'While everything is paused, only safety and what staff answer by hand leave.',
  check: (send, facts) => {
    const byHand = send.kind === 'reply' && send.origin === 'staff'
    return send.kind === 'safety' || byHand ? allow : heldBy(facts.organizationPaused, facts, 'organization-paused')
  },
}

export const sourceFresh: Rule = {
  name: 'source-fresh',
  sentence: 'What a journey says about a visit waits while the book that the visit came from is overdue.',
  check: (send, facts) => {
    const stale = facts.sourceStaleSince !== undefined && facts.sourceStaleSince <= facts.now
    return stale && send.origin === 'journey' ? lookAgain(facts, 'source-stale') : allow
  },
}
