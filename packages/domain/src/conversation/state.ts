import type { Instant } from '../shared/instant.ts'
import type { Slot } from '../scheduling/slot.ts'
import type { VisitRef } from './action.ts'
import type { Word } from './inbound.ts'
import type { Option, ReplyKey } from './reply.ts'

/** What the bot asked last: digits and words are read against it. */
export type Question = {
  readonly key: ReplyKey
  readonly askedAt: Instant
  readonly visits: readonly VisitRef[]
  /** What 1, 2, 3 … mean; kept whole so that the question can be asked again. */
  readonly options: readonly Option[]
}

/** Slots that this patient has been shown for one visit, so that "more" never repeats one. */
export type Offered = { readonly visit: VisitRef; readonly slots: readonly Slot[] }

/** The word that changed a visit last: sent twice in haste, it means the same visit twice, not the next one. */
export type Said = { readonly word: Word; readonly visitId: string; readonly at: Instant }
export const HASTE_MS = 10 * 60_000

/** JSON: saved after each turn and read back before the next. Nothing else remembers anything. */
export type ConversationState = {
  readonly v: 1
  readonly question?: Question
  readonly offered?: Offered
  readonly said?: Said
  /** When the patient was told that a person will answer; said once per hand-over. */
  readonly handedOverAt?: Instant
}

export const newConversation: ConversationState = { v: 1 }

/** What the database kept; an empty object, or a version that this program no longer knows, is a new conversation. */
export const readState = (saved: unknown): ConversationState =>
  typeof saved === 'object' && saved !== null && 'v' in saved && saved.v === 1
    ? (saved as ConversationState)
    : newConversation

/** Digits older than this are not answers to our question: WhatsApp's window has closed in between. */
export const QUESTION_LASTS_MS = 24 * 3_600_000
