import { Pool, type Dispatcher } from 'undici'
import { parseJson } from './json.ts'

export type CallOptions = {
  readonly signal?: AbortSignal | undefined
  /** Asked right before the first byte would leave; false stops it there. */
  readonly mayStart?: (() => boolean) | undefined
}

export type Transport = {
  /** Never rejects: an answer, or what went wrong and whether the request may have left this machine. */
  readonly call: (request: GraphRequest, options?: CallOptions) => Promise<CallResult>
  /** Waits for what is under way, then closes the connections. */
  readonly close: () => Promise<void>
}

export type GraphRequest = {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly body?: unknown
}
export type CallResult =
  { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly error: TransportError }

/** `body` is undefined when the answer was no JSON. */
export type Answer = { readonly status: number; readonly headers: AnswerHeaders; readonly body: unknown }

/** Header names in lower case, as Node gives them. */
export type AnswerHeaders = Readonly<Record<string, string | string[] | undefined>>

/** `started`: bytes of the request may have left this machine, so the other side may have acted on it. */
export type TransportError = { readonly started: boolean; readonly why: 'time-out' | 'connection-lost' | 'aborted' }

export type TransportOptions = {
  readonly baseUrl: string
  readonly accessToken: string
  /** For the whole call: waiting for a connection, connecting, sending and the answer. */
  readonly timeoutMs: number
  readonly connections: number
}

/** An answer of the Graph API has a few hundred bytes; a page of templates some hundred thousand. */
const LARGEST_ANSWER = 8 * 1024 * 1024

/** Keep-alive connections to one Graph API, one request on each at a time, none repeated by itself. */
export function createTransport({ baseUrl, accessToken, timeoutMs, connections }: TransportOptions): Transport {
  const base = new URL(baseUrl)
  const prefix = base.pathname.replace(/\/$/, '')
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json', 'user-agent': 'Recado' }
  // Our own deadline covers the whole call, so undici's partial ones are off.
  const pool = new Pool(base.origin, { connections, pipelining: 1, headersTimeout: 0, bodyTimeout: 0, connectTimeout: timeoutMs }) // prettier-ignore
  return {
    call: ({ method, path, body }, options = {}) => {
      const call = new Call(timeoutMs, options)
      if (call.isSettled) return call.result
      const json = body === undefined ? null : JSON.stringify(body)
      pool.dispatch({ method, path: prefix + path, headers, body: json, idempotent: false }, call)
      return call.result
    },
    close: () => pool.close(),
  }
}

/**
 * One call as undici's handler. It is written against `dispatch` because only there one can tell whether a failed
 * request had been put on the wire: `onRequestStart` comes right before the first byte.
 */
class Call implements Dispatcher.DispatchHandler {
  readonly result: Promise<CallResult>
  #resolve!: (result: CallResult) => void
  #settled = false
  #started = false
  #controller: Dispatcher.DispatchController | undefined
  #status = 0
  #headers: AnswerHeaders = {}
  #chunks: Buffer[] = []
  #size = 0
  readonly #timer: NodeJS.Timeout
  readonly #signal: AbortSignal | undefined
  readonly #mayStart: () => boolean
  readonly #onAbort = () => this.#giveUp('aborted')

  constructor(timeoutMs: number, { signal, mayStart = () => true }: CallOptions) {
    this.result = new Promise((resolve) => (this.#resolve = resolve))
    this.#signal = signal
    this.#mayStart = mayStart
    this.#timer = setTimeout(() => this.#giveUp('time-out'), timeoutMs)
    if (signal?.aborted) this.#giveUp('aborted')
    else signal?.addEventListener('abort', this.#onAbort)
  }

  get isSettled(): boolean {
    return this.#settled
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller
    // Given up while it waited for a connection, or not allowed any more: stopping here keeps every byte of it at home.
    if (!this.#settled && !this.#mayStart()) return this.#giveUp('aborted')
    if (this.#settled) return controller.abort(new Error('given up'))
    this.#started = true
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: AnswerHeaders): void {
    this.#status = status
    this.#headers = headers
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length
    if (this.#size > LARGEST_ANSWER) this.#giveUp('connection-lost')
    else this.#chunks.push(chunk)
  }

  onResponseEnd(): void {
    const parsed = parseJson(Buffer.concat(this.#chunks))
    const body = parsed.ok ? parsed.value : undefined
    this.#settle({ ok: true, answer: { status: this.#status, headers: this.#headers, body } })
  }

  onResponseError(): void {
    this.#settle({ ok: false, error: { started: this.#started, why: 'connection-lost' } })
  }

  #giveUp(why: TransportError['why']): void {
    this.#settle({ ok: false, error: { started: this.#started, why } })
    this.#controller?.abort(new Error(why))
  }

  #settle(result: CallResult): void {
    if (this.#settled) return
    this.#settled = true
    clearTimeout(this.#timer)
    this.#signal?.removeEventListener('abort', this.#onAbort)
    this.#resolve(result)
  }
}
