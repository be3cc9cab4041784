import { sql } from 'kysely'
import type { PractitionerHours, WeeklyHours } from '@recado/contracts/catalogue'
import { minuteOfDay } from '@recado/domain/scheduling/hours'
import { Failure } from '@recado/domain/shared/failure'
import type { Instant } from '@recado/domain/shared/instant'
import type { Db } from '../../db/db.ts'
import type { StoredHours } from '../scheduling/index.ts'
import { loadProposals, storedHours, weeklyOf } from './proposed-hours.ts'

type Row = { readonly hours: StoredHours | null; readonly hours_state: string; readonly sites: string[] }

/** @throws Failure `not-found` */
export async function readHours(
  trx: Db,
  organizationId: string,
  practitionerId: string,
  now: Instant,
): Promise<PractitionerHours> {
  const { rows } = await sql<Row>`
    select r.hours, r.hours_state, array(select distinct a.site_id from appointment a
             where a.organization_id = r.organization_id and a.practitioner_id = r.id) as sites
      from practitioner r where r.organization_id = ${organizationId} and r.id = ${practitionerId}`.execute(trx)
  const [row] = rows
  if (!row) throw new Failure('not-found', 'There is no such practitioner.')
  const proposal = (await loadProposals(trx, organizationId, [practitionerId], now)).get(practitionerId)
  const proposed = [...(proposal?.hours ?? [])]
  const accepted = row.hours_state === 'accepted' && row.hours ? spread(row.hours, row.sites) : []
  const state = row.hours_state === 'accepted' ? 'accepted' : proposed.length > 0 ? 'proposed' : 'none'
  return { state, accepted, proposed, visitsSeen: proposal?.visitsSeen ?? 0 }
}

/** Spans that hold everywhere are shown at each site where the practitioner was seen. */
const spread = ({ weekly }: StoredHours, sites: readonly string[]): WeeklyHours[] =>
  weekly.flatMap((span) => (span.siteId === undefined ? sites : [span.siteId]).map((siteId) => weeklyOf(span, siteId)))

/** From now on patients are offered times from these hours. None: never open, nobody is offered a time. */
export async function acceptHours(
  trx: Db,
  organizationId: string,
  practitionerId: string,
  hours: readonly WeeklyHours[],
): Promise<void> {
  requireSense(hours)
  await requireSites(trx, organizationId, hours)
  const { rows } = await sql`
    update practitioner set hours = ${JSON.stringify(storedHours(hours))}::jsonb, hours_state = 'accepted'
     where organization_id = ${organizationId} and id = ${practitionerId} returning id`.execute(trx)
  if (rows.length === 0) throw new Failure('not-found', 'There is no such practitioner.')
}

function requireSense(hours: readonly WeeklyHours[]): void {
  for (const { start, end } of hours) {
    if (minuteOfDay(start) < minuteOfDay(end)) continue
    throw new Failure(
      'invalid',
      `Hours end after they start: ${start} to ${end} is no time of a day. A night shift is two entries.`,
    )
  }
}

async function requireSites(trx: Db, organizationId: string, hours: readonly WeeklyHours[]): Promise<void> {
  const wanted = [...new Set(hours.map(({ siteId }) => siteId))]
  const { rows } =
    await sql`select id from site where organization_id = ${organizationId} and id = any (${wanted}::uuid[])`.execute(
      trx,
    )
  if (rows.length < wanted.length) throw new Failure('invalid', 'The hours name a site that does not exist.')
}
