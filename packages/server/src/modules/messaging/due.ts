import { sql } from 'kysely'
import type { Lane, MessageKind, Purpose } from '@recado/domain/shared/appointment'
import { instant, HOUR, type Instant } from '@recado/domain/shared/instant'
import { arrayOf } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import { isRepeat } from './ledger.ts'

/** A row of the outbox that wants to leave. */
export type DueMessage = {
  readonly id: string
  readonly kind: MessageKind
  readonly lane: Lane
  readonly purpose: Purpose | null
  /** Of a touch: its TouchKey. */
  readonly dedupe_key: string
  readonly contact_point_id: string | null
  readonly patient_id: string | null
  readonly appointment_id: string | null
  readonly appointment_version: number | null
  readonly journey: string | null
  readonly step: string | null
  /** Of a notice: what the patient knew before the change. */
  readonly known: { readonly startAt?: Instant } | null
  readonly template: string | null
  readonly language: string | null
  readonly content: Buffer | null
  readonly key_id: number | null
  readonly reply_ref: string | null
  readonly options: unknown
  readonly in_reply_to: string | null
  readonly due_at: Instant
  readonly expires_at: Instant
  readonly attempts: number
  /** It was tried before. */
  readonly again: boolean
  /** An earlier attempt had no clear outcome: this one is labelled as a repeat. */
  readonly after_unknown: boolean
}

const SELECTED = sql.raw(`m.id, m.kind, m.lane, m.purpose,
  coalesce(m.dedupe_key, m.journey || '/' || m.step || '/' || m.appointment_id || '@' || m.appointment_version) as dedupe_key,
  m.contact_point_id, m.patient_id, m.appointment_id,
  m.appointment_version, m.journey, m.step, m.known, m.template, m.language, m.content, m.key_id, m.reply_ref, m.options,
  m.in_reply_to, m.due_at, m.expires_at, m.attempts, m.last_attempt_id is not null as again`)

/**
 * Locks up to `limit` messages that are due now, the most urgent lane first and each lane oldest first. Rows that
 * another worker holds are skipped. Each lane is read from its own end of the index, so that ten million future touches
 * cost nothing; for that the time is asked once (a subquery), not for each row.
 */
export async function lockDue(trx: Db, organizationId: string, limit: number): Promise<DueMessage[]> {
  const { rows } = await sql<DueMessage>`
    select d.* from generate_series(0, 4) as l (lane)
     cross join lateral (
       select ${SELECTED}, ${isRepeat('m')} as after_unknown from outbound_message m
        where m.organization_id = ${organizationId} and m.lane = l.lane and m.waiting
          and m.due_at <= (select business_now())
        order by m.due_at limit ${limit} for update skip locked) d
     order by l.lane, d.due_at limit ${limit}`.execute(trx)
  return rows
}

/** Touches for one visit day lie within this of each other; see merge(). */
const SIBLINGS_AHEAD_MS = 26 * HOUR

/** Other open touches of the same phones that could travel in the same message; locked, so that they leave once. */
export async function lockSiblings(
  trx: Db,
  organizationId: string,
  now: Instant,
  due: readonly DueMessage[],
): Promise<DueMessage[]> {
  const touches = due.filter((message) => message.journey !== null && message.contact_point_id !== null)
  if (touches.length === 0) return []
  const contactIds = touches.map((touch) => touch.contact_point_id)
  const dueIds = touches.map((touch) => touch.id)
  const { rows } = await sql<DueMessage>`
    select ${SELECTED}, ${isRepeat('m')} as after_unknown from outbound_message m
     where m.organization_id = ${organizationId} and m.waiting and m.journey is not null
       and m.contact_point_id = any (${arrayOf('uuid', contactIds)})
       and m.due_at <= to_timestamp(${instant(now + SIBLINGS_AHEAD_MS)}::float8 / 1000)
       and m.id <> all (${arrayOf('uuid', dueIds)})
     order by m.id for update skip locked`.execute(trx)
  return rows
}
