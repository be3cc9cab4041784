import { sql } from 'kysely'
import type { JOURNEYS, Practitioner, Service, Site, Source } from '@recado/contracts/catalogue'
import { formatInstant, type Instant } from '@recado/domain/shared/instant'
import type { Db } from '../../db/db.ts'
import { loadProposals } from './proposed-hours.ts'
import { isUpcoming } from '../journeys/index.ts'

type SiteRow = {
  readonly id: string
  readonly name: string
  readonly zone: string
  readonly country: string
  readonly sending_enabled: boolean
  readonly upcoming: number
}

export async function listSites(trx: Db, organizationId: string, now: Instant, only?: string): Promise<Site[]> {
  const { rows } = await sql<SiteRow>`
    with counted as (
      select a.site_id as id, count(*)::int as n from appointment a where a.organization_id = ${organizationId} and ${isUpcoming(now)} group by 1)
    select s.id, s.name, s.zone, s.country, s.sending_enabled, coalesce(c.n, 0) as upcoming
      from site s left join counted c on c.id = s.id
     where s.organization_id = ${organizationId} and (${only ?? null}::uuid is null or s.id = ${only ?? null})`.execute(
    trx,
  )
  return rows.map(({ sending_enabled, country, ...site }) => ({
    ...site,
    country: country === '' ? undefined : country,
    sendingEnabled: sending_enabled,
  }))
}

type PractitionerRow = {
  readonly id: string
  readonly name: string
  readonly sending_enabled: boolean
  readonly hours_state: 'unknown' | 'proposed' | 'accepted'
  readonly upcoming: number
  readonly sites: { id: string; name: string }[]
}

/** Hours are proposed from the book itself, whoever has enough visits in it; see proposed-hours.ts. */
export async function listPractitioners(
  trx: Db,
  organizationId: string,
  now: Instant,
  only?: string,
): Promise<Practitioner[]> {
  const { rows } = await sql<PractitionerRow>`
    with counted as (
      select a.practitioner_id as id, a.site_id, count(*) filter (where ${isUpcoming(now)})::int as n
        from appointment a where a.organization_id = ${organizationId} and (${only ?? null}::uuid is null or a.practitioner_id = ${only ?? null}) group by 1, 2),
    together as (
      select c.id, sum(c.n)::int as n, jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name) order by s.name) as sites
        from counted c join site s on s.organization_id = ${organizationId} and s.id = c.site_id group by 1)
    select r.id, r.name, r.sending_enabled, r.hours_state, coalesce(t.n, 0) as upcoming, coalesce(t.sites, '[]') as sites
      from practitioner r left join together t on t.id = r.id
     where r.organization_id = ${organizationId} and (${only ?? null}::uuid is null or r.id = ${only ?? null})`.execute(
    trx,
  )
  const open = rows.filter(({ hours_state }) => hours_state !== 'accepted').map(({ id }) => id)
  const proposals = await loadProposals(trx, organizationId, open, now)
  return rows.map(({ sending_enabled, hours_state, ...row }) => {
    const hoursState =
      hours_state === 'accepted' ? 'accepted' : (proposals.get(row.id)?.hours.length ?? 0) > 0 ? 'proposed' : 'none'
    return { ...row, sendingEnabled: sending_enabled, hoursState }
  })
}

type ServiceRow = {
  readonly id: string
  readonly name: string
  readonly duration_min: number | null
  readonly sending_enabled: boolean
  readonly upcoming: number
}

export async function listServices(trx: Db, organizationId: string, now: Instant, only?: string): Promise<Service[]> {
  const { rows } = await sql<ServiceRow>`
    with counted as (
      select a.service_id as id, count(*)::int as n from appointment a where a.organization_id = ${organizationId} and ${isUpcoming(now)} group by 1)
    select v.id, v.name, v.duration_min, v.sending_enabled, coalesce(c.n, 0) as upcoming
      from service v left join counted c on c.id = v.id
     where v.organization_id = ${organizationId} and (${only ?? null}::uuid is null or v.id = ${only ?? null})`.execute(
    trx,
  )
  return rows.map(({ duration_min, sending_enabled, ...service }) => ({
    ...service,
    durationMin: duration_min ?? undefined,
    sendingEnabled: sending_enabled,
  }))
}

type SourceRow = {
  readonly id: string
  readonly name: string
  readonly by_file: boolean
  readonly last_import_at: Instant | null
  readonly schedule_hours: number | null
  readonly stale: boolean
  readonly assume_fulfilled_after_min: number | null
  readonly missing_rows: 'keep' | 'cancel'
  readonly tell_changes: 'all' | 'stated' | 'none'
  readonly journey: (typeof JOURNEYS)[number]
}

/** The demo's own book is the one source of a demo that no file and no program has filled. */
export async function listSources(trx: Db, organizationId: string, demo: boolean, only?: string): Promise<Source[]> {
  const { rows } = await sql<SourceRow>`
    select o.id, o.name, o.last_import_at, o.schedule_hours, o.assume_fulfilled_after_min, o.missing_rows, o.tell_changes, o.journey,
           exists (select from import_run i where i.organization_id = o.organization_id and i.source_id = o.id) as by_file,
           coalesce(o.last_import_at + make_interval(hours => o.schedule_hours) < business_now(), false) as stale
      from source o
     where o.organization_id = ${organizationId} and (${only ?? null}::uuid is null or o.id = ${only ?? null})`.execute(
    trx,
  )
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.by_file ? 'file' : demo && row.name === 'demo' ? 'demo' : 'api',
    lastSeenAt: row.last_import_at === null ? undefined : formatInstant(row.last_import_at),
    expectedEveryHours: row.schedule_hours ?? undefined,
    stale: row.stale,
    assumeFulfilledAfterMin: row.assume_fulfilled_after_min ?? undefined,
    missingMeansCancelled: row.missing_rows === 'cancel',
    tellChanges: row.tell_changes,
    journey: row.journey,
  }))
}
