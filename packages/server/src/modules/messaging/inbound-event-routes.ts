import { sql } from 'kysely'
import type { InboundEvent } from '@recado/contracts/inbound-events'
import { formatInstant, type Instant } from '@recado/domain/shared/instant'
import type { Db } from '../../db/db.ts'
import type { Handlers } from '../../http/bind-routes.ts'
import { decodeCursor, DEFAULT_PAGE, pageOf } from '../../platform/cursor.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'
import type { PartRecord } from './inbound-events.ts'

export type InboundEventDeps = { readonly db: Db }

type Row = {
  readonly id: string
  readonly received_at: Instant
  readonly state: string
  readonly parts: readonly PartRecord[] | null
}

/** Deliveries of the channel, newest first, with what became of each item; never what people wrote. */
export const inboundEventRoutes = ({ db }: InboundEventDeps): Handlers => ({
  listInboundEvents: ({ actor: { organizationId }, query: { state, cursor, limit = DEFAULT_PAGE } }) =>
    inOrganization(db, organizationId, async (trx) => {
      const after = decodeCursor(cursor, 1)?.[0]
      const { rows } = await sql<Row>`
        select e.id, e.received_at, e.state, e.parts from inbound_event e
         where e.organization_id = ${organizationId} and (${state ?? null}::text is null or e.state = ${state ?? null})
           and (${after ?? null}::uuid is null or e.id < ${after ?? null})
         order by e.id desc limit ${limit + 1}`.execute(trx)
      return pageOf(rows, limit, ({ id }) => [id], eventOf)
    }),
})

const eventOf = ({ id, received_at, parts }: Row): InboundEvent => ({
  id,
  receivedAt: formatInstant(received_at),
  // Not taken apart yet: what is in it will be known in a moment.
  parts: parts === null ? [{ kind: 'delivery', state: 'received' }] : [...parts],
})
