import type { Db } from '../../db/db.ts'
import type { Handlers } from '../../http/bind-routes.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'
import { readerOf } from '../staff/index.ts'
import { understandText } from './understand-text.ts'

export type UnderstandDeps = { readonly db: Db }

/** Without any sign of a language, the answer names that of the reader. */
export const understandRoutes = ({ db }: UnderstandDeps): Handlers => ({
  async understand({ actor, body }) {
    const understood = understandText(body.text, body.language)
    const fallback = async () =>
      (await inOrganization(db, actor.organizationId, (trx) => readerOf(trx, actor))).language
    return { ...understood, language: understood.language ?? (await fallback()) }
  },
})
