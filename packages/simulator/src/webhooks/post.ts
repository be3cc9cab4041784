import { Agent, request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'

/** One POST or GET to the client; resolves with its status, rejects when there was no answer. */
export type Post = (url: string, body: Buffer | undefined, headers: Record<string, string>) => Promise<Answer>
export type Answer = { status: number; text: string }

export function poster(connections: number, timeoutMs: number): { post: Post; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const post: Post = (url, body, headers) =>
    new Promise((resolve, reject) => {
      const options = { method: body ? 'POST' : 'GET', headers: withLength(headers, body), timeout: timeoutMs }
      const read = (response: IncomingMessage) => readAnswer(response, resolve, reject)
      const sent = url.startsWith('https:')
        ? httpsRequest(url, options, read)
        : httpRequest(url, { ...options, agent }, read)
      sent.on('timeout', () => sent.destroy(new Error('timeout')))
      sent.on('error', reject)
      finish(sent, body)
    })
  return { post, close: () => agent.destroy() }
}

function withLength(headers: Record<string, string>, body: Buffer | undefined): Record<string, string> {
  return body ? { ...headers, 'content-length': String(body.length) } : headers
}

function finish(sent: ClientRequest, body: Buffer | undefined): void {
  if (body) sent.end(body)
  else sent.end()
}

function readAnswer(response: IncomingMessage, resolve: (answer: Answer) => void, reject: (why: Error) => void): void {
  const parts: Buffer[] = []
  response.on('data', (part: Buffer) => {
    if (parts.length < 16) parts.push(part)
  })
  response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }))
  response.on('error', reject)
}
