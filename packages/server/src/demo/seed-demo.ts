import { sql } from 'kysely'
import type { Hours, WeeklySpan } from '@recado/domain/scheduling/hours'
import { businessNow, type Db } from '../db/db.ts'
import { withWrites } from '../db/writes.ts'
import { insertMany } from '../db/bulk.ts'
import { recordBatch } from '../modules/appointments/index.ts'
import { replan } from '../modules/journeys/index.ts'
import { loadCatalogue, foldName, type Organization } from '../modules/organizations/index.ts'
import { newId } from '../platform/ids.ts'
import type { Log } from '../platform/log.ts'
import { inOrganization } from '../platform/postgres/tenancy.ts'
import { demoBook, demoBookedAt } from './demo-book.ts'
import { DEMO_SITES, DEMO_STAFF } from './demo-people.ts'

/**
 * Fills the demo's clinic once: three sites in three zones, staff, practitioners with hours, two weeks of visits. All or
 * nothing, so that a start that was cut off is put right by the next one. Answers whether it was filled now.
 */
export async function seedDemo(db: Db, organization: Organization, log: Log): Promise<boolean> {
  return inOrganization(db, organization.id, async (trx) => {
    const { rows: staff } = await sql`select id from staff where organization_id = ${organization.id} limit 1`.execute(
      trx,
    )
    if (staff.length > 0) return false
    const now = await businessNow(trx)
    await insertMany(trx, organization.id, 'staff', { id: 'uuid', name: 'text', role: 'text', language: 'text' }, DEMO_STAFF.map((member) => ({ id: newId(), ...member }))) // prettier-ignore
    await insertMany(trx, organization.id, 'site', SITE_COLUMNS, DEMO_SITES.map(siteRow))
    const sourceId = newId()
    await sql`
      insert into source (organization_id, id, name, enable_new, assume_fulfilled_after_min, last_import_at)
      values (${organization.id}, ${sourceId}, 'demo', true, 120, to_timestamp(${now}::float8 / 1000))`.execute(trx)
    const rows = demoBook(now)
    const context = {
      organizationId: organization.id, sourceId, importId: sourceId, defaultSite: { name: 'São Paulo', zone: 'America/Sao_Paulo', country: 'BR' },
      enableNew: true, catalogue: await loadCatalogue(trx, organization.id), now: demoBookedAt(now),
    } // prettier-ignore
    const recorded = await withWrites((writes) => recordBatch(trx, context, rows, writes))
    await acceptHours(trx, organization.id)
    await shareHouseholds(trx, organization.id)
    await replan(trx, organization.id, recorded.map(({ visit }) => visit.id), now) // prettier-ignore
    log.info('demo.seeded', { visits: recorded.length })
    return true
  })
}

const SITE_COLUMNS = {
  id: 'uuid', key: 'text', name: 'text', zone: 'text', country: 'text', address: 'text', hours: 'jsonb', sending_enabled: 'boolean',
} as const // prettier-ignore

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
const weekly = (fromMinute: number, toMinute: number): WeeklySpan[] =>
  WEEKDAYS.map((weekday) => ({ weekday, fromMinute, toMinute }))

const hoursIn = (zone: string, from: number, to: number): Hours => ({
  zone,
  weekly: weekly(from * 60, to * 60),
  breaks: weekly(13 * 60, 14 * 60),
  exceptions: [],
})

const siteRow = (site: (typeof DEMO_SITES)[number]) => ({
  id: newId(),
  key: foldName(site.name),
  name: site.name,
  zone: site.zone,
  country: site.country,
  address: site.address,
  hours: { ...hoursIn(site.zone, 8, 18), breaks: [] },
  sending_enabled: true,
})

/** All practitioners but the last of each site have accepted hours: the others show how hours are proposed. */
async function acceptHours(trx: Db, organizationId: string): Promise<void> {
  for (const site of DEMO_SITES) {
    await sql`
      update practitioner set hours = ${JSON.stringify(hoursIn(site.zone, 8, 18))}::jsonb, hours_state = 'accepted'
       where organization_id = ${organizationId} and key = ${foldName(site.practitioners[0] ?? '')}`.execute(trx)
  }
}

/** Families who share a phone let their texts be put together. */
async function shareHouseholds(trx: Db, organizationId: string): Promise<void> {
  await sql`
    update contact_point c set share_texts = true
     where c.organization_id = ${organizationId} and (
       select count(*) from patient_contact pc where pc.organization_id = c.organization_id and pc.contact_point_id = c.id) > 1`.execute(
    trx,
  )
}
