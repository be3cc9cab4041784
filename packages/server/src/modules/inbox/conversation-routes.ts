import { sql } from 'kysely'
import { businessNow, type Db } from '../../db/db.ts'
import type { Handlers } from '../../http/bind-routes.ts'
import type { ContentCipher } from '../../platform/content-cipher.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'
import { recordEvents } from '../audit/index.ts'
import { actorName, type Actor } from '../staff/index.ts'
import { claimConversation, resolveConversation, sendText } from './change-conversation.ts'
import { findConversation, listConversations, readConversation, type Looking } from './list-conversations.ts'
import { conversationOf } from './read-conversations.ts'
import { readMessages, shownMessages } from './read-messages.ts'

export type ConversationDeps = {
  readonly db: Db
  readonly cipher: ContentCipher
  /** Something may be due: the dispatcher looks at once. */
  readonly wake: () => void
}

/** The list "needs a person" and what a person does there. Reading a conversation is an event too (invariant 10). */
export function conversationRoutes({ db, cipher, wake }: ConversationDeps): Handlers {
  const looking = <T>(actor: Actor, run: (trx: Db, looking: Looking) => Promise<T>): Promise<T> =>
    inOrganization(db, actor.organizationId, async (trx) => run(trx, { actor, now: await businessNow(trx), cipher }))
  const changed = (actor: Actor, id: string, change: (trx: Db, looking: Looking) => Promise<void>) =>
    looking(actor, async (trx, look) => {
      await change(trx, look)
      return conversationOf(await findConversation(trx, actor.organizationId, id), look.now, cipher)
    })
  return {
    listConversations: ({ actor, query }) => looking(actor, (trx, look) => listConversations(trx, look, query)),
    getConversation: ({ actor, params }) =>
      looking(actor, async (trx, look) => {
        const conversation = await readConversation(trx, look, params.id)
        await recordEvents(trx, actor.organizationId, look.now, [{ actor: actorName(actor), action: 'conversation.read', subject: `conversation:${params.id}` }]) // prettier-ignore
        return conversation
      }),
    claimConversation: ({ actor, params }) =>
      changed(actor, params.id, (trx, look) => claimConversation(trx, look, params.id)),
    resolveConversation: ({ actor, params, body }) =>
      changed(actor, params.id, (trx, look) => resolveConversation(trx, look, params.id, body.outcome)),
    async sendMessage({ actor, params, body }) {
      const message = await looking(actor, async (trx, look) => {
        const id = await sendText(trx, look, params.id, body.text)
        const rows = await readMessages(trx, actor.organizationId, {
          inbound: sql`false`,
          outbound: sql`m.id = ${id}`,
          limit: 1,
        })
        const [shown] = await shownMessages(trx, actor.organizationId, rows, cipher)
        if (!shown) throw new Error('a message that was just written is gone')
        return shown
      })
      wake()
      return message
    },
  }
}
