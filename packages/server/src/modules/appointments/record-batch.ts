import { createHash } from 'node:crypto'
import type { AppointmentStatus, Purpose } from '@recado/domain/shared/appointment'
import { parseInstant, type Instant } from '@recado/domain/shared/instant'
import { attendedAt } from '@recado/domain/planning/outcome'
import { countryOfZone } from '@recado/domain/shared/zone-country'
import { wallTimeToInstant } from '@recado/domain/shared/zoned'
import {
  observe,
  type KnownVisit,
  type Observed,
  type ObservationKind,
  type ObservationResult,
} from '@recado/domain/records/observe'
import { insertMany, updateMany } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import type { Writes } from '../../db/writes.ts'
import { newId } from '../../platform/ids.ts'
import { linkKey, recordFileConsents } from '../consent/index.ts'
import { addToCatalogue, foldName, type Catalogue } from '../organizations/index.ts'
import { identifyPatients, linkContacts, type Identified } from '../patients/index.ts'
import type { Place } from './import-source.ts'
import { lockBySource, VISIT_COLUMNS, type VisitRow } from './visit-rows.ts'

/** One visit as a source tells it, whatever kind of source: what connectors/csv reads and what the API is sent. */
export type SourceRow = {
  readonly key: string
  readonly op?: 'create' | 'update' | 'delete'
  readonly patientExternalId?: string | null
  readonly given?: string | null
  readonly family?: string | null
  readonly name?: string | null
  readonly birthDate?: string | null
  readonly phoneE164?: string | null
  readonly date?: string
  readonly startLocal?: string
  readonly zone?: string
  readonly utc?: string
  readonly durationMin?: number | null
  readonly status?: AppointmentStatus | 'confirmed' | 'unmapped'
  readonly practitioner?: string | null
  readonly service?: string | null
  readonly site?: string | null
  readonly language?: string | null
  readonly consent?: boolean | null
}

export type SourceContext = {
  readonly organizationId: string
  readonly sourceId: string
  readonly importId: string
  /** Where visits without a site go, and the zone of times without one. */
  readonly defaultSite: Place
  readonly enableNew: boolean
  readonly catalogue: Catalogue
  readonly now: Instant
}

export type Recorded = {
  readonly visit: VisitRow
  /** As it was before; null for a new one. */
  readonly before: VisitRow | null
  readonly kind: ObservationKind
  readonly replan: boolean
  readonly overruled: readonly string[]
  readonly person: KnownPerson
}

/** The patient of a recorded visit and the phone that the source gives, as they are after the batch. */
export type KnownPerson = Pick<Identified, 'language' | 'optedOut' | 'unreachable'> & {
  readonly granted: readonly Purpose[]
}

/**
 * Records what a source says of a batch of visits: names, patients, phones, consents, and the visits themselves against
 * the last observation (invariant 11). Later rows of the same visit in one batch win. Plans nothing.
 */
export async function recordBatch(
  trx: Db,
  context: SourceContext,
  rows: readonly SourceRow[],
  writes: Writes,
): Promise<Recorded[]> {
  const latest = [...new Map(rows.map((row) => [row.key, row])).values()]
  const { organizationId, sourceId, now } = context
  await addNames(trx, context, latest)
  const [people, visits] = await Promise.all([
    identifyPatients(trx, organizationId, sourceId, latest, now, writes),
    lockBySource(trx, organizationId, sourceId, latest.map((row) => row.key)), // prettier-ignore
  ])
  const consents = consentsOf(latest, people)
  const granted = await recordFileConsents(trx, organizationId, context.importId, now, consents, writes)
  const grantsOf = ({ patientId, contactPointId }: Identified) =>
    granted.get(linkKey(patientId, contactPointId ?? '')) ?? []
  linkContacts(trx, organizationId, people.filter((person) => grantsOf(person).length === 0), writes) // prettier-ignore
  const known = new Map(visits.map((visit) => [visit.external_id, visit]))
  const recorded = latest.flatMap((row, index) => {
    const before = known.get(row.key) ?? null
    if (row.op === 'delete' && before === null) return []
    const person = people[index] as Identified
    return [{ ...decide(context, row, person, before), person: { ...person, granted: grantsOf(person) } }]
  })
  const created = recorded.filter(({ kind }) => kind === 'created')
  const touched = recorded.filter(({ kind, visit }) => kind !== 'created' && visit !== known.get(visit.external_id))
  writes.begin(insertMany(trx, organizationId, 'appointment', VISIT_COLUMNS, created.map(({ visit }) => visit))) // prettier-ignore
  writes.begin(updateMany(trx, organizationId, 'appointment', VISIT_COLUMNS, touched.map(({ visit }) => visit))) // prettier-ignore
  return recorded
}

