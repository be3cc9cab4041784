import { sql } from 'kysely'
import type { ChangesQuery, PendingChange } from '@recado/contracts/changes'
import { Failure } from '@recado/domain/shared/failure'
import type { z } from 'zod'
import { writeCsv } from '../../connectors/csv/write-csv.ts'
import { businessNow, type Db } from '../../db/db.ts'
import type { Handlers } from '../../http/bind-routes.ts'
import { decodeCursor, encodeCursor } from '../../platform/cursor.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'
import { lockVisits, storeVisits } from '../appointments/index.ts'
import { recordEvents } from '../audit/index.ts'
import { actorName, type Actor } from '../staff/index.ts'
import { changeId, findChanges } from './read-changes.ts'

export type ChangeDeps = { readonly db: Db }

/** "Enter in your system": what patients and staff changed here and the clinic's own book does not show yet. */
export const changeRoutes = ({ db }: ChangeDeps): Handlers => ({
  async listChanges({ actor, query, reply }) {
    const list = await inOrganization(db, actor.organizationId, (trx) => listChanges(trx, actor.organizationId, query))
    if (query.format !== 'csv') return list
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="changes.csv"')
      .send(writeCsv(HEADINGS, list.items.map(cellsOf))) // prettier-ignore
  },
  markChangeDone: ({ actor, params }) =>
    inOrganization(db, actor.organizationId, (trx) => markDone(trx, actor, params.id)),
})

/** Visits on a page; each has one to three changes. A file has all of them. */
const PAGE = 200

async function listChanges(
  trx: Db,
  organizationId: string,
  { source, cursor, limit = PAGE, format }: z.output<typeof ChangesQuery>,
) {
  const after = decodeCursor(cursor, 2)
  const of = source === undefined ? sql`true` : sql`o.name = ${source}`
  const page = after ? sql`(a.date, a.id) > (${after[0]}, ${after[1]}::uuid)` : sql`true`
  const rest = format === 'csv' ? sql`order by a.date, a.id` : sql`order by a.date, a.id limit ${limit + 1}`
  const found = await findChanges(trx, organizationId, sql`${of} and ${page}`, rest)
  const visits = [...new Map(found.map(({ visit }) => [visit.id, visit])).values()]
  const more = format !== 'csv' && visits.length > limit
  const shown = more ? visits.slice(0, limit) : visits
  const last = shown.at(-1)
  const ids = new Set(shown.map(({ id }) => id))
  const items = found.filter(({ visit }) => ids.has(visit.id)).map((change) => change.shown)
  return { items, ...(more && last ? { next: encodeCursor([last.date, last.id]) } : {}) }
}

const HEADINGS = ['source', 'id', 'patient', 'date', 'time', 'practitioner', 'site', 'field', 'was', 'value', 'since']

const cellsOf = (change: PendingChange) => [
  change.source, change.externalId, change.patient.name, change.date, change.startLocal?.slice(11, 16), change.practitioner,
  change.site, change.field, change.was, change.value, change.since,
] // prettier-ignore

/** Somebody has entered it: it waits no longer, and the next file that shows it changes nothing. */
async function markDone(trx: Db, actor: Actor, id: string): Promise<PendingChange> {
  const { organizationId } = actor
  const visitId = await findVisit(trx, organizationId, id)
  const [locked] = await lockVisits(trx, organizationId, visitId === undefined ? [] : [visitId])
  const found =
    locked &&
    (await findChanges(trx, organizationId, sql`a.id = ${locked.id}`, sql``)).find(({ shown }) => shown.id === id)
  if (!locked || !found) throw new Failure('not-found', 'There is no such change any more: somebody has entered it.')
  const { field } = found.change
  await storeVisits(trx, organizationId, [
    { ...locked, pending: locked.pending.filter((change) => change.field !== field) },
  ])
  const event = {
    actor: actorName(actor),
    action: 'change.changed',
    subject: `appointment:${locked.id}`,
    details: { field, done: true },
  }
  await recordEvents(trx, organizationId, await businessNow(trx), [event])
  return found.shown
}

/** The visit whose change has this id; the ids are made from the visit's own, so the few that wait are looked through. */
async function findVisit(trx: Db, organizationId: string, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string; fields: ('startLocal' | 'status' | 'practitioner' | 'confirmation')[] }>`
    select a.id, array(select jsonb_array_elements(a.pending) ->> 'field') as fields from appointment a
     where a.organization_id = ${organizationId} and a.pending <> '[]'`.execute(trx)
  return rows.find((row) => row.fields.some((field) => changeId(row.id, field) === id))?.id
}
