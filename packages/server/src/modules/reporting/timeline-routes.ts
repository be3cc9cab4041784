import { sql } from 'kysely'
import { Failure } from '@recado/domain/shared/failure'
import { businessNow, type Db } from '../../db/db.ts'
import type { Handlers } from '../../http/bind-routes.ts'
import type { ContentCipher } from '../../platform/content-cipher.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'
import { readTouches } from './read-touches.ts'
import { withWaiting } from './waiting-touches.ts'
import { readVisitEvents } from './read-visit-events.ts'

export type TimelineDeps = { readonly db: Db; readonly cipher: ContentCipher }

/** Every appointment can answer "what went out, what did not, and why". */
export const timelineRoutes = ({ db, cipher }: TimelineDeps): Handlers => ({
  getTimeline: ({ actor: { organizationId }, params: { id } }) =>
    inOrganization(db, organizationId, async (trx) => {
      const { rows } =
        await sql`select id from appointment where organization_id = ${organizationId} and id = ${id}`.execute(trx)
      if (rows.length === 0) throw new Failure('not-found', 'There is no such appointment.')
      const stored = await readTouches(trx, organizationId, id, cipher)
      const touches = await withWaiting(trx, organizationId, id, stored, await businessNow(trx))
      return { touches, events: await readVisitEvents(trx, organizationId, id, cipher) }
    }),
})
