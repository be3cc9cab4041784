import { businessNow, type Db } from '../../db/db.ts'
import type { Handlers } from '../../http/bind-routes.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'
import type { Mode } from '../organizations/index.ts'
import { readerOf } from '../staff/index.ts'
import { readOverview } from './read-overview.ts'

export type OverviewDeps = {
  readonly db: Db
  readonly mode: Mode
  /** Where the simulator's phones are; undefined with a real WhatsApp account. */
  readonly phonesUrl: string | undefined
}

export const overviewRoutes = ({ db, mode, phonesUrl }: OverviewDeps): Handlers => ({
  getOverview: ({ actor }) =>
    inOrganization(db, actor.organizationId, async (trx) => {
      const overview = await readOverview(trx, actor, await readerOf(trx, actor), await businessNow(trx))
      return { mode, ...overview, phonesUrl }
    }),
})
