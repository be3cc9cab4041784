/** Everything that can go wrong that a caller is expected to handle. The code is the contract; the message is for people. */
export type FailureCode =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'already-done'
  | 'idempotency-mismatch'
  | 'too-large'
  | 'unsupported-content'
  | 'unreadable'
  | 'rate-limited'
  | 'unavailable'
  | 'upstream-rejected'
  | 'upstream-unavailable'

const RETRYABLE: ReadonlySet<FailureCode> = new Set(['rate-limited', 'unavailable', 'upstream-unavailable'])

/** Safe to log and to return: ids, counts and codes; never a phone number, a name or a message body. */
export type FailureDetails = Readonly<Record<string, unknown>>

export class Failure extends Error {
  readonly code: FailureCode
  readonly retryable: boolean
  readonly details: FailureDetails

  constructor(code: FailureCode, message: string, details: FailureDetails = {}, options?: ErrorOptions) {
    super(message, options)
    this.name = 'Failure'
    this.code = code
    this.retryable = RETRYABLE.has(code)
    this.details = details
  }
}
