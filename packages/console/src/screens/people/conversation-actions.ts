import type { Conversation } from '@recado/contracts/conversations'
import { windowLeft } from './urgency.ts'

type Facts = {
  readonly conversation: Conversation
  readonly staffId: string | undefined
  readonly allowed: boolean
  readonly now: number
}

const basics = ({ conversation, allowed }: Facts) =>
  !allowed ? 'off.permission' : conversation.state === 'resolved' ? 'off.resolved' : undefined

const isMine = ({ conversation, staffId }: Facts): boolean =>
  conversation.owner.kind === 'person' && staffId !== undefined && conversation.owner.staffId === staffId

/** Why an action is off, as the key of a text; undefined means that it is on. The server decides again. */
export const disabledReason = {
  claim: (facts: Facts) => basics(facts) ?? (isMine(facts) ? 'off.mine' : undefined),
  /** Writing takes a conversation on by itself; only the window and the words are in the way. */
  send: (facts: Facts & { readonly text: string }) =>
    basics(facts) ??
    (windowLeft(facts.conversation, facts.now) === 0
      ? 'off.windowClosed'
      : facts.text.trim() === ''
        ? 'off.empty'
        : undefined),
  /** An emergency is closed by the person who took it on, so that somebody answers for it. */
  resolve: (facts: Facts) =>
    basics(facts) ?? (facts.conversation.queue === 'emergency' && !isMine(facts) ? 'off.claimFirst' : undefined),
} as const
