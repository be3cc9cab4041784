import type { Instant } from '@recado/domain/shared/instant'
import type { AccountPart } from './account-events.ts'
import type { Fields } from './fields.ts'
import type { InboundMessage } from './inbound-message.ts'
import type { AppPart } from './app-sync-events.ts'
import type { OtherPart } from './other-events.ts'
import type { PersonPart } from './person-events.ts'
import type { PhonePart } from './phone-events.ts'
import type { UnknownPart, UnreadablePart } from './reader.ts'
import type { StatusPart } from './status-event.ts'
import type { TemplatePart } from './template-events.ts'
import type { WireError } from './wire-error.ts'

/**
 * One thing that a webhook told us. Each part is applied on its own, once per `dedupeKey`, in any order.
 * `raw` and `envelope` together hold everything that Meta sent, also what we don't know yet.
 */
export type WebhookPart = PartHead & PartBody

export type PartHead = {
  /**
   * The same event has the same key however often and in whatever batch it arrives. Holds a wamid in clear, and a wamid
   * contains the patient's number in base64: store it, never log it.
   */
  readonly dedupeKey: string
  /** The webhook field that Meta named; '' when it named none. */
  readonly field: string
  /** Routing keys: the number for messages, the account (WABA) for everything else. */
  readonly phoneNumberId?: string
  readonly wabaId?: string
  /** Our own number, digits only. */
  readonly displayPhone?: string
  /** When it happened, as Meta says: the item's own time, else the entry's. */
  readonly at?: Instant
  /**
   * The item as it was parsed; whole numbers beyond 2^53 are texts, so that no digit is lost. Unlike the typed fields it
   * may hold NUL and half surrogates, which `jsonb` refuses: keep the webhook's bytes instead.
   */
  readonly raw: unknown
  /** What stood around the item, shared by all items of the change. */
  readonly envelope: Envelope
}

/** Each level of the webhook without the level below it. */
export type Envelope = {
  readonly body: Fields
  readonly entry: Fields
  readonly change: Fields
  readonly value: Fields
}

export type PartBody =
  | InboundMessage
  | StatusPart
  | TemplatePart
  | PhonePart
  | AccountPart
  | PersonPart
  | AppPart
  | OtherPart
  | ValueErrorPart
  | UnknownPart
  | UnreadablePart

/** An error of the number or the account that belongs to no message. */
export type ValueErrorPart = { readonly kind: 'error'; readonly error: WireError }
