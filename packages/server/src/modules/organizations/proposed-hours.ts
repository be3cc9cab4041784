import { sql } from 'kysely'
import type { WeeklyHours } from '@recado/contracts/catalogue'
import { proposeHours, type SeenVisit } from '@recado/domain/scheduling/propose-hours'
import { minuteOfDay, type Weekday, type WeeklySpan } from '@recado/domain/scheduling/hours'
import { DAY, shift, type Instant } from '@recado/domain/shared/instant'
import type { Db } from '../../db/db.ts'
import type { StoredHours } from '../scheduling/index.ts'

/** What the book of the last and the next months shows of somebody's week. */
export type Proposal = { readonly hours: readonly WeeklyHours[]; readonly visitsSeen: number }

/** Habits change: what is further away says little about next week. */
const LOOK_BACK_MS = 90 * DAY
const LOOK_AHEAD_MS = 30 * DAY
/** Visits of one practitioner that tell a week well enough: two months of full days. */
const ENOUGH = 1_000

type Row = {
  readonly practitioner_id: string
  readonly site_id: string
  readonly zone: string
  readonly start_at: Instant
  readonly duration_min: number | null
}

/** Proposals for these practitioners from their visits, cancelled ones included: they say when it was meant to be. */
export async function loadProposals(
  trx: Db,
  organizationId: string,
  practitionerIds: readonly string[],
  now: Instant,
): Promise<Map<string, Proposal>> {
  if (practitionerIds.length === 0) return new Map()
  const { rows } = await sql<Row>`
    select w.id as practitioner_id, a.site_id, s.zone, a.start_at, a.duration_min
      from unnest(${practitionerIds}::uuid[]) as w (id)
     cross join lateral (
       select a.site_id, a.start_at, a.duration_min from appointment a
        where a.organization_id = ${organizationId} and a.practitioner_id = w.id
          and a.start_at > to_timestamp(${shift(now, -LOOK_BACK_MS)}::float8 / 1000)
          and a.start_at < to_timestamp(${shift(now, LOOK_AHEAD_MS)}::float8 / 1000)
        order by a.start_at desc limit ${ENOUGH}) a
      join site s on s.organization_id = ${organizationId} and s.id = a.site_id`.execute(trx)
  return new Map([...Map.groupBy(rows, (row) => row.practitioner_id)].map(([id, own]) => [id, proposalOf(own)]))
}

function proposalOf(rows: readonly Row[]): Proposal {
  const hours = [...Map.groupBy(rows, (row) => row.site_id)].flatMap(([siteId, own]) => {
    const spans = proposeHours(own.map(seenVisit), own[0]?.zone ?? 'UTC')
    return spans.map((span) => weeklyOf(span, siteId))
  })
  return { hours, visitsSeen: rows.length }
}

const seenVisit = ({ start_at, duration_min }: Row): SeenVisit => ({
  startAt: start_at,
  ...(duration_min === null ? {} : { durationMin: duration_min }),
})

export const weeklyOf = ({ weekday, fromMinute, toMinute }: WeeklySpan, siteId: string): WeeklyHours => ({
  siteId,
  weekday,
  start: timeOf(fromMinute),
  end: timeOf(toMinute),
})

/** As the schedule stores them. */
export const storedHours = (hours: readonly WeeklyHours[]): StoredHours => ({
  weekly: hours.map(({ siteId, weekday, start, end }) => ({
    siteId,
    weekday: weekday as Weekday,
    fromMinute: minuteOfDay(start),
    toMinute: minuteOfDay(end),
  })),
  breaks: [],
  exceptions: [],
})

const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/**
 * Notes for whom the book shows hours that nobody has accepted yet, so that the console can ask. To be called after the
 * book has changed in bulk; accepted hours stay as they are.
 */
export async function noteProposedHours(trx: Db, organizationId: string, now: Instant): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from practitioner where organization_id = ${organizationId} and hours_state <> 'accepted'`.execute(trx)
  const proposals = await loadProposals(trx, organizationId, rows.map(({ id }) => id), now) // prettier-ignore
  const proposed = [...proposals].flatMap(([id, { hours }]) => (hours.length > 0 ? [id] : []))
  await sql`
    update practitioner r set hours_state = case when r.id = any (${proposed}::uuid[]) then 'proposed' else 'unknown' end
     where r.organization_id = ${organizationId} and r.hours_state <> 'accepted'
       and r.hours_state <> case when r.id = any (${proposed}::uuid[]) then 'proposed' else 'unknown' end`.execute(trx)
}
