import { sql, type RawBuilder } from 'kysely'
import { Failure } from '@recado/domain/shared/failure'
import { businessNow, type Db } from '../../db/db.ts'
import type { Handlers } from '../../http/bind-routes.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'
import { recordEvents } from '../audit/index.ts'
import { actorName, readerOf, sortedByName, type Actor } from '../staff/index.ts'
import type { Instant } from '@recado/domain/shared/instant'
import { listPractitioners, listServices, listSites, listSources } from './catalogue-lists.ts'
import { patchSource } from './patch-source.ts'
import { acceptHours, readHours } from './practitioner-hours.ts'
import { replanUpcoming } from '../journeys/index.ts'

export type CatalogueDeps = { readonly db: Db; readonly demo: boolean; readonly wake: () => void }

type List<Item> = (trx: Db, organizationId: string, now: Instant, only?: string) => Promise<Item[]>
type Table = 'site' | 'practitioner' | 'service'

/** What the clinic has: sites, practitioners, visit types and the sources of its book; and whether messages go out for them. */
export function catalogueRoutes({ db, demo, wake }: CatalogueDeps): Handlers {
  const within = <T>(actor: Actor, run: (trx: Db, now: Instant) => Promise<T>): Promise<T> =>
    inOrganization(db, actor.organizationId, async (trx) => run(trx, await businessNow(trx)))
  const list = <Item extends { readonly name: string }>(actor: Actor, load: List<Item>) =>
    within(actor, async (trx, now) => {
      const { language } = await readerOf(trx, actor)
      return { items: sortedByName(await load(trx, actor.organizationId, now), language) }
    })
  const switched = async <Item>(
    actor: Actor,
    table: Table,
    id: string,
    on: boolean,
    load: List<Item>,
  ): Promise<Item> => {
    const item = await within(actor, async (trx, now) => {
      await switchSending(trx, actor, table, id, on, now)
      return one(await load(trx, actor.organizationId, now, id))
    })
    wake()
    return item
  }
  const sources: List<Awaited<ReturnType<typeof listSources>>[number]> = (trx, organizationId, _now, only) =>
    listSources(trx, organizationId, demo, only)
  return {
    listSites: ({ actor }) => list(actor, listSites),
    listPractitioners: ({ actor }) => list(actor, listPractitioners),
    listServices: ({ actor }) => list(actor, listServices),
    listSources: ({ actor }) => list(actor, sources),
    patchSite: ({ actor, params, body }) => switched(actor, 'site', params.id, body.sendingEnabled, listSites),
    patchPractitioner: ({ actor, params, body }) =>
      switched(actor, 'practitioner', params.id, body.sendingEnabled, listPractitioners),
    patchService: ({ actor, params, body }) => switched(actor, 'service', params.id, body.sendingEnabled, listServices),
    patchSource: ({ actor, params, body }) =>
      within(actor, async (trx, now) => {
        await patchSource(trx, actor, params.id, body, now)
        return one(await sources(trx, actor.organizationId, now, params.id))
      }),
    getPractitionerHours: ({ actor, params }) =>
      within(actor, (trx, now) => readHours(trx, actor.organizationId, params.id, now)),
    putPractitionerHours: ({ actor, params, body }) =>
      within(actor, async (trx, now) => {
        await acceptHours(trx, actor.organizationId, params.id, body.hours)
        await changed(trx, actor, 'practitioner', params.id, { hours: 'set' }, now)
        return readHours(trx, actor.organizationId, params.id, now)
      }),
    acceptPractitionerHours: ({ actor, params }) =>
      within(actor, async (trx, now) => {
        const { proposed } = await readHours(trx, actor.organizationId, params.id, now)
        if (proposed.length === 0)
          throw new Failure('conflict', 'The book shows too little of this week to propose hours: enter them.')
        await acceptHours(trx, actor.organizationId, params.id, proposed)
        await changed(trx, actor, 'practitioner', params.id, { hours: 'accepted' }, now)
        return readHours(trx, actor.organizationId, params.id, now)
      }),
  }
}

function one<Item>([item]: readonly Item[]): Item {
  if (item === undefined) throw new Failure('not-found', 'There is no such entry.')
  return item
}

/** Switched on, what is still to come is planned; switched off, what is planned is withdrawn. */
async function switchSending(
  trx: Db,
  actor: Actor,
  table: Table,
  id: string,
  on: boolean,
  now: Instant,
): Promise<void> {
  const { rows } = await sql`
    update ${sql.raw(table)} set sending_enabled = ${on}
     where organization_id = ${actor.organizationId} and id = ${id} and sending_enabled <> ${on} returning id`.execute(
    trx,
  )
  if (rows.length === 0) return
  const concerned: Record<Table, RawBuilder<unknown>> = {
    site: sql`a.site_id = ${id}`,
    practitioner: sql`a.practitioner_id = ${id}`,
    service: sql`a.service_id = ${id}`,
  }
  await replanUpcoming(trx, actor.organizationId, concerned[table], now)
  await changed(trx, actor, table, id, { sendingEnabled: on }, now)
}

function changed(
  trx: Db,
  actor: Actor,
  kind: string,
  id: string,
  details: Record<string, unknown>,
  now: Instant,
): Promise<void> {
  return recordEvents(trx, actor.organizationId, now, [
    { actor: actorName(actor), action: 'catalogue.changed', subject: `${kind}:${id}`, details },
  ])
}
