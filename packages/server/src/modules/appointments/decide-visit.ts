import { hash } from 'node:crypto'
import type { AppointmentStatus } from '@recado/domain/shared/appointment'
import { attendedAt } from '@recado/domain/planning/outcome'
import { parseInstant, type Instant } from '@recado/domain/shared/instant'
import { wallTimeToInstant } from '@recado/domain/shared/zoned'
import {
  observe,
  type KnownVisit,
  type ObservationKind,
  type ObservationResult,
  type Observed,
} from '@recado/domain/records/observe'
import { newId } from '../../platform/ids.ts'
import { foldName } from '../organizations/index.ts'
import type { Identified } from '../patients/index.ts'
import type { SourceContext, SourceRow } from './source-row.ts'
import type { VisitRow } from './visit-rows.ts'

export type DecidedVisit = {
  readonly visit: VisitRow
  /** As it was before; null for a new one. */
  readonly before: VisitRow | null
  readonly kind: ObservationKind
  readonly replan: boolean
  readonly overruled: readonly string[]
}

/** What a row changes of its visit, told by the last observation of the source alone. */
export function decideVisit(
  context: SourceContext,
  row: SourceRow,
  fingerprint: string,
  person: Identified,
  before: VisitRow | null,
): DecidedVisit {
  const result = observe(before && knownOf(context, before), observedOf(context, row))
  const visit = rowOf(context, row, person, before, result, fingerprint)
  const otherContact = before !== null && visit.contact_point_id !== before.contact_point_id
  return { visit, before, kind: result.kind, replan: result.replan || otherContact, overruled: result.overruled }
}

/**
 * Everything that a row says, in a few letters: a row that says the same again changes nothing, whoever it is about. A full
 * export says the same of nearly every visit, each day; they are told apart by this alone.
 */
export function fingerprintOf(context: SourceContext, row: SourceRow): string {
  const said = [
    row.op === 'delete', row.date, row.startLocal, zoneOf(context, row), row.utc, row.durationMin, row.status, row.practitioner,
    row.service, row.site || context.defaultSite.name, row.patientExternalId, row.given, row.family, row.name, row.birthDate,
    row.phoneE164, row.language, row.consent,
  ] // prettier-ignore
  return hash('sha256', JSON.stringify(said), 'base64url').slice(0, FINGERPRINT_LETTERS)
}

/** 132 bits: two different rows of one visit never look alike. */
const FINGERPRINT_LETTERS = 22

const zoneOf = ({ catalogue, defaultSite }: SourceContext, row: SourceRow): string =>
  row.zone ?? catalogue.sites.get(foldName(row.site || defaultSite.name))?.zone ?? defaultSite.zone

type Draft = { -readonly [Field in keyof Observed]: Observed[Field] }

function observedOf(context: SourceContext, row: SourceRow): Observed {
  const site = row.site || context.defaultSite.name
  const date = row.date ?? row.startLocal?.slice(0, 10)
  const seen: Draft = {
    zone: zoneOf(context, row),
    status: row.op === 'delete' ? 'cancelled' : statusOf(row.status),
    site: foldName(site),
  }
  if (date !== undefined) seen.date = date
  if (row.startLocal !== undefined) seen.startLocal = row.startLocal
  if (row.durationMin) seen.durationMin = row.durationMin
  if (row.practitioner) seen.practitioner = foldName(row.practitioner)
  if (row.service) seen.service = foldName(row.service)
  return seen
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
