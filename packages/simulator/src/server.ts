import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { control } from './control/router.ts'
import { errorBody, GraphError } from './graph/errors.ts'
import { graph, mediaDownload } from './graph/router.ts'
import { exchangeOf, reply, replyJson, type Exchange } from './http/exchange.ts'
import { servePage } from './page/files.ts'
import type { World } from './world.ts'

/** `onChange` is called after every request that may have changed something. */
export function createSimulatorServer(world: World, onChange: () => void): Server {
  const server = createServer((request, response) => {
    serve(world, request, response)
      .catch((error: unknown) => failed(world, response, error))
      .finally(() => request.method !== 'GET' && onChange())
  })
  server.keepAliveTimeout = 60_000
  return server
}

async function serve(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const exchange = exchangeOf(request, response)
  if (exchange.path.startsWith('/v')) return graph(world, exchange)
  if (!isOwnHost(request))
    return replyJson(response, 421, { error: { code: 'host', message: 'Open the simulator by a loopback name.' } })
  if (exchange.path === '/_sim/events' && exchange.method === 'GET') return world.feed.open(response)
  if (exchange.path.startsWith('/whatsapp_business/')) return mediaDownload(world, exchange)
  if (servePage(world, exchange)) return undefined
  if (exchange.path.startsWith('/_sim/'))
    return isCrossSite(exchange) ? refuseCrossSite(response) : control(world, exchange)
  replyJson(response, 404, { error: { code: 'not_found', message: `There is no ${exchange.path}.` } })
}

/** A stranger's page must not play with the phones by way of the browser (DNS rebinding, cross-site forms). */
function isOwnHost(request: IncomingMessage): boolean {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '')
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.')
}

function isCrossSite({ request, method }: Exchange): boolean {
  return method !== 'GET' && request.headers['sec-fetch-site'] === 'cross-site'
}

function refuseCrossSite(response: ServerResponse): void {
  replyJson(response, 403, { error: { code: 'cross_site', message: 'Calls from other sites are refused.' } })
}

/** A mistake of ours: the client sees Meta's "something went wrong", the operator the stack. */
function failed(world: World, response: ServerResponse, error: unknown): void {
  process.stderr.write(`simulator.failed ${error instanceof Error ? (error.stack ?? error.message) : 'unknown'}\n`)
  reply(response, 500, errorBody(new GraphError(131000), world.ids.trace()))
}
