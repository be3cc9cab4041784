import { sql, type RawBuilder } from 'kysely'
import type { Portfolio, TemplateNow } from '@recado/domain/policy/gate-types'
import { DAY, shift, type Instant } from '@recado/domain/shared/instant'
import { LANES } from '@recado/domain/shared/appointment'
import { Failure } from '@recado/domain/shared/failure'
import { arrayOf } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import type { Lease } from './sender-lease.ts'

export type SenderNow = {
  readonly now: Instant
  readonly waba_id: string
  readonly portfolio_limit: number | null
  readonly paused_at: Instant | null
  readonly pause_reason: string | null
  readonly organization_paused_at: Instant | null
  readonly organization_pause_reason: string | null
  readonly clinic: string
  readonly organization_language: string
}

/**
 * The sender under its lease, share-locked: nobody can take it over before this transaction ends (fencing). Also says
 * what time it is. @throws Failure `conflict` when the lease was lost
 */
export async function fencedSender(trx: Db, lease: Lease): Promise<SenderNow> {
  const { rows } = await sql<SenderNow>`
    select business_now() as now, s.waba_id, s.portfolio_limit, s.paused_at, s.pause_reason, o.paused_at as organization_paused_at,
           o.pause_reason as organization_pause_reason, o.name as clinic, o.language as organization_language
      from sender s join organization o on o.id = s.organization_id
     where s.organization_id = ${lease.organizationId} and s.id = ${lease.senderId} and s.lease_token = ${lease.token}
       and s.lease_until > clock_timestamp() for share of s`.execute(trx)
  const [row] = rows
  if (!row) throw new Failure('conflict', 'The lease of the sender is lost.', { senderId: lease.senderId })
  return row
}

/** States of the account's templates, by name and language. */
export async function loadTemplates(
  trx: Db,
  organizationId: string,
  wabaId: string,
): Promise<Map<string, TemplateNow>> {
  const { rows } = await sql<{ name: string; language: string; state: TemplateNow['status'] }>`
    select name, language, state from template where organization_id = ${organizationId} and waba_id = ${wabaId}`.execute(
    trx,
  )
  return new Map(rows.map((row) => [`${row.name}|${row.language}`, { status: row.state }]))
}

const UNLIMITED = { remainingNewContacts: Number.POSITIVE_INFINITY, reservedForNearer: 0 } as const

export type PortfolioNow = { readonly shared: Omit<Portfolio, 'alreadyCounted'>; readonly counted: ReadonlySet<string> }

/** What is left of the portfolio's limit, who of these is counted already, and how many near reminders still wait. */
export async function loadPortfolio(
  trx: Db,
  organizationId: string,
  sender: SenderNow,
  contactIds: readonly string[],
): Promise<PortfolioNow> {
  if (sender.portfolio_limit === null) return { shared: UNLIMITED, counted: new Set() }
  const since = shift(sender.now, -DAY)
  const { rows } = await sql<{ used: number; oldest: Instant | null; counted: string[]; nearer: number }>`
    select count(*)::int as used, min(r.last_at) as oldest,
           coalesce(array_agg(r.contact_point_id) filter (where r.contact_point_id = any (${arrayOf('uuid', contactIds)})), '{}') as counted,
           (select count(distinct m.contact_point_id)::int from outbound_message m
             where m.organization_id = ${organizationId} and m.waiting and m.lane = ${LANES.nearReminder}
               and m.due_at <= to_timestamp(${shift(sender.now, DAY)}::float8 / 1000)) as nearer
      from recent_recipient r
     where r.organization_id = ${organizationId} and r.waba_id = ${sender.waba_id}
       and r.last_at > to_timestamp(${since}::float8 / 1000)`.execute(trx)
  const [row] = rows
  const used = row?.used ?? 0
  const next = row?.oldest ?? null
  return {
    counted: new Set(row?.counted ?? []),
    shared: {
      remainingNewContacts: Math.max(0, sender.portfolio_limit - used),
      reservedForNearer: row?.nearer ?? 0,
      ...(next === null ? {} : { nextFreeAt: shift(next, DAY) }),
    },
  }
}

/** Counts the people who are reached outside their window now. */
export function countRecipients(
  organizationId: string,
  wabaId: string,
  contactIds: readonly string[],
  now: Instant,
): RawBuilder<unknown> {
  return sql`
    insert into recent_recipient (organization_id, waba_id, contact_point_id, last_at)
    select ${organizationId}::uuid, ${wabaId}, c, to_timestamp(${now}::float8 / 1000)
      from (select distinct unnest(${arrayOf('uuid', contactIds)}) as c) d order by c
    on conflict (organization_id, waba_id, contact_point_id) do update set last_at = excluded.last_at`
}
