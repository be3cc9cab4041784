import type { Db } from '../../db/db.ts'
import type { Handlers } from '../../http/bind-routes.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'
import { readerOf } from '../staff/index.ts'
import { readBook } from './read-book.ts'

export type BookDeps = { readonly db: Db }

export const bookRoutes = ({ db }: BookDeps): Handlers => ({
  getBook: ({ actor, query }) =>
    inOrganization(db, actor.organizationId, async (trx) => {
      const { language } = await readerOf(trx, actor)
      return readBook(trx, actor.organizationId, query, language)
    }),
})
