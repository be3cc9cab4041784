import { sql } from 'kysely'
import { decideMissing, pairMoves, type Booking, type MissingDecision } from '@recado/domain/records/missing-rows'
import type { Instant } from '@recado/domain/shared/instant'
import type { Db } from '../../db/db.ts'
import { beginWrites } from '../../db/writes.ts'
import { recordEvents, type NewEvent } from '../audit/index.ts'
import { planFresh, replan, type Replanned, type SubjectFacts } from '../journeys/index.ts'
import { releaseClaims } from '../scheduling/index.ts'
import { createTimelineCounter, type ImportTimeline } from './import-timeline.ts'
import type { SourceState } from './import-source.ts'
import { createSourceNews, isNews, type Vanished } from './source-news.ts'
import { recordBatch, type Recorded, type SourceContext, type SourceRow } from './record-batch.ts'

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

/** Records batches of rows one after the other, plans what they change, and counts what came of it. */
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

  function countPlanned(planned: Pick<Replanned, 'touches' | 'notPlanned'>): void {
    timeline.add(planned.touches)
    for (const [reason, count] of planned.notPlanned) notPlanned.set(reason, (notPlanned.get(reason) ?? 0) + count)
  }

  async function planAgain(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) countPlanned(await replan(trx, organizationId, ids, now))
  }

  function count(recorded: readonly Recorded[]): void {
    for (const { kind, visit } of recorded) {
      if (option === 'cancel') seen.add(visit.id)
      if (kind === 'created') counts.created++
      else if (kind === 'unchanged') counts.unchanged++
      else if (kind === 'cancelled') counts.cancelled++
      else counts.updated++
      if (kind === 'created') created.push(bookingOf({ visit }))
      if (kind === 'cancelled') cancelled.push(bookingOf({ visit }))
    }
  }

  return {
    /** Begins to write what the rows say; the last of it is written while the caller reads the next ones. */
    async add(rows: readonly SourceRow[]): Promise<void> {
      // While the order of day and month is an open question, a row has no day and can only be counted.
      const recorded = await recordBatch(trx, context, rows.filter((row) => row.date !== undefined || row.op === 'delete'), writes) // prettier-ignore
      counts.rows += rows.length
      count(recorded)
      const gone = recorded.filter(({ kind }) => kind === 'moved' || kind === 'cancelled').map(({ visit }) => visit.id)
      await releaseClaims(trx, organizationId, gone)
      const fresh = recorded.filter(({ kind }) => kind === 'created').map((one) => factsOf(context, one))
      countPlanned(planFresh(trx, organizationId, fresh, now, writes))
      news.note(recorded)
      await planAgain(recorded.filter((r) => r.kind !== 'created' && r.replan && !isNews(r)).map(({ visit }) => visit.id)) // prettier-ignore
      await recordEvents(trx, organizationId, now, recorded.flatMap((one) => eventsOf(context, one))) // prettier-ignore
    },
    async finish(): Promise<ImportCounts> {
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
    ...visit,
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

const bookingOf = ({ visit }: Pick<Recorded, 'visit'>): Booking => ({
  id: visit.id,
  patientId: visit.patient_id,
  service: visit.service_id,
  at: visit.settled_at,
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
  const { rows } = await sql<Vanished>`
    select id, status, start_at, site_id from appointment
     where organization_id = ${organizationId} and source_id = ${sourceId} and start_at > to_timestamp(${now}::float8 / 1000)
       and status in ('proposed', 'pending', 'booked') and missing_since is null`.execute(trx)
  const visits = rows.filter(({ id }) => !seen.has(id))
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
     where organization_id = ${organizationId} and id = any (${ids}::uuid[])`.execute(trx)
