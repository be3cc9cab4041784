import type { Instant } from '@recado/domain/shared/instant'
import { child, idOf, momentOf, numberOf, present, textOf } from './fields.ts'
import { phoneDigits } from './people.ts'
import { unreadable, type Reader } from './reader.ts'
import { wireErrors, type WireError } from './wire-error.ts'

/** What no part of Recado acts upon yet: kept, shown, counted. */
export type OtherPart =
  | FlowEvent
  | CallEvent
  | GroupEvent
  | { readonly kind: 'payment-configuration'; readonly name?: string; readonly status?: string }
  | {
      readonly kind: 'partner-solution'
      readonly event: string
      readonly solutionId?: string
      readonly status?: string
    }

export type FlowEvent = {
  readonly kind: 'flow'
  readonly event: string
  readonly flowId?: string
  readonly oldStatus?: string
  readonly newStatus?: string
  readonly alertState?: string
  readonly threshold?: number
  readonly measured?: number
}

export type CallEvent = {
  readonly kind: 'call'
  readonly callId: string
  /** connect and terminate from the call itself; RINGING, ACCEPTED, REJECTED from its statuses. */
  readonly event: string
  readonly direction?: string
  readonly from?: string
  readonly to?: string
  readonly status?: string
  readonly durationSeconds?: number
  readonly startedAt?: Instant
  readonly endedAt?: Instant
  readonly callbackData?: string
}

export type GroupEvent = {
  readonly kind: 'group'
  readonly event: string
  readonly groupId?: string
  readonly requestId?: string
  readonly subject?: string
  readonly errors: readonly WireError[]
}

export const readFlow: Reader<OtherPart> = (value) => {
  const event = textOf(value, 'event')
  if (event === undefined) return unreadable('a form event without its kind')
  return present({
    kind: 'flow' as const,
    event,
    flowId: idOf(value, 'flow_id'),
    oldStatus: textOf(value, 'old_status'),
    newStatus: textOf(value, 'new_status'),
    alertState: textOf(value, 'alert_state'),
    threshold: numberOf(value, 'threshold'),
    measured: numberOf(value, 'error_rate') ?? numberOf(value, 'p90_latency') ?? numberOf(value, 'availability'),
  })
}

export const readCall: Reader<OtherPart> = (item) => {
  const callId = textOf(item, 'id')
  const event = textOf(item, 'event') ?? textOf(item, 'status')
  if (callId === undefined || event === undefined) return unreadable('a call without id or event')
  return present({
    kind: 'call' as const,
    callId,
    event,
    direction: textOf(item, 'direction'),
    from: phoneDigits(textOf(item, 'from')),
    to: phoneDigits(textOf(item, 'to') ?? textOf(item, 'recipient_id')),
    status: textOf(item, 'status'),
    durationSeconds: numberOf(item, 'duration'),
    startedAt: momentOf(item, 'start_time'),
    endedAt: momentOf(item, 'end_time'),
    callbackData: textOf(item, 'biz_opaque_callback_data'),
  })
}

export const readGroup: Reader<OtherPart> = (item) => {
  const event = textOf(item, 'type')
  if (event === undefined) return unreadable('a group event without its kind')
  return present({
    kind: 'group' as const,
    event,
    groupId: textOf(item, 'group_id'),
    requestId: textOf(item, 'request_id'),
    subject: textOf(item, 'subject') ?? textOf(child(item, 'group_subject'), 'text'),
    errors: wireErrors(item),
  })
}

export const readPaymentConfiguration: Reader<OtherPart> = (value) =>
  present({
    kind: 'payment-configuration' as const,
    name: textOf(value, 'configuration_name'),
    status: textOf(value, 'status'),
  })

export const readPartnerSolution: Reader<OtherPart> = (value) => {
  const event = textOf(value, 'event')
  if (event === undefined) return unreadable('a partner event without its kind')
  return present({
    kind: 'partner-solution' as const,
    event,
    solutionId: idOf(value, 'solution_id'),
    status: textOf(value, 'solution_status'),
  })
}
