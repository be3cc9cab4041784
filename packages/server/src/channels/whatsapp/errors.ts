import type { Rejected, SendOutcome } from '@recado/domain/messaging/send-outcome'
import { ERROR_RANGES, ERROR_ROWS, type ErrorRow } from './error-table.ts'
import { child, children, isFields, numberOf, textOf, type Fields } from './fields.ts'
import { safeHint } from './safe-hint.ts'
import type { AnswerHeaders, TransportError } from './transport.ts'
import type { WireError } from './wire-error.ts'

export type ErrorMeaning = Omit<ErrorRow, 'code'>

const BY_CODE: ReadonlyMap<number, ErrorRow> = new Map(ERROR_ROWS.map((row) => [row.code, row]))

/** What a code means for a message; undefined when neither the code nor its range is known. */
export const meaningOf = (code: number): ErrorMeaning | undefined =>
  BY_CODE.get(code) ?? ERROR_RANGES.find(({ from, to }) => code >= from && code <= to)

const NO_CONNECTION_WAIT_MS = 5_000
const THROTTLED_WAIT_MS = 1_000

/**
 * What a send came to when it was not accepted. Pass either the answer or the transport error.
 * Decides on the code, as Meta advises, and by the HTTP status only for codes that nobody knows. A 5xx without a
 * definite code is unknown: Meta may have sent the message (invariant 3).
 */
export function classifySendFailure(
  httpStatus: number | undefined,
  body: unknown,
  headers: AnswerHeaders = {},
  transport?: TransportError,
): Exclude<SendOutcome, { kind: 'accepted' }> {
  if (transport || httpStatus === undefined) return withoutAnswer(transport)
  const error = errorOf(body)
  const code = error && numberOf(error, 'code')
  const meaning = code === undefined ? undefined : meaningOf(code)
  const asked = askedWaitMs(headers)
  if (httpStatus === 429 || meaning?.throttle)
    return {
      kind: 'not-sent',
      why: 'throttled',
      retryAfterMs: Math.max(asked ?? 0, meaning?.delays?.[0] ?? THROTTLED_WAIT_MS),
      ...(code !== undefined && { code }),
    }
  if (isServerError(httpStatus) && (!meaning || meaning.vague))
    return { kind: 'unknown', why: 'server-error', ...(code !== undefined && { code }) }
  if (httpStatus < 400 && !error) return { kind: 'unknown', why: 'unreadable-answer' }
  return rejected(error ?? {}, code, meaning ?? unlisted(httpStatus, code), asked)
}

/** 408 says that the request came too slowly, not how much of it was acted upon. */
const isServerError = (httpStatus: number): boolean => httpStatus >= 500 || httpStatus === 408

function withoutAnswer(transport: TransportError | undefined): Exclude<SendOutcome, { kind: 'accepted' }> {
  if (!transport) return { kind: 'unknown', why: 'unreadable-answer' }
  const { started, why } = transport
  if (started) return { kind: 'unknown', why }
  if (why === 'aborted') return { kind: 'not-sent', why: 'aborted-before-start', retryAfterMs: 0 }
  return { kind: 'not-sent', why: 'no-connection', retryAfterMs: NO_CONNECTION_WAIT_MS }
}

function rejected(
  error: Fields,
  code: number | undefined,
  meaning: ErrorMeaning,
  askedMs: number | undefined,
): Rejected {
  const subcode = numberOf(error, 'error_subcode')
  const hint = safeHint(textOf(child(error, 'error_data'), 'details') ?? textOf(error, 'message'))
  return {
    kind: 'rejected',
    class: meaning.class,
    code: code ?? 0,
    delaysMs: meaning.delays ?? [],
    ...(subcode !== undefined && { subcode }),
    ...(meaning.action !== undefined && { action: meaning.action }),
    ...(askedMs !== undefined && { retryAfterMs: askedMs }),
    ...(hint !== undefined && { hint }),
  }
}

/** A code that is in no list, with a status below 500: who has to look at it? */
function unlisted(httpStatus: number, code: number | undefined): ErrorMeaning {
  if (httpStatus === 401 || httpStatus === 403)
    return { class: 'tenant-stop', action: 'reauthorize', note: 'Access refused with an unknown code.' }
  // Without a code it was not the Graph API that answered: a proxy, or a wrong address. No message is to blame.
  if (code === undefined) return { class: 'tenant-stop', action: 'alarm', note: 'Refused by something else.' }
  return { class: 'bug', note: 'Refused with an unknown code.' }
}

/** The verdict on a message that failed after it was accepted (status webhook). The first error with a known code leads. */
export function classifyFailedStatus(errors: readonly WireError[]): Rejected {
  const known = errors.find((error) => error.code !== undefined && meaningOf(error.code)) ?? errors[0]
  const code = known?.code
  const meaning = (code === undefined ? undefined : meaningOf(code)) ?? UNEXPLAINED
  const hint = safeHint(known?.details ?? known?.message ?? known?.title)
  return {
    kind: 'rejected',
    class: meaning.class,
    code: code ?? 0,
    delaysMs: meaning.delays ?? [],
    ...(meaning.action !== undefined && { action: meaning.action }),
    ...(hint !== undefined && { hint }),
  }
}

/** Not repeated: nobody can say that it would go better, and a person sees it as undelivered. */
const UNEXPLAINED: ErrorMeaning = { class: 'recipient-stop', note: 'Failed without a code that we know.' }

/** The Graph API's error object; undefined when the answer has none. */
export const errorOf = (body: unknown): Fields | undefined =>
  isFields(body) && isFields(body['error']) ? body['error'] : undefined

/** Longest wait that we take from a header: what is longer is an error of theirs, and messages expire anyway. */
const LONGEST_WAIT_MS = 24 * 60 * 60 * 1_000

/** Milliseconds that the server asks us to wait: Retry-After (seconds) or the usage header (minutes). */
function askedWaitMs(headers: AnswerHeaders): number | undefined {
  const seconds = numberOf({ wait: first(headers['retry-after']) }, 'wait')
  const wait = Math.max((seconds ?? 0) * 1_000, regainAccessMs(first(headers['x-business-use-case-usage'])))
  return wait > 0 ? Math.min(wait, LONGEST_WAIT_MS) : undefined
}

const first = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value)

/** `{"<account>":[{"type":…,"estimated_time_to_regain_access":<minutes>}]}` */
function regainAccessMs(header: string | undefined): number {
  if (header === undefined) return 0
  let usage: unknown
  try {
    usage = JSON.parse(header)
  } catch {
    return 0
  }
  if (!isFields(usage)) return 0
  const accounts = usage
  const minutes = Object.keys(accounts).flatMap((account) =>
    children(accounts, account).map((use) => numberOf(use, 'estimated_time_to_regain_access') ?? 0),
  )
  return Math.max(0, ...minutes) * 60_000
}
