import type { Exchange } from '../http/exchange.ts'
import type { Json } from '../json.ts'
import type { World } from '../world.ts'

export type ControlCall = {
  world: World
  exchange: Exchange
  /** Behind `/_sim/`, decoded. */
  path: string[]
  readJson(): Promise<Json>
}

export type ControlRoute = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Parts of the path; `*` takes any. */
  path: string
  run: (call: ControlCall) => Promise<unknown> | unknown
}
