import type { FastifyInstance } from 'fastify'
import type { Handlers } from './bind-routes.ts'
import type { EventStream } from './event-stream.ts'

export type EventDeps = { readonly events: EventStream }

/** `GET /api/v1/events`: what changed, as it changes (contracts/events). */
export const eventRoutes = ({ events }: EventDeps): Handlers => ({
  async streamEvents({ actor, query, http, reply }) {
    const header = http.headers['last-event-id']
    await events.attach(reply, actor.organizationId, typeof header === 'string' ? header : query.lastEventId)
    return reply
  },
})

/** Open streams would keep the server from stopping: they end first. */
export const endStreams =
  ({ events }: EventDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    app.addHook('preClose', async () => events.close())
  }
