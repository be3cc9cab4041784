import type { SendOutcome } from '@recado/domain/messaging/send-outcome'
import { numberOf, textOf } from './fields.ts'
import { errorOf } from './errors.ts'
import type { CallResult } from './transport.ts'

/**
 * What is logged of one call. No token, no address, no text, and no wamid: a wamid is base64 and holds the patient's
 * number. The attempt's id leads to all of it in the database.
 */
export type CallRecord = {
  readonly call: string
  readonly attemptId?: string
  readonly ms: number
  readonly httpStatus?: number
  readonly outcome?: SendOutcome['kind']
  readonly code?: number
  /** Meta's id of the call, for its support. */
  readonly traceId?: string
  readonly transport?: string
}

export type CallLog = (record: CallRecord) => void

export function callRecord(call: string, startedMs: number, result: CallResult): CallRecord {
  const ms = Math.round((performance.now() - startedMs) * 10) / 10
  if (!result.ok) return { call, ms, transport: result.error.why }
  const { status, body } = result.answer
  const error = errorOf(body)
  const code = error && numberOf(error, 'code')
  const traceId = error && textOf(error, 'fbtrace_id')
  return {
    call,
    ms,
    httpStatus: status,
    ...(code !== undefined && { code }),
    ...(traceId !== undefined && { traceId }),
  }
}