const consentsOf = (rows: readonly SourceRow[], people: readonly Identified[]) =>
  rows.flatMap((row, index) => {
    const person = people[index]
    if (!person || person.contactPointId === null) return []
    const { patientId, contactPointId, isNew } = person
    return [{ patientId, contactPointId, isNew, yes: row.consent ?? undefined }]
  })

async function addNames(trx: Db, context: SourceContext, rows: readonly SourceRow[]): Promise<void> {
  const { catalogue, defaultSite } = context
  const sites = new Map<string, Place>()
  const { zone: defaultZone, country } = defaultSite
  const practitioners = new Map<string, string>()
  const services = new Map<string, string>()
  for (const row of rows) {
    const zone = row.zone ?? defaultZone
    const here = { zone, country: zone === defaultZone ? country : (countryOfZone(zone) ?? country) }
    const site: Place = row.site ? { name: row.site.trim(), ...here } : { ...defaultSite, ...here }
    if (!catalogue.sites.has(foldName(site.name))) sites.set(foldName(site.name), site)
    if (row.practitioner && !catalogue.practitioners.has(foldName(row.practitioner))) practitioners.set(foldName(row.practitioner), row.practitioner.trim()) // prettier-ignore
    if (row.service && !catalogue.services.has(foldName(row.service))) services.set(foldName(row.service), row.service.trim()) // prettier-ignore
  }
  await addToCatalogue(trx, context.organizationId, catalogue, { sites, practitioners, services }, context.enableNew)
}

function decide(
  context: SourceContext,
  row: SourceRow,
  person: Identified,
  before: VisitRow | null,
): Omit<Recorded, 'person'> {
  const seen = observedOf(context, row)
  const hash = hashOf(seen, person)
  if (before && before.observed_hash === hash && before.missing_since === null) {
    return { visit: before, before, kind: 'unchanged', replan: false, overruled: [] }
  }
  const result = observe(before && knownOf(context, before), seen)
  const visit = rowOf(context, row, person, before, result, hash)
  const otherContact = before !== null && visit.contact_point_id !== before.contact_point_id
  return { visit, before, kind: result.kind, replan: result.replan || otherContact, overruled: result.overruled }
}

function observedOf(context: SourceContext, row: SourceRow): Observed {
  const site = row.site || context.defaultSite.name
  const zone = row.zone ?? context.catalogue.sites.get(foldName(site))?.zone ?? context.defaultSite.zone
  const date = row.date ?? row.startLocal?.slice(0, 10)
  return {
    ...(date === undefined ? {} : { date }),
    ...(row.startLocal === undefined ? {} : { startLocal: row.startLocal }),
    zone,
    ...(row.durationMin ? { durationMin: row.durationMin } : {}),
    status: row.op === 'delete' ? 'cancelled' : statusOf(row.status),
    ...(row.practitioner ? { practitioner: foldName(row.practitioner) } : {}),
    ...(row.service ? { service: foldName(row.service) } : {}),
    site: foldName(site),
  }
}

/**
 * "Confirmed" in a book is not the patient's answer to us: books write it for ordinary bookings (ehr reference,
 * conclusion 2). The visit is booked, and still asks.
 */
const statusOf = (status: SourceRow['status']): AppointmentStatus => {
  if (status === undefined || status === 'confirmed') return 'booked'
  return status === 'unmapped' ? 'unknown' : status
}

