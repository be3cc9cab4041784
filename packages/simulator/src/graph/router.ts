import type { Exchange } from '../http/exchange.ts'
import { reply } from '../http/exchange.ts'
import { isObject, type Json } from '../json.ts'
import { handleMessages, type SendAnswer } from '../messages/send.ts'
import type { Sender } from '../senders.ts'
import { nowOf, type World } from '../world.ts'
import type { GraphCall, GraphRoutes } from './call.ts'
import { bearerOf, checkToken, senderOf } from './auth.ts'
import { errorBody, GraphError, unknownObject } from './errors.ts'
import { downloadMedia, mediaRoutes } from './media-routes.ts'
import { accountRoutes } from './account-routes.ts'
import { numberRoutes } from './number-routes.ts'
import { templateRoutes } from './template-routes.ts'

/** In this order; each looks at what the id stands for. */
const ROUTES: readonly GraphRoutes[] = [numberRoutes, accountRoutes, templateRoutes, mediaRoutes]

const PATH = /^\/v(\d+)\.0\/([^/]+)(?:\/([^/]+))?\/?$/
const OLDEST_VERSION = 20

/** `/v{N}.0/{node}[/{edge}]` as graph.facebook.com answers it. */
export async function graph(world: World, exchange: Exchange): Promise<void> {
  const match = PATH.exec(exchange.path)
  const version = Number(match?.[1] ?? 0)
  const id = match?.[2]
  const edge = match?.[3]
  try {
    if (id === undefined || version < OLDEST_VERSION) throw unknownPath(exchange.path)
    const token = bearerOf(exchange)
    if (edge === 'messages' && exchange.method === 'POST') return await messages(world, exchange, id, version, token)
    const call = { world, exchange, id, edge, version, token, readJson: () => jsonBody(exchange) }
    reply(exchange.response, 200, JSON.stringify(await firstAnswer(call)))
  } catch (error) {
    if (!(error instanceof GraphError)) throw error
    const { retryAfterSeconds } = error.more
    const headers: Record<string, string> =
      retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }
    reply(exchange.response, error.http, errorBody(error, world.ids.trace()), headers)
  }
}

async function firstAnswer(call: GraphCall): Promise<unknown> {
  checkToken(call.world, call.token)
  for (const routes of ROUTES) {
    const answer = await routes(call)
    if (answer !== undefined) return answer
  }
  throw unknownObject(
    call.id,
    call.exchange.method === 'POST' ? 'post' : call.exchange.method === 'DELETE' ? 'delete' : 'get',
  )
}

async function messages(world: World, exchange: Exchange, id: string, version: number, token: string): Promise<void> {
  const raw = (await exchange.body()).toString('utf8')
  const sender: Sender = senderOf(world, id, token)
  const answer = handleMessages(world, sender, raw, version)
  answerSend(exchange, answer)
}

/** A hanging answer ends when the client gives up or the simulator stops. */
function answerSend({ response }: Exchange, answer: SendAnswer): void {
  if (answer.silence === 'hang') return
  if (answer.silence === 'reset') {
    response.socket?.resetAndDestroy()
    return
  }
  const { retryAfterSeconds } = answer
  reply(
    response,
    answer.http,
    answer.body,
    retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) },
  )
}

async function jsonBody(exchange: Exchange): Promise<Json> {
  const raw = (await exchange.body()).toString('utf8')
  if (raw === '') return Object.fromEntries(exchange.query)
  try {
    const body: unknown = JSON.parse(raw)
    return isObject(body) ? body : {}
  } catch {
    return Object.fromEntries(new URLSearchParams(raw))
  }
}

function unknownPath(path: string): GraphError {
  return new GraphError(2500, undefined, { http: 400, message: `Unknown path components: ${path}` })
}

/** `GET` of the two-hop media address: not below `/v{N}.0`, but with the same token. */
export function mediaDownload(world: World, exchange: Exchange): void {
  downloadMedia(world, exchange, bearerOf(exchange), nowOf(world))
}
