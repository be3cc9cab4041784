import { instant, type Instant } from '../shared/instant.ts'

/**
 * Statuses form a lattice: accepted < sent < delivered < read < played. They arrive late, twice, in any order, and
 * `delivered` may never come (Meta skips it when the chat is open). `failed` counts only while nothing above `sent`
 * was seen: a message that was read has not failed, whatever a second device reported.
 */
export const DELIVERY_STATUSES = ['accepted', 'sent', 'delivered', 'read', 'played', 'failed'] as const
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number]

/** One report of the channel. `code` says why it failed. */
export type StatusReport = { readonly status: DeliveryStatus; readonly at: Instant; readonly code?: number }

/** When each status was first true (the earliest report of it) and the codes of all failures, ascending. */
export type Delivery = {
  readonly at: Readonly<Partial<Record<DeliveryStatus, Instant>>>
  readonly failureCodes: readonly number[]
}

export const NOTHING_REPORTED: Delivery = { at: {}, failureCodes: [] }

/**
 * Adds one report. Idempotent and commutative: the same reports give the same delivery in any order and number.
 * Returns the very same object when the report says nothing new, so that the caller can skip the write.
 */
export function foldStatus(delivery: Delivery, report: StatusReport): Delivery {
  const known = delivery.at[report.status]
  const first = known === undefined ? report.at : instant(Math.min(known, report.at))
  const failureCodes = withCode(delivery.failureCodes, report)
  if (first === known && failureCodes === delivery.failureCodes) return delivery
  return { at: { ...delivery.at, [report.status]: first }, failureCodes }
}

function withCode(codes: readonly number[], { status, code }: StatusReport): readonly number[] {
  if (status !== 'failed' || code === undefined || codes.includes(code)) return codes
  return [...codes, code].sort((a, b) => a - b)
}

const RISING = ['played', 'read', 'delivered'] as const

/** Where the message stands now; undefined when nothing was reported. It never steps back. */
export function standing({ at }: Delivery): DeliveryStatus | undefined {
  const reached = RISING.find((status) => at[status] !== undefined)
  if (reached) return reached
  if (at.failed !== undefined) return 'failed'
  if (at.sent !== undefined) return 'sent'
  return at.accepted === undefined ? undefined : 'accepted'
}

/** True once the person has the message on a device, even where `delivered` itself was never reported. */
export const hasArrived = (delivery: Delivery): boolean => RISING.some((status) => delivery.at[status] !== undefined)
