import type { Exchange } from '../http/exchange.ts'
import { reply, replyJson } from '../http/exchange.ts'
import { isObject, type Json } from '../json.ts'
import type { World } from '../world.ts'
import type { ControlRoute } from './call.ts'
import { clockRoutes } from './clock-routes.ts'
import { faultRoutes } from './fault-routes.ts'
import { numberControls } from './number-controls.ts'
import { phoneRoutes } from './phone-routes.ts'
import { ControlError } from './refusal.ts'
import { webhookControls } from './webhook-controls.ts'
import { templateControls } from './template-controls.ts'

const ROUTES: readonly ControlRoute[] = [
  ...phoneRoutes,
  ...clockRoutes,
  ...faultRoutes,
  ...numberControls,
  ...templateControls,
  ...webhookControls,
]

/** `/_sim/…`: what a test, a demo clock or the phones page may ask of the simulated world. */
export async function control(world: World, exchange: Exchange): Promise<void> {
  const path = exchange.path.split('/').slice(2).filter(Boolean).map(decoded)
  const route = ROUTES.find((one) => one.method === exchange.method && fits(one.path, path))
  if (!route)
    return replyJson(exchange.response, 404, errorOf('not_found', `There is no ${exchange.method} ${exchange.path}.`))
  try {
    const answer = await route.run({ world, exchange, path, readJson: () => jsonBody(exchange) })
    if (answer !== undefined) reply(exchange.response, 200, JSON.stringify(answer))
  } catch (error) {
    if (!(error instanceof ControlError)) throw error
    replyJson(exchange.response, error.http, errorOf(error.http === 404 ? 'not_found' : 'invalid', error.message))
  }
}

function fits(pattern: string, path: string[]): boolean {
  const parts = pattern.split('/')
  return parts.length === path.length && parts.every((part, at) => part === '*' || part === path[at])
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function errorOf(code: string, message: string): Json {
  return { error: { code, message } }
}

async function jsonBody(exchange: Exchange): Promise<Json> {
  const raw = (await exchange.body()).toString('utf8')
  if (raw === '') return {}
  try {
    const body: unknown = JSON.parse(raw)
    if (isObject(body)) return body
  } catch {
    // falls through to the refusal below: broken JSON and a bare value are refused alike
  }
  throw new ControlError(400, 'The body must be one JSON object.')
}
