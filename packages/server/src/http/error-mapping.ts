import { Failure, type FailureCode } from '@recado/domain/shared/failure'

/** The one table from what went wrong to an HTTP status. */
export const STATUS_OF: Readonly<Record<FailureCode, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'already-done': 409,
  'too-large': 413,
  'unsupported-content': 415,
  unreadable: 422,
  'idempotency-mismatch': 422,
  'rate-limited': 429,
  unavailable: 503,
  'upstream-rejected': 502,
  'upstream-unavailable': 503,
}

export type ErrorAnswer = {
  readonly status: number
  readonly body: { readonly error: { readonly code: string; readonly message: string; readonly details?: unknown } }
  /** Unexpected: goes to the log, and to the caller as a sentence that tells nothing. */
  readonly unexpected: boolean
}

/** Errors of Fastify itself carry a status; whatever else is not a Failure is ours to repair. */
export function answerFor(error: unknown): ErrorAnswer {
  if (error instanceof Failure) {
    const details = Object.keys(error.details).length > 0 ? { details: error.details } : {}
    return {
      status: STATUS_OF[error.code],
      body: { error: { code: error.code, message: error.message, ...details } },
      unexpected: false,
    }
  }
  const status = (error as { statusCode?: unknown } | null)?.statusCode
  if (typeof status === 'number' && status >= 400 && status < 500) return framework(status)
  if (isNotStorable(error)) {
    const message = 'A text holds a character that cannot be stored (NUL).'
    return { status: 400, body: { error: { code: 'invalid', message } }, unexpected: false }
  }
  if (isDatabaseAway(error)) {
    const message = 'The database does not answer at the moment; please try again.'
    return { status: 503, body: { error: { code: 'unavailable', message } }, unexpected: true }
  }
  const message = 'Something went wrong on our side. It has been noted; please try again.'
  return { status: 500, body: { error: { code: 'internal', message } }, unexpected: true }
}

/** PostgreSQL's word on U+0000, in texts and in JSON: it comes from the request, wherever in it. */
const isNotStorable = (error: unknown): boolean =>
  error instanceof Error && /^(?:22021|22P05)$/.test((error as NodeJS.ErrnoException).code ?? '')

/** SQLSTATE of a server that starts, stops or has no room, and what Node says of a socket that nobody is behind. */
const AWAY = /^(?:57P0[123]|08\w{3}|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/

function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code = '', syscall } = error as NodeJS.ErrnoException
  if (AWAY.test(code) || (code === 'ENOENT' && syscall === 'connect')) return true
  return /^Connection terminated|timeout exceeded when trying to connect/.test(error.message)
}

const FRAMEWORK: Readonly<Record<number, [code: string, message: string]>> = {
  400: ['invalid', 'The request could not be read: its body is not valid JSON.'],
  404: ['not-found', 'There is nothing at this address.'],
  413: ['too-large', 'The request is larger than what this address takes.'],
  415: ['unsupported-content', 'This address does not take this kind of content.'],
}

function framework(status: number): ErrorAnswer {
  const [code, message] = FRAMEWORK[status] ?? ['invalid', 'The request could not be taken.']
  return { status, body: { error: { code, message } }, unexpected: false }
}
