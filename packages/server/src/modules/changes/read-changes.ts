import { sql, type RawBuilder } from 'kysely'
import type { PendingChange as ShownChange } from '@recado/contracts/changes'
import type { PendingChange } from '@recado/domain/records/observe'
import { formatInstant } from '@recado/domain/shared/instant'
import type { Db } from '../../db/db.ts'
import { derivedId } from '../../platform/ids.ts'
import { pendingOf, selectVisits, wallTime, type ShownVisit } from '../appointments/index.ts'
import { patientLabel } from '../patients/index.ts'
import { loadActors, type ShownActor } from '../staff/index.ts'

/** One change of one visit that its source does not show yet. */
export type FoundChange = { readonly visit: ShownVisit; readonly change: PendingChange; readonly shown: ShownChange }

/** What is pending in the visits for which `where` holds; the visits in the order of `rest`. */
export async function findChanges(
  trx: Db,
  organizationId: string,
  where: RawBuilder<unknown>,
  rest: RawBuilder<unknown>,
): Promise<FoundChange[]> {
  const visits = await selectVisits(trx, organizationId, sql`a.pending <> '[]' and ${where}`, rest)
  const actorOf = await loadActors(trx, organizationId, visits.flatMap(({ pending }) => pending.map(({ actor }) => actor))) // prettier-ignore
  const nameOf = await loadNames(trx, organizationId, visits)
  return visits.flatMap((visit) =>
    visit.pending.map((change) => ({
      visit,
      change,
      shown: shownChange(visit, change, actorOf(change.actor), nameOf),
    })),
  )
}

/** The same for the same field of the same visit, at every reading. */
export const changeId = (visitId: string, field: PendingChange['field']): string =>
  derivedId(`change/${visitId}/${field}`)

function shownChange(
  visit: ShownVisit,
  change: PendingChange,
  by: ShownActor,
  nameOf: (key: string) => string,
): ShownChange {
  const { field, value } = pendingOf(visit, change)
  return {
    id: changeId(visit.id, change.field),
    source: visit.source,
    externalId: visit.external_id,
    appointmentId: visit.id,
    patient: patientLabel(visit.patient_id, visit.patient),
    date: visit.date,
    startLocal: wallTime(visit.start_local),
    practitioner: visit.practitioner ?? undefined,
    site: visit.site,
    field,
    was: wasOf(visit, change, nameOf),
    value,
    since: formatInstant(change.since),
    by: by.kind === 'source' ? { kind: 'system' } : { ...by, kind: by.kind },
  }
}

/** What the source still shows. */
function wasOf(
  { observed }: ShownVisit,
  { field }: PendingChange,
  nameOf: (key: string) => string,
): string | undefined {
  switch (field) {
    case 'startLocal':
      return wallTime(observed.startLocal)
    case 'status':
      return observed.status
    case 'practitioner':
      return observed.practitioner === undefined ? undefined : nameOf(observed.practitioner)
    case 'confirmation':
      return undefined
  }
}

async function loadNames(
  trx: Db,
  organizationId: string,
  visits: readonly ShownVisit[],
): Promise<(key: string) => string> {
  const keys = visits.flatMap(({ observed, pending }) =>
    pending.some(({ field }) => field === 'practitioner') ? (observed.practitioner ?? []) : [],
  )
  if (keys.length === 0) return (key) => key
  const { rows } = await sql<{ key: string; name: string }>`
    select key, name from practitioner where organization_id = ${organizationId} and key = any (${keys}::text[])`.execute(
    trx,
  )
  const names = new Map(rows.map(({ key, name }) => [key, name]))
  return (key) => names.get(key) ?? key
}
