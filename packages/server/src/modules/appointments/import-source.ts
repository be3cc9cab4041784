import { sql } from 'kysely'
import type { Db } from '../../db/db.ts'
import { countryOfZone } from '@recado/domain/shared/zone-country'
import { newId } from '../../platform/ids.ts'
import { foldName, type Catalogue } from '../organizations/index.ts'

/** A source of appointments with what was settled for it before. */
export type SourceState = {
  readonly id: string
  readonly name: string
  /** What patients know the clinic by. */
  readonly clinic: string
  readonly country: string | null
  readonly zone: string | null
  readonly mapping: unknown
  readonly answers: Readonly<Record<string, string>>
  readonly missing_rows: 'keep' | 'cancel'
  /** What patients are told of: also visits that only vanished from it, only what it says itself, or nothing. */
  readonly tell_changes: 'all' | 'stated' | 'none'
  readonly enable_new: boolean
  readonly journey: string
  /** Its book is overdue: what it says may no longer be so. */
  readonly stale: boolean
}

export type SourceHints = {
  readonly name: string
  readonly country?: string | undefined
  readonly zone?: string | undefined
}

/** The source of this name, made where it is new and locked: two imports of one source go one after the other. */
export async function lockSource(trx: Db, organizationId: string, hints: SourceHints): Promise<SourceState> {
  await sql`
    insert into source (organization_id, id, name, country, zone, enable_new, assume_fulfilled_after_min)
    select ${organizationId}::uuid, ${newId()}::uuid, ${hints.name}, ${hints.country ?? null}, ${hints.zone ?? null}, i.mode = 'demo',
           case when i.mode = 'demo' then ${DEMO_FULFILLED_MIN}::int end
      from installation i
    on conflict (organization_id, name) do update
       set country = coalesce(excluded.country, source.country), zone = coalesce(excluded.zone, source.zone)`.execute(
    trx,
  )
  const { rows } = await sql<SourceState>`
    select id, name, (select o.name from organization o where o.id = source.organization_id) as clinic, country, zone, mapping, answers, missing_rows, tell_changes, enable_new, journey,
           coalesce(last_import_at + make_interval(hours => schedule_hours) < business_now(), false) as stale from source
     where organization_id = ${organizationId} and name = ${hints.name} for update`.execute(trx)
  const [row] = rows
  if (!row) throw new Error('a source vanished')
  return row
}

export type Place = {
  readonly name: string
  readonly zone: string
  readonly country: string
  readonly address?: string
}

/** CLDR's word for a country that nobody knows: no numbers are read by it, and the strictest law holds. */
const UNKNOWN_COUNTRY = 'ZZ'

/**
 * Where visits go that name no site: to the one that the caller named, else to one made for the source. That one bears
 * the source's name, which tells a patient nothing: in a message, the clinic's own stands for the place.
 */
export function placeOf(
  source: SourceState,
  { sites }: Catalogue,
  asked: {
    readonly site?: string | undefined
    readonly zone?: string | undefined
    readonly country?: string | undefined
  },
): Omit<Place, 'zone'> & { readonly zone: string | undefined } {
  const known = sites.get(foldName(asked.site ?? source.name))
  const zone = asked.zone ?? known?.zone ?? source.zone ?? undefined
  const ofZone = zone === undefined ? undefined : countryOfZone(zone)
  return {
    name: known?.name ?? asked.site ?? source.name,
    zone,
    country: asked.country ?? known?.country ?? source.country ?? ofZone ?? UNKNOWN_COUNTRY,
    ...(asked.site === undefined && !known ? { address: source.clinic } : {}),
  }
}

/** In the demo, what a source brings is switched on, and a visit counts as done two hours after its end. */
const DEMO_FULFILLED_MIN = 120
