import type { SendOutcome } from '@recado/domain/messaging/send-outcome'
import { Failure } from '@recado/domain/shared/failure'
import { callRecord, type CallLog } from './call-record.ts'
import { classifySendFailure, errorOf } from './errors.ts'
import { children, isFields, textOf } from './fields.ts'
import { createManagement, type Management } from './management.ts'
import { graphMessage } from './message.ts'
import type { OutgoingMessage } from './outgoing.ts'
import { createTransport, type CallOptions, type CallResult, type GraphRequest } from './transport.ts'

export type WhatsAppOptions = {
  /** The Graph API, or a simulator of it; a path in front of the version is kept. */
  readonly baseUrl: string
  /** `v25.0`. */
  readonly version: string
  readonly accessToken: string
  readonly phoneNumberId: string
  readonly wabaId: string
  /** For one whole call. Default 10,000. */
  readonly timeoutMs?: number
  /** Requests at the same time; more wait. Default 64. */
  readonly connections?: number
  readonly onCall?: CallLog
}

export type WhatsAppClient = Management & {
  /**
   * One try, never repeated here: whether to try again is the outbox's decision. `attemptId` comes back with each
   * status and must be stored before. Never rejects; a message that breaks a limit is a `rejected` of class `bug`.
   */
  readonly send: (message: OutgoingMessage, attemptId: string, options?: CallOptions) => Promise<SendOutcome>
  readonly close: () => Promise<void>
}

const DEFAULT_TIMEOUT_MS = 10_000
const DEFAULT_CONNECTIONS = 64

/** A client of WhatsApp's Cloud API for one of our numbers. */
export function createWhatsAppClient(options: WhatsAppOptions): WhatsAppClient {
  const { timeoutMs = DEFAULT_TIMEOUT_MS, connections = DEFAULT_CONNECTIONS, onCall } = options
  const transport = createTransport({ ...options, timeoutMs, connections })
  const messages = `/${options.version}/${encodeURIComponent(options.phoneNumberId)}/messages`

  const send = async (
    message: OutgoingMessage,
    attemptId: string,
    callOptions: CallOptions = {},
  ): Promise<SendOutcome> => {
    const startedMs = performance.now()
    const request = sendRequest(messages, message, attemptId)
    if ('kind' in request) return request
    const result = await transport.call(request, callOptions)
    const outcome = sendOutcome(result)
    onCall?.({ ...callRecord('send', startedMs, result), attemptId, outcome: outcome.kind })
    return outcome
  }

  const call = async (name: string, request: GraphRequest): Promise<CallResult> => {
    const startedMs = performance.now()
    const result = await transport.call(request)
    onCall?.(callRecord(name, startedMs, result))
    return result
  }

  return { send, ...createManagement(call, { ...options, messages }), close: transport.close }
}

function sendRequest(path: string, message: OutgoingMessage, attemptId: string): GraphRequest | SendOutcome {
  try {
    return { method: 'POST', path, body: graphMessage(message, attemptId) }
  } catch (error) {
    if (error instanceof Failure) return { kind: 'rejected', class: 'bug', code: 0, delaysMs: [], hint: error.message }
    throw error
  }
}

/** Accepted only with a message id in a 2xx answer; everything else is judged by its error. */
export function sendOutcome(result: CallResult): SendOutcome {
  if (!result.ok) return classifySendFailure(undefined, undefined, {}, result.error)
  const { status, body, headers } = result.answer
  const accepted =
    status >= 200 && status < 300 && isFields(body) && !errorOf(body) ? children(body, 'messages')[0] : undefined
  const wamid = accepted && textOf(accepted, 'id')
  if (!accepted || wamid === undefined) return classifySendFailure(status, body, headers)
  // `paused` is listed beside `held_for_quality_assessment` and not explained: a status will tell.
  const messageStatus = textOf(accepted, 'message_status')
  return { kind: 'accepted', wamid, heldForQuality: messageStatus !== undefined && messageStatus !== 'accepted' }
}
