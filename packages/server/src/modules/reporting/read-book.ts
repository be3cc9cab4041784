import { sql } from 'kysely'
import type { Book, BookAppointment, BookPractitioner, BookQuery } from '@recado/contracts/book'
import { Failure } from '@recado/domain/shared/failure'
import type { Language } from '@recado/domain/shared/language'
import { addDays } from '@recado/domain/shared/zoned'
import type { z } from 'zod'
import type { Db } from '../../db/db.ts'
import { instantText, loadChips, onDays, selectVisits, wallTime, type ShownVisit } from '../appointments/index.ts'
import { patientLabel } from '../patients/index.ts'
import type { StoredHours } from '../scheduling/index.ts'
import { sortedByName } from '../staff/index.ts'
import { hoursBetween } from './hours-on-days.ts'

const MAX_DAYS = 14

type SiteRow = { readonly id: string; readonly name: string; readonly zone: string; readonly sendingEnabled: boolean }
type PractitionerRow = {
  readonly id: string
  readonly name: string
  readonly sending_enabled: boolean
  readonly hours: StoredHours | null
  readonly hours_state: 'unknown' | 'proposed' | 'accepted'
  readonly usual_sites: string[]
}

/** The book of some days by practitioner: whoever has visits or open hours then. Days are those of each site's own clocks. */
export async function readBook(
  trx: Db,
  organizationId: string,
  query: z.output<typeof BookQuery>,
  language: Language,
): Promise<Book> {
  const { from, to, practitioner, site } = query
  if (from >= to || addDays(from, MAX_DAYS) < to)
    throw new Failure('invalid', `The book shows 1 to ${MAX_DAYS} days at once.`)
  const visits = await selectVisits(
    trx,
    organizationId,
    sql`${onDays(from, to)} and a.status <> 'entered-in-error'
        and (${practitioner ?? null}::uuid is null or a.practitioner_id = ${practitioner ?? null})
        and (${site ?? null}::uuid is null or a.site_id = ${site ?? null})`,
    sql`order by a.date, a.start_at nulls first, a.id`,
  )
  const chips = await loadChips(trx, organizationId, visits)
  const sites = await loadSites(trx, organizationId, site)
  const practitioners = await loadPractitioners(trx, organizationId, practitioner)
  const rowOf = (visit: ShownVisit): BookAppointment => ({
    ...bookAppointment(visit),
    chip: chips.get(visit.id) ?? { state: 'none' },
  })
  const byPractitioner = Map.groupBy(visits, (visit) => visit.practitioner_id)
  const columns = practitioners.map((row): BookPractitioner => {
    const own = byPractitioner.get(row.id) ?? []
    const siteIds = siteIdsOf(row, own, sites)
    const hours = hoursBetween(
      row.hours_state === 'accepted' ? row.hours : null,
      sites.filter(({ id }) => siteIds.includes(id)),
      from,
      to,
    )
    return {
      id: row.id, name: row.name, siteIds, sendingEnabled: row.sending_enabled, hours,
      hoursState: row.hours_state === 'unknown' ? 'none' : row.hours_state, appointments: own.map(rowOf),
    } // prettier-ignore
  })
  const busy = columns.filter(({ appointments, hours }) => appointments.length > 0 || hours.length > 0)
  return {
    from,
    to,
    sites: sortedByName(sites, language),
    practitioners: [...sortedByName(busy, language), ...nobodys(byPractitioner.get(null) ?? [], rowOf)],
  }
}

/** Visits that name nobody make a column of their own, the last one. */
function nobodys(visits: readonly ShownVisit[], rowOf: (visit: ShownVisit) => BookAppointment): BookPractitioner[] {
  if (visits.length === 0) return []
  const siteIds = [...new Set(visits.map((visit) => visit.site_id))]
  return [{ name: '', siteIds, sendingEnabled: true, hoursState: 'none', hours: [], appointments: visits.map(rowOf) }]
}

const siteIdsOf = (row: PractitionerRow, visits: readonly ShownVisit[], sites: readonly SiteRow[]): string[] => {
  const seen = [
    ...visits.map((visit) => visit.site_id),
    ...(row.hours?.weekly.flatMap(({ siteId }) => siteId ?? []) ?? []),
    ...row.usual_sites,
  ]
  return [...new Set(seen)].filter((id) => sites.some((site) => site.id === id))
}

const bookAppointment = (visit: ShownVisit): Omit<BookAppointment, 'chip'> => ({
  id: visit.id,
  version: visit.version,
  siteId: visit.site_id,
  patient: patientLabel(visit.patient_id, visit.patient),
  service: visit.service ?? undefined,
  date: visit.date,
  startLocal: wallTime(visit.start_local),
  utc: instantText(visit.start_at),
  zone: visit.zone,
  durationMin: visit.duration_min ?? undefined,
  status: visit.status,
  confirmation: visit.confirmation,
  pendingInSource: visit.pending.length > 0,
})

async function loadSites(trx: Db, organizationId: string, only: string | undefined): Promise<SiteRow[]> {
  const { rows } = await sql<SiteRow>`
    select id, name, zone, sending_enabled as "sendingEnabled" from site
     where organization_id = ${organizationId} and (${only ?? null}::uuid is null or id = ${only ?? null})`.execute(trx)
  return rows
}

/** With the site of each one's newest visit, for days on which the book is empty. */
async function loadPractitioners(
  trx: Db,
  organizationId: string,
  only: string | undefined,
): Promise<PractitionerRow[]> {
  const { rows } = await sql<PractitionerRow>`
    select r.id, r.name, r.sending_enabled, r.hours, r.hours_state,
           array(select a.site_id from appointment a where a.organization_id = r.organization_id and a.practitioner_id = r.id
                  and a.start_at is not null order by a.start_at desc limit 1) as usual_sites
      from practitioner r
     where r.organization_id = ${organizationId} and (${only ?? null}::uuid is null or r.id = ${only ?? null})`.execute(
    trx,
  )
  return rows
}
