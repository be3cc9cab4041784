import { sql } from 'kysely'
import type { Db } from '../../db/db.ts'
import { newId } from '../../platform/ids.ts'

/** A source of appointments with what was settled for it before. */
export type SourceState = {
  readonly id: string
  readonly name: string
  readonly country: string | null
  readonly zone: string | null
  readonly mapping: unknown
  readonly answers: Readonly<Record<string, string>>
  readonly missing_rows: 'keep' | 'cancel'
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
    select id, name, country, zone, mapping, answers, missing_rows, enable_new, journey,
           coalesce(last_import_at + make_interval(hours => schedule_hours) < business_now(), false) as stale from source
     where organization_id = ${organizationId} and name = ${hints.name} for update`.execute(trx)
  const [row] = rows
  if (!row) throw new Error('a source vanished')
  return row
}

/** In the demo, what a source brings is switched on, and a visit counts as done two hours after its end. */
const DEMO_FULFILLED_MIN = 120
