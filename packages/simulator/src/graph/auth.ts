import type { Exchange } from '../http/exchange.ts'
import type { Sender } from '../senders.ts'
import type { World } from '../world.ts'
import { GraphError, unknownObject } from './errors.ts'

export function bearerOf(exchange: Exchange): string {
  const header = exchange.request.headers.authorization
  if (header?.startsWith('Bearer ')) return header.slice('Bearer '.length)
  return exchange.query.get('access_token') ?? ''
}

/** Without a token of its own a simulated account believes every token: it guards nothing, and any client may try it. */
export function checkToken(world: World, token: string): void {
  if (token === '') throw noToken()
  if (world.options.accessToken === undefined || token === world.options.accessToken) return
  if (![...world.senders.values()].some((sender) => sender.accessToken === token)) throw wrongToken()
}

/** The number that a token may send from. A number of another business is as good as unknown. */
export function senderOf(world: World, id: string, token: string): Sender {
  if (token === '') throw noToken()
  const sender = world.senders.get(id)
  if (sender && mayUse(world, sender, token)) return sender
  checkToken(world, token)
  throw unknownObject(id, 'post')
}

/** Whether this token sees this account. */
export function seesAccount(world: World, wabaId: string, token: string): boolean {
  for (const sender of world.senders.values()) if (sender.wabaId === wabaId && mayUse(world, sender, token)) return true
  return false
}

function mayUse(world: World, { accessToken }: Sender, token: string): boolean {
  if (accessToken !== undefined) return accessToken === token
  // A token that another business has for itself opens that one alone.
  for (const other of world.senders.values()) if (other.accessToken === token) return false
  return true
}

function noToken(): GraphError {
  return new GraphError(190, undefined, {
    message: 'An access token is required to request this resource.',
  })
}

function wrongToken(): GraphError {
  return new GraphError(190, undefined, { message: 'Invalid OAuth access token - Cannot parse access token' })
}
