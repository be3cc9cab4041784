import type { INTENTS } from '@recado/contracts/understand'
import { nearestLanguage } from '@recado/domain/shared/language'
import { readText, type ReadText } from '@recado/domain/understanding/read-text'
import type { Db } from '../../db/db.ts'
import type { Handlers } from '../../http/bind-routes.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'
import { readerOf } from '../staff/index.ts'

export type UnderstandDeps = { readonly db: Db }
type Intent = (typeof INTENTS)[number]

/**
 * What a text means, as far as exact words go: everything else is `other` with no confidence, and a person reads it.
 * Emergencies are not looked for yet, so none is ever detected here.
 */
export const understandRoutes = ({ db }: UnderstandDeps): Handlers => ({
  async understand({ actor, body }) {
    const { text, language: hint } = body
    const { meaning, language, certain } = readText(text, hint)
    const fallback = async () =>
      (await inOrganization(db, actor.organizationId, (trx) => readerOf(trx, actor))).language
    return {
      language: language ?? (hint === undefined ? undefined : nearestLanguage(hint)) ?? (await fallback()),
      emergency: { detected: false },
      optOut: meaning === 'opt-out',
      intent: INTENT_OF[meaning],
      confidence: certain ? 1 : 0,
    }
  },
})

/** A bare number chooses something in a conversation; on its own it is no intent. */
const INTENT_OF: Readonly<Record<ReadText['meaning'], Intent>> = {
  confirm: 'confirm', reschedule: 'reschedule', cancel: 'cancel', 'opt-out': 'opt_out', 'opt-in': 'opt_in', undo: 'other',
  choice: 'other', none: 'other',
} // prettier-ignore
