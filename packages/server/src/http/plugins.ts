import type { FastifyInstance } from 'fastify'
import type { Db } from '../db/db.ts'
import type { Log } from '../platform/log.ts'
import { consolePages } from './console.ts'
import { endStreams } from './event-routes.ts'
import type { EventStream } from './event-stream.ts'
import { health } from './health.ts'
import { metrics } from './metrics.ts'
import { openApi } from './openapi.ts'

export type PluginDeps = {
  readonly db: Db
  readonly log: Log
  readonly demo: boolean
  readonly events: EventStream
}

/** What the web serves beside the API's routes. Without staff sign-in there is no console: live serves the API by key only. */
export const plugins = ({ db, log, demo, events }: PluginDeps): ((app: FastifyInstance) => Promise<void>)[] => [
  health({ db, log }),
  metrics({ db }),
  openApi(demo),
  endStreams({ events }),
  ...(demo ? [consolePages()] : []),
]
