import type { Instant } from '@recado/domain/shared/instant'
import type { InboundPart } from '../messaging/index.ts'

/** One message of a person, as the webhook told it and the sender that it reached. */
export type Received = {
  readonly id: string
  readonly eventId: string
  readonly senderId: string
  readonly receivedAt: Instant
  readonly part: InboundPart
}