function knownOf(context: SourceContext, visit: VisitRow): KnownVisit {
  const { keys } = context.catalogue
  const practitioner = keys.get(visit.practitioner_id ?? '')
  const service = keys.get(visit.service_id ?? '')
  const site = keys.get(visit.site_id)
  return {
    version: visit.version,
    confirmation: visit.confirmation,
    observed: visit.observed,
    pending: visit.pending,
    missing: visit.missing_since !== null,
    current: {
      date: visit.date,
      zone: visit.zone,
      status: visit.status,
      ...(visit.start_local === null ? {} : { startLocal: visit.start_local }),
      ...(visit.duration_min === null ? {} : { durationMin: visit.duration_min }),
      ...(practitioner === undefined ? {} : { practitioner }),
      ...(service === undefined ? {} : { service }),
      ...(site === undefined ? {} : { site }),
    },
  }
}

function rowOf(
  context: SourceContext,
  row: SourceRow,
  person: Identified,
  before: VisitRow | null,
  result: ObservationResult,
  hash: string,
): VisitRow {
  const { current, observed, pending, version, confirmation, kind } = result
  const { catalogue, now } = context
  const zone = current.zone ?? context.defaultSite.zone
  const cancelled = kind === 'cancelled'
  const restored = kind === 'restored' || kind === 'moved'
  const startAt = startOf(current.startLocal, zone, row)
  return {
    id: before?.id ?? newId(),
    source_id: context.sourceId,
    external_id: row.key,
    version,
    status: current.status ?? 'booked',
    confirmation,
    start_local: current.startLocal ?? null,
    date: current.date ?? before?.date ?? '',
    zone,
    start_at: startAt,
    duration_min: current.durationMin ?? null,
    patient_id: person.patientId,
    practitioner_id: (current.practitioner && catalogue.practitioners.get(current.practitioner)?.id) || null,
    service_id: (current.service && catalogue.services.get(current.service)?.id) || null,
    site_id: catalogue.sites.get(current.site ?? '')?.id ?? before?.site_id ?? '',
    contact_point_id: person.contactPointId ?? before?.contact_point_id ?? null,
    settled_at: before === null || version !== before.version ? now : before.settled_at,
    fulfilled_at: fulfilledAt(before, current, startAt),
    cancelled_by: cancelled ? 'source' : restored ? null : (before?.cancelled_by ?? null),
    cancel_reason: cancelled || restored ? null : (before?.cancel_reason ?? null),
    cancelled_at: cancelled ? now : restored ? null : (before?.cancelled_at ?? null),
    undo_until: cancelled || restored ? null : (before?.undo_until ?? null),
    observed,
    observed_hash: hash,
    observed_at: now,
    missing_since: null,
    pending,
  }
}

/** The instant that the source gave itself holds for its own wall time; any other wall time is read in the zone. */
function startOf(startLocal: string | undefined, zone: string, row: SourceRow): Instant | null {
  if (startLocal === undefined) return null
  if (row.utc && startLocal === row.startLocal) return parseInstant(row.utc)
  return wallTimeToInstant(startLocal.slice(0, 16), zone).at
}

const ATTENDED: ReadonlySet<AppointmentStatus> = new Set(['arrived', 'in-progress', 'fulfilled'])

/** What was settled before holds as long as the visit keeps its time: the desk may have seen the patient leave later. */
function fulfilledAt(
  before: VisitRow | null,
  { status, durationMin }: Observed,
  startAt: Instant | null,
): Instant | null {
  if (status === undefined || !ATTENDED.has(status)) return null
  if (before?.fulfilled_at && before.start_at === startAt) return before.fulfilled_at
  return (
    attendedAt({ ...(startAt === null ? {} : { startAt }), ...(durationMin === undefined ? {} : { durationMin }) }) ??
    null
  )
}

const hashOf = (seen: Observed, person: Identified): string =>
  createHash('sha256')
    .update(JSON.stringify([seen, person.patientId, person.contactPointId]))
    .digest('base64url')
