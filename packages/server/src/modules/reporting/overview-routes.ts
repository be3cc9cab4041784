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
  /** The database is the bundled one: fine for one desk, and said where it is more than a demo. */
  readonly bundledDatabase?: boolean
}

export const overviewRoutes = ({ db, mode, phonesUrl, bundledDatabase }: OverviewDeps): Handlers => ({
  getOverview: ({ actor }) =>
    inOrganization(db, actor.organizationId, async (trx) => {
      const overview = await readOverview(trx, actor, await readerOf(trx, actor), await businessNow(trx))
      const warnings =
        bundledDatabase && mode !== 'demo'
          ? [...overview.warnings, { code: 'bundled-database' as const }]
          : overview.warnings
      return { mode, ...overview, warnings, phonesUrl }
    }),
})
