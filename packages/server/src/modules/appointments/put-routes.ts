import { sql } from 'kysely'
import type { z } from 'zod'
import type { PutAppointmentRequest } from '@recado/contracts/appointments'
import type { Observed } from '@recado/domain/records/observe'
import { Failure } from '@recado/domain/shared/failure'
import { parseInstant, formatInstant } from '@recado/domain/shared/instant'
import { readPhone } from '@recado/domain/shared/phone'
import { instantToWallTime, wallTimeToInstant } from '@recado/domain/shared/zoned'
import { businessNow, type Db } from '../../db/db.ts'
import type { Handlers } from '../../http/bind-routes.ts'
import { newId } from '../../platform/ids.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'
import { loadCatalogue, type Catalogue } from '../organizations/index.ts'
import { lockSource, placeOf, type Place, type SourceState } from './import-source.ts'
import { createRowImport } from './import-rows.ts'
import { readSourceAppointment } from './list-appointments.ts'
import type { SourceRow } from './source-row.ts'

type Body = z.output<typeof PutAppointmentRequest>

/** One visit as a source says it is now: the import's rules, for systems that tell of each change. */
export function putRoutes({ db, wake }: { readonly db: Db; readonly wake: () => void }): Handlers {
  return {
    putSourceAppointment: async ({ actor, params: { source: name, externalId }, body }) => {
      const { organizationId } = actor
      const answer = await inOrganization(db, organizationId, async (trx) => {
        const now = await businessNow(trx)
        const source = await lockSource(trx, organizationId, { name })
        const catalogue = await loadCatalogue(trx, organizationId)
        const last = await lastSaid(trx, organizationId, source.id, externalId)
        const place = whereOf(body, last, source, catalogue)
        const row = { ...last, ...rowOf(externalId, body, place) }
        const context = {
          organizationId,
          sourceId: source.id,
          importId: newId(),
          defaultSite: place,
          enableNew: source.enable_new,
          journey: source.journey,
          stale: source.stale,
          tellChanges: source.tell_changes,
          catalogue,
          now,
        }
        const rows = createRowImport(trx, context, 'keep', false)
        if (row.date === undefined)
          throw new Failure('invalid', 'Say when the visit is: send "startLocal", "utc" or "date".', { missing: 'startLocal' }) // prettier-ignore
        await rows.add([row])
        const { created, cancelled, updated } = await rows.finish()
        const change = created > 0 ? 'created' : cancelled > 0 ? 'cancelled' : updated > 0 ? 'updated' : 'unchanged'
        return {
          ...(await readSourceAppointment(trx, organizationId, name, externalId)),
          change,
          ...warningsOf(body, row),
        } as const
      })
      wake()
      return answer
    },
  }
}

/**
 * What the source said of this visit before, so that a request with one field changes that field alone. Practitioner, service
 * and length are left out: a row without them keeps them.
 */
async function lastSaid(
  trx: Db,
  organizationId: string,
  sourceId: string,
  externalId: string,
): Promise<Partial<SourceRow>> {
  const { rows } = await sql<{ observed: Observed; patient: string | null; phone: string | null }>`
    select a.observed, i.value as patient, c.value as phone from appointment a
      left join contact_point c on c.organization_id = a.organization_id and c.id = a.contact_point_id and c.kind = 'phone'
      left join lateral (
        select value from patient_identifier p
         where p.organization_id = a.organization_id and p.source_id = a.source_id and p.patient_id = a.patient_id limit 1) i on true
     where a.organization_id = ${organizationId} and a.source_id = ${sourceId} and a.external_id = ${externalId}`.execute(
    trx,
  )
  const [row] = rows
  if (!row) return {}
  const { date, startLocal, zone, status, site } = row.observed
  const { patient: patientExternalId, phone: phoneE164 } = row
  return definedOf({ date, startLocal, zone, status, site, patientExternalId, phoneE164 })
}

function whereOf(body: Body, last: Partial<SourceRow>, source: SourceState, catalogue: Catalogue): Place {
  const zone = body.zone ?? (body.site ? undefined : last.zone)
  const site = body.site ?? last.site ?? undefined
  const asked = { site, zone, country: body.country ?? undefined }
  const { zone: own, ...place } = placeOf(source, catalogue, asked)
  if (own === undefined)
    throw new Failure(
      'invalid',
      'Say in which time zone the visit is: send "zone", or the name of a site that is set up as "site".',
      { missing: 'zone' },
    )
  return { ...place, zone: own }
}

/** The same three-valued row that a file's line becomes: null is "none", left out is "unknown". */
function rowOf(externalId: string, body: Body, place: Place): SourceRow {
  const { phone, phoneE164, country, consent, startLocal, utc, date, zone: _zone, site, status, ...same } = body
  return {
    ...definedOf(same),
    key: externalId,
    ...(site ? { site: place.name } : {}),
    ...(status ? { status } : {}),
    ...phoneOf({ phone, phoneE164 }, country ?? place.country),
    ...(consent === undefined || consent === null ? {} : { consent: consent === true || consent === 'yes' }),
    ...timeOf({ startLocal: startLocal ?? undefined, utc: utc ?? undefined, date: date ?? undefined }, place.zone),
  }
}

/** A number that cannot be read is no reason to refuse the visit: the patient is not reachable, and the caller is told. */
function phoneOf(
  { phone, phoneE164 }: Pick<Body, 'phone' | 'phoneE164'>,
  country: string,
): Pick<SourceRow, 'phoneE164'> {
  const number = phoneE164 ?? phone
  if (number === undefined) return {}
  return { phoneE164: number === null ? null : (readPhone(number, country).e164 ?? null) }
}

const warningsOf = ({ phone, phoneE164 }: Body, row: SourceRow) =>
  (phone || phoneE164) && row.phoneE164 === null
    ? {
        warnings: [
          {
            code: 'phone.invalid',
            why: 'The phone number cannot be read: the visit is kept, the patient cannot be reached. Send it with + and the country code.',
          },
        ],
      }
    : {}

const definedOf = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }

type Time = {
  readonly startLocal: string | undefined
  readonly utc: string | undefined
  readonly date: string | undefined
}

function timeOf(
  { startLocal, utc, date }: Time,
  zone: string,
): Pick<SourceRow, 'zone' | 'date' | 'startLocal' | 'utc'> {
  if (utc !== undefined) {
    const at = parseInstant(utc)
    const wall = withSeconds(instantToWallTime(at, zone))
    return { zone, date: wall.slice(0, 10), startLocal: wall, utc: formatInstant(at) }
  }
  if (startLocal === undefined) return date === undefined ? {} : { zone, date }
  const wall = withSeconds(startLocal)
  return {
    zone,
    date: wall.slice(0, 10),
    startLocal: wall,
    utc: formatInstant(wallTimeToInstant(wall.slice(0, 16), zone).at),
  }
}

const withSeconds = (wall: string): string => (wall.length === 16 ? `${wall}:00` : wall)
