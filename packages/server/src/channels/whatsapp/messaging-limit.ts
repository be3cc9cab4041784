/**
 * How many different people may be written to outside their windows in 24 h, over all numbers of the business. Meta's
 * text speaks of TIER_* names, its examples of numbers; both occur. Source: messaging-limits, business_capability_update.
 */
export type MessagingLimit = number | 'unlimited'

const TIER = /^TIER_(\d+)(K?)$/

/** Undefined when the value says nothing about the limit (TIER_NOT_SET, NOT_APPLICABLE, something new). */
export function messagingLimit(value: unknown): MessagingLimit | undefined {
  if (typeof value === 'number') return fromNumber(value)
  if (typeof value !== 'string') return undefined
  if (value === 'TIER_UNLIMITED' || value === 'UNLIMITED') return 'unlimited'
  const [, digits, thousands] = TIER.exec(value) ?? []
  if (digits !== undefined) return Number(digits) * (thousands ? 1_000 : 1)
  return /^-?\d+$/.test(value) ? fromNumber(Number(value)) : undefined
}

function fromNumber(value: number): MessagingLimit | undefined {
  if (value === -1) return 'unlimited'
  return Number.isSafeInteger(value) && value >= 0 ? value : undefined
}
