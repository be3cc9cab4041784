import type { InboundMessage } from '../../channels/whatsapp/inbound-message.ts'
import type { StatusPart } from '../../channels/whatsapp/status-event.ts'
import type { PartHead } from '../../channels/whatsapp/parts.ts'

/** The two kinds of part that move the product: what a person sent, and what became of what we sent. */
export type InboundPart = PartHead & InboundMessage
export type DeliveryPart = PartHead & StatusPart
