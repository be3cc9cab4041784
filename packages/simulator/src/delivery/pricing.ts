import type { MessageCategory, Outbound } from '../phones/phone.ts'
import type { Sender } from '../senders.ts'

/** Since then service messages and utility templates inside the window cost [M pricing/non-template-messages]. */
const CHARGED_FROM_MS = Date.parse('2026-10-01T00:00:00Z')
const FREE_SERVICE_A_MONTH = 1000

/**
 * What kind of price a message has. How Meta marks the 1,000 free service messages of a month is not documented; they
 * are called `free_customer_service` here, as free service messages were before.
 */
export function pricingTypeOf(
  sender: Sender,
  category: MessageCategory,
  isInWindow: boolean,
  nowMs: number,
): Outbound['pricingType'] {
  if (nowMs < CHARGED_FROM_MS) {
    const isFree = category === 'service' || (category === 'utility' && isInWindow)
    return isFree ? 'free_customer_service' : 'regular'
  }
  if (category !== 'service') return 'regular'
  const month = new Date(nowMs).toISOString().slice(0, 7)
  if (sender.serviceMonth.month !== month) sender.serviceMonth = { month, delivered: 0 }
  sender.serviceMonth.delivered += 1
  return sender.serviceMonth.delivered <= FREE_SERVICE_A_MONTH ? 'free_customer_service' : 'regular'
}

export function pricingJson(message: Outbound): Record<string, unknown> {
  const { pricingType, category } = message
  return { billable: pricingType === 'regular', pricing_model: 'PMP', type: pricingType, category }
}
