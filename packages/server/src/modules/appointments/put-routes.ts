import type { z } from 'zod'
import type { PutAppointmentRequest } from '@recado/contracts/appointments'
import { Failure } from '@recado/domain/shared/failure'
import { parseInstant, formatInstant } from '@recado/domain/shared/instant'
import { readPhone } from '@recado/domain/shared/phone'
import { instantToWallTime, wallTimeToInstant } from '@recado/domain/shared/zoned'
import { businessNow, type Db } from '../../db/db.ts'
import type { Handlers } from '../../http/bind-routes.ts'
import { newId } from '../../platform/ids.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'
import { foldName, loadCatalogue, type Catalogue } from '../organizations/index.ts'
import { lockSource, type SourceState } from './import-source.ts'
import { createRowImport } from './import-rows.ts'
import { readSourceAppointment } from './list-appointments.ts'
import type { SourceRow } from './record-batch.ts'

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
        const place = placeOf(body, source, catalogue)
        const context = {
          organizationId,
          sourceId: source.id,
          importId: newId(),
          defaultSite: place,
          enableNew: source.enable_new,
          journey: source.journey,
          stale: source.stale,
          catalogue,
          now,
        }
        const rows = createRowImport(trx, context, 'keep', false)
        await rows.add([rowOf(externalId, body, place)])
        const { created, cancelled, updated } = await rows.finish()
        const change = created > 0 ? 'created' : cancelled > 0 ? 'cancelled' : updated > 0 ? 'updated' : 'unchanged'
        return { ...(await readSourceAppointment(trx, organizationId, name, externalId)), change } as const
      })
      wake()
      return answer
    },
  }
}

type Place = { readonly name: string; readonly zone: string; readonly country: string }

function placeOf(body: Body, source: SourceState, { sites }: Catalogue): Place {
  const name = body.site ?? source.name
  const site = sites.get(foldName(name))
  const zone = body.zone ?? site?.zone ?? source.zone ?? undefined
  if (zone === undefined)
    throw new Failure(
      'invalid',
      'Say in which time zone the visit is: send "zone", or the name of a site that is set up as "site".',
      { missing: 'zone' },
    )
  return { name: site?.name ?? name, zone, country: site?.country ?? source.country ?? 'US' }
}

/** The same three-valued row that a file's line becomes. @throws Failure `invalid` for a phone or a time that cannot be read */
function rowOf(externalId: string, body: Body, place: Place): SourceRow {
  const { phone, phoneE164, consent, startLocal, utc, date, birthDate, zone: _zone, site: _site, ...same } = body
  const number = phoneE164 ?? phone
  const read = number === undefined ? undefined : readPhone(number, place.country)
  if (read && read.e164 === undefined)
    throw new Failure('invalid', 'The phone number cannot be read. Send it with + and the country code.', {
      field: 'phone',
      why: read.refused,
    })
  return {
    ...definedOf(same),
    key: externalId,
    site: place.name,
    ...(read ? { phoneE164: read.e164 } : {}),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(consent === undefined ? {} : { consent: consent === true || consent === 'yes' }),
    ...timeOf({ startLocal, utc, date }, place.zone),
  }
}

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
