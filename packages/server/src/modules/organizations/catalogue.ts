import { sql } from 'kysely'
import type { Db } from '../../db/db.ts'
import { insertMany, type Columns } from '../../db/bulk.ts'
import { newId } from '../../platform/ids.ts'

/** What a name in a source is matched by: case, width and blanks do not make another practitioner. */
export function foldName(name: string): string {
  const known = folded.get(name)
  if (known !== undefined) return known
  if (folded.size >= FOLDED_MAX) folded.clear()
  const key = name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('und')
  folded.set(name, key)
  return key
}

// A book of 100,000 visits says a few hundred names over and over; folding is ten times as dear as finding.
const FOLDED_MAX = 10_000
const folded = new Map<string, string>()

export type SiteEntry = { readonly id: string; readonly key: string; readonly name: string; readonly zone: string; readonly country: string; readonly sending_enabled: boolean; readonly holidays: readonly string[] } // prettier-ignore
export type PractitionerEntry = {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly sending_enabled: boolean
}
export type ServiceEntry = { readonly id: string; readonly key: string; readonly name: string; readonly sending_enabled: boolean; readonly duration_min: number | null } // prettier-ignore

/** Sites, practitioners and visit types of one organization, by folded name; small enough to hold during an import. */
export type Catalogue = {
  /** The folded name of each entry, by its id. */
  readonly keys: Map<string, string>
  readonly sites: Map<string, SiteEntry>
  readonly practitioners: Map<string, PractitionerEntry>
  readonly services: Map<string, ServiceEntry>
}

export async function loadCatalogue(trx: Db, organizationId: string): Promise<Catalogue> {
  const sites = await sql<SiteEntry>`
    select id, key, name, zone, country, sending_enabled, holidays from site where organization_id = ${organizationId}`.execute(
    trx,
  )
  const practitioners = await sql<PractitionerEntry>`
    select id, key, name, sending_enabled from practitioner where organization_id = ${organizationId}`.execute(trx)
  const services = await sql<ServiceEntry>`
    select id, key, name, sending_enabled, duration_min from service where organization_id = ${organizationId}`.execute(
    trx,
  )
  const keys = new Map([...sites.rows, ...practitioners.rows, ...services.rows].map(({ id, key }) => [id, key]))
  return { keys, sites: byKey(sites.rows), practitioners: byKey(practitioners.rows), services: byKey(services.rows) }
}

const byKey = <Entry extends { readonly key: string }>(entries: readonly Entry[]) =>
  new Map(entries.map((entry) => [entry.key, entry]))

export type NewNames = {
  /** `address`: what patients are told the place is, where it is not the name. */
  readonly sites: ReadonlyMap<
    string,
    { readonly name: string; readonly zone: string; readonly country: string; readonly address?: string }
  >
  readonly practitioners: ReadonlyMap<string, string>
  readonly services: ReadonlyMap<string, string>
}

type NamedRow = { readonly id: string; readonly key: string; readonly name: string; readonly sending_enabled: boolean }
const NAMED: Columns<NamedRow> = { id: 'uuid', key: 'text', name: 'text', sending_enabled: 'boolean' }

/**
 * Adds what a source names for the first time. New entries are off for sending until a person switches them on (`enabled`
 * is true for the demo's own clinic). Two imports that find the same name at once end with one entry.
 */
export async function addToCatalogue(
  trx: Db,
  organizationId: string,
  catalogue: Catalogue,
  names: NewNames,
  enabled: boolean,
): Promise<void> {
  const named = (entries: ReadonlyMap<string, string>): NamedRow[] =>
    [...entries].map(([key, name]) => ({ id: newId(), key, name, sending_enabled: enabled }))
  if (names.sites.size > 0) {
    const rows = [...names.sites].map(([key, site]) => ({
      id: newId(),
      key,
      ...site,
      address: site.address ?? null,
      sending_enabled: enabled,
    }))
    const back = await insertMany<(typeof rows)[number], SiteEntry>(
      trx, organizationId, 'site', { ...NAMED, zone: 'text', country: 'text', address: 'text' }, rows,
      sql`on conflict (organization_id, key) do update set name = site.name returning id, key, name, zone, country, sending_enabled, holidays`,
    ) // prettier-ignore
    add(catalogue, catalogue.sites, back)
  }
  const practitioners = await insertMany<NamedRow, PractitionerEntry>(
    trx, organizationId, 'practitioner', NAMED, named(names.practitioners),
    sql`on conflict (organization_id, key) do update set name = practitioner.name returning id, key, name, sending_enabled`,
  ) // prettier-ignore
  add(catalogue, catalogue.practitioners, practitioners)
  const services = await insertMany<NamedRow, ServiceEntry>(
    trx, organizationId, 'service', NAMED, named(names.services),
    sql`on conflict (organization_id, key) do update set name = service.name returning id, key, name, sending_enabled, duration_min`,
  ) // prettier-ignore
  add(catalogue, catalogue.services, services)
}

function add<Entry extends { readonly id: string; readonly key: string }>(
  { keys }: Catalogue,
  entries: Map<string, Entry>,
  found: readonly Entry[],
): void {
  for (const entry of found) {
    entries.set(entry.key, entry)
    keys.set(entry.id, entry.key)
  }
}
