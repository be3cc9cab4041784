import type { Instant } from '../shared/instant.ts'
import type { MessageClass } from './message-class.ts'

/** An initiated message that left for a contact point. */
export type RecentSend = { readonly at: Instant; readonly messageClass: MessageClass }

/** At most this many in any stretch of this length. */
export type Cap = { readonly atMost: number; readonly withinMs: number }
export type Caps = Readonly<Record<MessageClass, readonly Cap[]>>
