import { sql } from 'kysely'
import type { Overview, Warning } from '@recado/contracts/overview'
import { QUEUES, type Queue } from '@recado/contracts/conversations'
import { DAY, formatInstant, shift, type Instant } from '@recado/domain/shared/instant'
import { localDate } from '@recado/domain/shared/zoned'
import type { Db } from '../../db/db.ts'
import { machineClock } from '../../platform/clock.ts'
import { floorId } from '../../platform/ids.ts'
import { readSending } from '../messaging/index.ts'
import { sortedByName, type Actor, type Reader } from '../staff/index.ts'
import { SHOWN_QUEUE } from '../inbox/index.ts'

type Counts = Omit<Overview['counts'], 'needsPerson'>

/** What the clinic looks like now, without mode and addresses, which only the process knows. */
export async function readOverview(trx: Db, actor: Actor, { language }: Reader, now: Instant) {
  const { organizationId } = actor
  const sites = await loadSites(trx, organizationId)
  const queues = await countQueues(trx, actor)
  const counts = await count(trx, organizationId, now)
  return {
    now: formatInstant(now),
    sending: await readSending(trx, organizationId),
    sites: sortedByName(sites, language).map((site) => ({ ...site, today: localDate(now, site.zone) })),
    counts: { ...counts, needsPerson: needing(queues) },
    queues,
    warnings: await findWarnings(trx, organizationId, now),
  }
}

const needing = (queues: Partial<Record<Queue, number>>): number =>
  QUEUES.filter((queue) => !QUIET.has(queue)).reduce((sum, queue) => sum + (queues[queue] ?? 0), 0)
/** Somebody else's turn, a later day, or counted already. */
const QUIET: ReadonlySet<Queue> = new Set(['waiting', 'snoozed', 'mine'])

async function loadSites(trx: Db, organizationId: string) {
  const { rows } = await sql<{ id: string; name: string; zone: string; sendingEnabled: boolean }>`
    select id, name, zone, sending_enabled as "sendingEnabled" from site where organization_id = ${organizationId}`.execute(
    trx,
  )
  return rows
}

async function count(trx: Db, organizationId: string, now: Instant): Promise<Counts> {
  const at = (instant: Instant) => sql`to_timestamp(${instant}::float8 / 1000)`
  const { rows } = await sql<Counts>`
    with today as (
      select a.confirmation from site s
        join appointment a on a.organization_id = s.organization_id and a.site_id = s.id
         and a.date = to_char(${at(now)} at time zone s.zone, 'YYYY-MM-DD') and a.status not in ('cancelled', 'entered-in-error')
         and (a.start_at is null or a.start_at between ${at(shift(now, -2 * DAY))} and ${at(shift(now, 2 * DAY))})
       where s.organization_id = ${organizationId})
    select (select count(*)::int from today) as "appointmentsToday",
           (select count(*)::int from today where confirmation = 'confirmed') as "confirmedToday",
           (select count(*)::int from generate_series(0, 4) as l (lane), outbound_message m
             where m.organization_id = ${organizationId} and m.lane = l.lane and m.waiting and m.journey is not null
               and m.due_at <= ${at(shift(now, DAY))}) as "plannedNext24h",
           -- Ids begin with the machine's time, which never runs ahead of business time: the last day of one is within the other.
           (select count(distinct t.message_id)::int from send_attempt t
             where t.organization_id = ${organizationId} and t.id >= ${floorId(machineClock.now() - DAY)}::uuid and t.outcome = 'accepted'
               and t.begun_at > ${at(shift(now, -DAY))}) as "sentLast24h",
           (select coalesce(sum(jsonb_array_length(a.pending)), 0)::int from appointment a
             where a.organization_id = ${organizationId} and a.pending <> '[]') as "changesPending"`.execute(trx)
  const [row] = rows
  if (!row) throw new Error('counting returned no row')
  return row
}

async function countQueues(trx: Db, { organizationId, id }: Actor): Promise<Partial<Record<Queue, number>>> {
  const { rows } = await sql<{ queue: Queue; count: number }>`
    select ${SHOWN_QUEUE} as queue, count(*)::int as count from conversation k
     where k.organization_id = ${organizationId} and k.queue is not null group by 1
    union all
    select 'mine', count(*)::int from conversation k where k.organization_id = ${organizationId} and ${id} in (k.owner_staff_id, k.owner_key_id)
       and k.queue is not null`.execute(trx)
  return Object.fromEntries(
    rows.filter(({ count: waiting }) => waiting > 0).map(({ queue, count: waiting }) => [queue, waiting]),
  )
}

type WarningRow = {
  readonly code: Warning['code']
  readonly count: number
  readonly name: string | null
  readonly at: Instant | null
}

async function findWarnings(trx: Db, organizationId: string, now: Instant): Promise<Warning[]> {
  const { rows } = await sql<WarningRow>`
    select 'source-stale' as code, 1 as count, o.name, o.last_import_at as at from source o
     where o.organization_id = ${organizationId}
       and o.last_import_at + make_interval(hours => o.schedule_hours) < to_timestamp(${now}::float8 / 1000)
    union all
    -- The newest import of a source lacked too many visits to cancel them unasked.
    select 'missing-rows-brake', 1, null, null from (
      select distinct on (i.source_id) i.result -> 'missing' ->> 'kind' as kind from import_run i
       where i.organization_id = ${organizationId} and i.state = 'committed' order by i.source_id, i.created_at desc) newest
     where newest.kind = 'braked'
    union all
    select 'sender-paused', count(*)::int, null, null from sender where organization_id = ${organizationId} and paused_at is not null
    union all
    select 'template-not-approved', count(*)::int, null, null from template where organization_id = ${organizationId} and state <> 'approved'
    union all
    select 'hours-proposed', count(*)::int, null, null from practitioner where organization_id = ${organizationId} and hours_state = 'proposed'
    union all
    select 'sending-off', count(*)::int, null, null from (
      select id from site where organization_id = ${organizationId} and not sending_enabled
      union all select id from practitioner where organization_id = ${organizationId} and not sending_enabled
      union all select id from service where organization_id = ${organizationId} and not sending_enabled) off`.execute(
    trx,
  )
  return rows
    .filter((row) => row.count > 0)
    .map(({ code, count: many, name, at }) => ({
      code,
      params: name === null || at === null ? { count: many } : { source: name, time: formatInstant(at) },
    }))
}
