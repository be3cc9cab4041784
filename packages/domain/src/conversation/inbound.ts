import type { Slot } from '../scheduling/slot.ts'
import type { Action, VisitRef } from './action.ts'

/** Exact words that mean an action; anything longer is free text. */
export type Word = 'opt-out' | 'opt-in' | 'opt-in-again' | 'confirm' | 'reschedule' | 'cancel' | 'undo'

/** Kinds of message whose content the bot never looks at. */
export const UNREAD_KINDS = [
  'image', 'video', 'audio', 'document', 'sticker', 'location', 'contacts', 'order', 'form', 'edit', 'other',
] as const // prettier-ignore
export type UnreadKind = (typeof UNREAD_KINDS)[number]

/**
 * One message of a patient, already stored, deduplicated by its wamid and resolved: the conversation never sees raw
 * text. `slot-lost` is not the patient's: the shell asks again with it when a conditional effect could not be applied.
 */
export type Inbound =
  /** A button or list row, of a template or of ours, honoured only from the contact that it was sent to. */
  | { readonly kind: 'tap'; readonly action: Action }
  /** A tap whose reference is not known any more, or is somebody else's. */
  | { readonly kind: 'unknown-tap' }
  | { readonly kind: 'word'; readonly word: Word }
  /** A bare number, counted from 1. */
  | { readonly kind: 'choice'; readonly n: number }
  | { readonly kind: 'text' }
  | { readonly kind: 'unread'; readonly what: UnreadKind }
  /** WhatsApp itself could not deliver the content (error 131051 and its like): nobody can read it. */
  | { readonly kind: 'unsupported' }
  /**
   * Not said to us: WhatsApp's own word that the number or the phone of this person changed, which may be another person
   * now, or a message in a group.
   */
  | { readonly kind: 'notice'; readonly what: 'changed-person' | 'group' }
  /** An emoji set on a message, or taken back. */
  | { readonly kind: 'reaction'; readonly removed: boolean }
  /** The patient deleted a message of theirs. */
  | { readonly kind: 'revoke' }
  | { readonly kind: 'slot-lost'; readonly visit: VisitRef; readonly slot: Slot; readonly wanted: 'move' | 'undo' }
