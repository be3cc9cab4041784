import { sql } from 'kysely'
import { decideMissing, pairMoves, type Booking, type MissingDecision } from '@recado/domain/records/missing-rows'
import type { Instant } from '@recado/domain/shared/instant'
import { arrayOf } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import { beginWrites } from '../../db/writes.ts'
import { recordEvents, type NewEvent } from '../audit/index.ts'
import { planFresh, replan, type Replanned, type SubjectFacts } from '../journeys/index.ts'
import { releaseClaims } from '../scheduling/index.ts'
import { createTimelineCounter, type ImportTimeline } from './import-timeline.ts'
import type { SourceState } from './import-source.ts'
import { createRecorder, type LookedUp, type Recorded, type Sighting } from './record-batch.ts'
import { createSourceNews, isNews, type Vanished } from './source-news.ts'
import type { SourceContext, SourceRow } from './source-row.ts'
import type { VisitRow } from './visit-rows.ts'

export type ImportCounts = {
  readonly rows: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly cancelled: number
  readonly moved: number
  readonly missing: MissingDecision
  readonly notPlanned: readonly { readonly reason: string; readonly count: number }[]
  readonly timeline: ImportTimeline
}

export type ImportContext = SourceContext &
  Pick<SourceState, 'journey' | 'stale'> & { readonly tellChanges: SourceState['tell_changes'] }

/**
 * Records batches of rows one after the other, plans what they change, and counts what came of it. Three batches are on
 * their way at once: one is sighted, one is looked up, one is decided and written.
 */
export function createRowImport(trx: Db, context: ImportContext, option: 'keep' | 'cancel', released: boolean) {
  const { organizationId, now } = context
  const counts = { rows: 0, created: 0, updated: 0, unchanged: 0, cancelled: 0 }
  const notPlanned = new Map<string, number>()
  const timeline = createTimelineCounter()
  const created: Booking[] = []
  const cancelled: Booking[] = []
  const seen = new Set<string>()
  const news = createSourceNews(trx, context, released)
  const writes = beginWrites()
  const recorder = createRecorder(trx, context, writes)
  let sighted: Sighting | undefined
  let lookedUp: LookedUp | undefined

  function countPlanned(planned: readonly Replanned[]): void {
    for (const { touches, skipped, zone } of planned) {
      timeline.add(touches, zone)
      for (const { reason } of skipped) notPlanned.set(reason, (notPlanned.get(reason) ?? 0) + 1)
    }
  }

  async function planAgain(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) countPlanned(await replan(trx, organizationId, ids, now))
  }

  function count(unchanged: ReadonlySet<string>, recorded: readonly Recorded[]): void {
    counts.unchanged += unchanged.size
    if (option === 'cancel') for (const key of unchanged) seen.add(key)
    for (const { kind, visit, person } of recorded) {
      if (option === 'cancel') seen.add(visit.external_id)
      if (kind === 'created') counts.created++
      else if (kind === 'unchanged') counts.unchanged++
      else if (kind === 'cancelled') counts.cancelled++
      else counts.updated++
      if (kind === 'created' && !person.isNew) created.push(bookingOf(visit)) // a new patient has no other visit to move
      if (kind === 'cancelled') cancelled.push(bookingOf(visit))
    }
  }

  async function record(batch: LookedUp): Promise<void> {
    const recorded = await recorder.record(batch)
    count(batch.unchanged, recorded)
    const gone = recorded.filter(({ kind }) => kind === 'moved' || kind === 'cancelled').map(({ visit }) => visit.id)
    writes.begin(releaseClaims(trx, organizationId, gone))
    writes.begin(recordEvents(trx, organizationId, now, recorded.flatMap((one) => eventsOf(context, one)))) // prettier-ignore
    const fresh = recorded.filter(({ kind }) => kind === 'created').map((one) => factsOf(context, one))
    countPlanned(planFresh(trx, organizationId, fresh, now, writes))
    news.note(recorded)
    await planAgain(recorded.filter((r) => r.kind !== 'created' && r.replan && !isNews(r)).map(({ visit }) => visit.id)) // prettier-ignore
  }

  /** What a batch asks is asked before the batch ahead of it writes, so that neither this process nor the database waits. */
  async function advance(next: Sighting | undefined): Promise<void> {
    const [toLookUp, toRecord] = [sighted, lookedUp]
    sighted = next
    lookedUp = toLookUp && (await recorder.lookUp(toLookUp))
    if (toRecord) await record(toRecord)
  }

  async function drain(): Promise<void> {
    while (sighted ?? lookedUp) await advance(undefined)
  }

  return {
    /** Takes rows in; what they say is written while the caller reads the next ones. */
    async add(rows: readonly SourceRow[]): Promise<void> {
      counts.rows += rows.length
      // While the order of day and month is an open question, a row has no day and can only be counted.
      const dated = rows.filter((row) => row.date !== undefined || row.op === 'delete')
      if (dated.some(({ key }) => [sighted, lookedUp].some((batch) => batch?.said.has(key)))) await drain()
      await advance(await recorder.sight(dated))
    },
    async finish(): Promise<ImportCounts> {
      await drain()
      await writes.done()
      const missing = await cancelMissing(trx, context, option, released, seen)
      counts.cancelled += missing.visits.length
      const moves = pairMoves(cancelled, created)
      news.replaced(moves)
      news.vanished(missing.visits)
      for await (const { ids, told } of news.tell()) {
        countPlanned(told)
        await planAgain(ids)
      }
      return {
        ...counts,
        moved: moves.size,
        missing: missing.decision,
        notPlanned: [...notPlanned].map(([reason, count]) => ({ reason, count })),
        timeline: timeline.result(),
      }
    },
  }
}

