import { sql } from 'kysely'
import { formatInstant, type Instant } from '@recado/domain/shared/instant'

/** When each status of an attempt was first true. */
export type DeliveryTimes = {
  readonly accepted_at: Instant | null
  readonly sent_at: Instant | null
  readonly delivered_at: Instant | null
  readonly read_at: Instant | null
  readonly played_at: Instant | null
  readonly failed_at: Instant | null
  readonly failure_codes: readonly number[]
}

/** Columns of DeliveryTimes, for a query over send_attempt as `t`. */
export const DELIVERY_COLUMNS = sql.raw(
  `case when t.outcome = 'accepted' then t.finished_at end as accepted_at, t.sent_at, t.delivered_at, t.read_at, t.played_at, t.failed_at, t.failure_codes`,
)

type Status = {
  readonly status: 'accepted' | 'sent' | 'delivered' | 'read' | 'played' | 'failed'
  readonly at: string
  readonly code?: number
}

/** What the channel reported, in the order in which a message passes through it, not in that of the reports. */
export function deliveriesOf(row: DeliveryTimes): Status[] {
  const steps = {
    accepted: row.accepted_at,
    sent: row.sent_at,
    delivered: row.delivered_at,
    read: row.read_at,
    played: row.played_at,
    failed: row.failed_at,
  }
  const [code] = row.failure_codes
  return Object.entries(steps).flatMap(([status, at]) => {
    if (at === null) return []
    const step = { status: status as Status['status'], at: formatInstant(at) }
    return [status === 'failed' && code !== undefined ? { ...step, code } : step]
  })
}
