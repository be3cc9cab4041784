import type { Exchange } from '../http/exchange.ts'
import type { Json } from '../json.ts'
import type { World } from '../world.ts'

export type GraphCall = {
  world: World
  exchange: Exchange
  /** The node in the path, and the edge behind it if there is one. */
  id: string
  edge: string | undefined
  version: number
  token: string
  readJson(): Promise<Json>
}

/** Answers with the value as JSON, or undefined: not mine. */
export type GraphRoutes = (call: GraphCall) => Promise<unknown>