/** What planning has to know of a visit that this import made, without asking the database for what was just written. */
function factsOf({ catalogue, journey, stale }: ImportContext, { visit, person }: Recorded): SubjectFacts {
  const keyOf = (id: string | null) => catalogue.keys.get(id ?? '') ?? ''
  const site = catalogue.sites.get(keyOf(visit.site_id))
  return {
    id: visit.id,
    version: visit.version,
    status: visit.status,
    confirmation: visit.confirmation,
    date: visit.date,
    zone: visit.zone,
    start_at: visit.start_at,
    duration_min: visit.duration_min,
    settled_at: visit.settled_at,
    fulfilled_at: visit.fulfilled_at,
    patient_id: visit.patient_id,
    contact_point_id: visit.contact_point_id,
    language: person.language,
    granted: person.granted,
    opted_out: person.optedOut,
    unreachable: person.unreachable,
    country: site?.country ?? '',
    holidays: site?.holidays ?? [],
    site_on: site?.sending_enabled ?? false,
    practitioner_on: catalogue.practitioners.get(keyOf(visit.practitioner_id))?.sending_enabled ?? true,
    service_on: catalogue.services.get(keyOf(visit.service_id))?.sending_enabled ?? true,
    journey,
    stale,
  }
}

const bookingOf = (visit: VisitRow): Booking => ({
  id: visit.id,
  patientId: visit.patient_id,
  service: visit.service_id,
  at: visit.cancelled_at ?? visit.settled_at,
})

/** Changes are told one by one; thousands of first sightings are told by the import itself. */
function eventsOf({ importId }: SourceContext, { visit, kind, overruled }: Recorded): NewEvent[] {
  if (kind === 'unchanged' || kind === 'created') return []
  const { status, confirmation, version } = visit
  const details = { kind, importId, status, confirmation, version, ...(overruled.length > 0 ? { overruled } : {}) }
  return [{ actor: `import:${importId}`, action: 'appointment.changed', subject: `appointment:${visit.id}`, details }]
}

/** Upcoming visits that a full export no longer lists: cancelled where the source says so, behind a brake. */
async function cancelMissing(
  trx: Db,
  context: SourceContext,
  option: 'keep' | 'cancel',
  released: boolean,
  seen: ReadonlySet<string>,
) {
  if (option === 'keep') return { visits: [], decision: { kind: 'keep' } as const }
  const { organizationId, sourceId, now } = context
  const { rows } = await sql<Vanished & Pick<VisitRow, 'external_id'>>`
    select id, external_id, status, start_at, site_id from appointment
     where organization_id = ${organizationId} and source_id = ${sourceId} and start_at > to_timestamp(${now}::float8 / 1000)
       and status in ('proposed', 'pending', 'booked') and missing_since is null`.execute(trx)
  const visits = rows.filter(({ external_id }) => !seen.has(external_id))
  const gone = visits.map(({ id }) => id)
  const decision = decideMissing(option, gone.length, rows.length, released)
  if (decision.kind !== 'cancel') return { visits: [], decision }
  await cancelAll(trx, organizationId, gone, now)
  await releaseClaims(trx, organizationId, gone)
  await recordEvents(trx, organizationId, now, gone.map((id) => ({ actor: `import:${context.importId}`, action: 'appointment.changed', subject: `appointment:${id}`, details: { kind: 'disappeared', status: 'cancelled', importId: context.importId } }))) // prettier-ignore
  return { visits, decision }
}

const cancelAll = (trx: Db, organizationId: string, ids: readonly string[], now: Instant) =>
  sql`
    update appointment set status = 'cancelled', cancelled_by = 'source', cancelled_at = to_timestamp(${now}::float8 / 1000),
           missing_since = to_timestamp(${now}::float8 / 1000)
     where organization_id = ${organizationId} and id = any (${arrayOf('uuid', ids)})`.execute(trx)
