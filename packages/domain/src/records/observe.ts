import type { AppointmentStatus, Confirmation } from '../shared/appointment.ts'
import type { Instant } from '../shared/instant.ts'

/** What an observation can say of a visit. A field that is absent was not in the source: keep what we have. */
export const OBSERVED_FIELDS = [
  'date',
  'startLocal',
  'zone',
  'durationMin',
  'status',
  'practitioner',
  'service',
  'site',
] as const
export type ObservedField = (typeof OBSERVED_FIELDS)[number]

export type Observed = {
  readonly date?: string
  readonly startLocal?: string
  readonly zone?: string
  readonly durationMin?: number
  readonly status?: AppointmentStatus
  readonly practitioner?: string
  readonly service?: string
  readonly site?: string
}

/** A change made by the patient or by staff that the source does not show yet ("enter in your system"). */
export type PendingChange = {
  readonly field: 'startLocal' | 'status' | 'practitioner' | 'confirmation'
  readonly value: string
  readonly since: Instant
  readonly actor: string
}

export type KnownVisit = {
  readonly version: number
  readonly confirmation: Confirmation
  /** What is true now: the last observation with the overlay on it. */
  readonly current: Observed
  /** The last observation of the source, whole. */
  readonly observed: Observed
  readonly pending: readonly PendingChange[]
  readonly missing: boolean
}

export type ObservationKind = 'created' | 'moved' | 'cancelled' | 'restored' | 'updated' | 'unchanged'

export type ObservationResult = {
  readonly kind: ObservationKind
  /** Rises when the time, the practitioner or the place changes, and by nothing else. */
  readonly version: number
  readonly confirmation: Confirmation
  readonly current: Observed
  readonly observed: Observed
  readonly pending: readonly PendingChange[]
  /** Fields in which the source overruled what a patient or staff had changed: staff are told. */
  readonly overruled: readonly PendingChange['field'][]
  /** Whether touches have to be planned again. Edits of the duration alone send nothing. */
  readonly replan: boolean
}

/**
 * Reads a new observation of a visit against the last observation of the same source, never against our current state
 * (invariant 11): the same old value again changes nothing; a new value means that the source wins and the overlay on
 * it ends; the value that the overlay waited for ends it too.
 */
export function observe(known: KnownVisit | null, seen: Observed): ObservationResult {
  if (known === null) return firstSight(seen)
  const changed = OBSERVED_FIELDS.filter((field) => seen[field] !== undefined && seen[field] !== known.observed[field])
  const observed = { ...known.observed, ...definedOf(seen) }
  if (changed.length === 0 && !known.missing) {
    return { ...known, kind: 'unchanged', observed, overruled: [], replan: false }
  }
  return applyChange(known, observed, changed)
}

function firstSight(seen: Observed): ObservationResult {
  const observed = definedOf(seen)
  return {
    kind: 'created', version: 1, confirmation: 'none', current: { status: 'booked', ...observed }, observed,
    pending: [], overruled: [], replan: true,
  } // prettier-ignore
}

function applyChange(known: KnownVisit, observed: Observed, changed: readonly ObservedField[]): ObservationResult {
  const touched = known.pending.filter((change) => changed.some((field) => overlays(change, field)))
  const fulfilled = touched.filter((change) => shownBy(change, observed))
  const overruled = touched.filter((change) => !fulfilled.includes(change))
  const current = { ...known.current, ...pick(observed, changed) }
  // A visit that had disappeared and is listed again comes back as the source shows it.
  if (known.missing && observed.status !== undefined) Object.assign(current, { status: observed.status })
  const kind = kindOf(known.current, current)
  const moved = TIME_AND_PLACE.some((field) => known.current[field] !== current[field])
  return {
    kind,
    version: moved ? known.version + 1 : known.version,
    confirmation: moved || kind === 'restored' ? 'none' : known.confirmation,
    current,
    observed,
    pending: known.pending.filter((change) => !touched.includes(change)),
    overruled: overruled.map((change) => change.field),
    replan: moved || known.current.status !== current.status || known.current.service !== current.service,
  }
}

const TIME_AND_PLACE = ['date', 'startLocal', 'zone', 'practitioner', 'site'] as const
const GONE: ReadonlySet<AppointmentStatus> = new Set(['cancelled', 'entered-in-error'])

function kindOf(before: Observed, after: Observed): ObservationKind {
  const wasGone = before.status !== undefined && GONE.has(before.status)
  const isGone = after.status !== undefined && GONE.has(after.status)
  if (isGone && !wasGone) return 'cancelled'
  if (wasGone && !isGone) return 'restored'
  if (TIME_AND_PLACE.some((field) => before[field] !== after[field])) return 'moved'
  return OBSERVED_FIELDS.some((field) => before[field] !== after[field]) ? 'updated' : 'unchanged'
}

const overlays = (change: PendingChange, field: ObservedField): boolean =>
  change.field === field || (change.field === 'startLocal' && field === 'date')

const shownBy = (change: PendingChange, observed: Observed): boolean =>
  change.field !== 'confirmation' && observed[change.field] === change.value

function definedOf(seen: Observed): Observed {
  const defined: Partial<Record<ObservedField, unknown>> = {}
  for (const field of OBSERVED_FIELDS) if (seen[field] !== undefined) defined[field] = seen[field]
  return defined as Observed
}

const pick = (from: Observed, fields: readonly ObservedField[]): Observed =>
  Object.fromEntries(fields.map((field) => [field, from[field]]))

/** Adds or replaces what waits to be entered in the source; a value that the source already shows waits for nothing. */
export function overlay(pending: readonly PendingChange[], observed: Observed, change: PendingChange): PendingChange[] {
  const others = pending.filter((other) => other.field !== change.field)
  return shownBy(change, observed) ? others : [...others, change]
}
