import type { IncomingMessage, ServerResponse } from 'node:http'

export type Exchange = {
  request: IncomingMessage
  response: ServerResponse
  method: string
  path: string
  query: URLSearchParams
  body(): Promise<Buffer>
}

/** Meta takes documents of 100 MB; a little more for the form around them. */
const MAX_BODY_BYTES = 105 * 1024 * 1024
const NO_QUERY = new URLSearchParams()

export function exchangeOf(request: IncomingMessage, response: ServerResponse): Exchange {
  const url = request.url ?? '/'
  const mark = url.indexOf('?')
  return {
    request,
    response,
    method: request.method ?? 'GET',
    path: mark < 0 ? url : url.slice(0, mark),
    query: mark < 0 ? NO_QUERY : new URLSearchParams(url.slice(mark + 1)),
    body: () => readBody(request),
  }
}

function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let bytes = 0
    request.on('data', (part: Buffer) => {
      bytes += part.length
      if (bytes > MAX_BODY_BYTES) reject(new Error('The body is larger than 105 MB.'))
      else parts.push(part)
    })
    request.on('end', () => resolve(parts.length === 1 ? (parts[0] ?? EMPTY) : Buffer.concat(parts)))
    request.on('error', reject)
  })
}

const EMPTY = Buffer.alloc(0)

export function reply(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  headers: Record<string, string> = {},
): void {
  if (response.destroyed || response.headersSent) return
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    ...headers,
  })
  response.end(body)
}

export function replyJson(response: ServerResponse, status: number, value: unknown): void {
  reply(response, status, JSON.stringify(value))
}
