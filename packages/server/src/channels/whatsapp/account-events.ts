import type { Instant } from '@recado/domain/shared/instant'
import { child, children, fieldsOf, idOf, momentOf, present, textOf, type Fields } from './fields.ts'
import { unreadable, type Reader } from './reader.ts'

export type AccountPart = AccountUpdate | AccountAlert | { readonly kind: 'account-review'; readonly decision: string }

/** Something changed for the whole account: a ban, a restriction, a partner, a price tier. */
export type AccountUpdate = {
  readonly kind: 'account-update'
  /** ACCOUNT_RESTRICTION, DISABLED_UPDATE, …: an open set. */
  readonly event: string
  readonly violation?: string
  readonly ban?: { readonly state?: string; readonly date?: string }
  readonly restrictions: readonly { readonly type: string; readonly until?: Instant }[]
  readonly country?: string
  /** The account that the event is about, where a partner receives it for a client. */
  readonly subjectWabaId?: string
  readonly disconnection?: { readonly reason?: string; readonly initiatedBy?: string }
  /** Every other object of the event, as Meta sent it (tiers, rates, certifications). */
  readonly details: Fields
}

export type AccountAlert = {
  readonly kind: 'account-alert'
  readonly type: string
  readonly severity?: string
  readonly status?: string
  readonly description?: string
  readonly entityType?: string
  readonly entityId?: string
}

const TYPED_KEYS = new Set(['event', 'violation_info', 'ban_info', 'restriction_info', 'country', 'disconnection_info'])

export const readAccountUpdate: Reader<AccountPart> = (value) => {
  const event = textOf(value, 'event')
  if (event === undefined) return unreadable('an account update without its kind')
  const details = Object.fromEntries(Object.entries(value).filter(([key]) => !TYPED_KEYS.has(key)))
  return present({
    kind: 'account-update' as const,
    event,
    violation: textOf(child(value, 'violation_info'), 'violation_type'),
    ban: banOf(value),
    restrictions: children(value, 'restriction_info').flatMap(restrictionOf),
    country: textOf(value, 'country'),
    subjectWabaId: idOf(child(value, 'waba_info'), 'waba_id'),
    disconnection: disconnectionOf(value),
    details,
  })
}

function banOf(value: Fields): AccountUpdate['ban'] | undefined {
  const ban = fieldsOf(value['ban_info'])
  // `waba_ban_date` is prose ("April 17, 2025"), so it stays a text. Older payloads nest a list of states.
  return ban && present({ state: textOf(ban, 'waba_ban_state'), date: textOf(ban, 'waba_ban_date') })
}

function restrictionOf(restriction: Fields): AccountUpdate['restrictions'] {
  const type = textOf(restriction, 'restriction_type')
  return type === undefined ? [] : [present({ type, until: momentOf(restriction, 'expiration') })]
}

function disconnectionOf(value: Fields): AccountUpdate['disconnection'] | undefined {
  const info = fieldsOf(value['disconnection_info'])
  return info && present({ reason: textOf(info, 'reason'), initiatedBy: textOf(info, 'initiated_by') })
}

export const readAccountAlert: Reader<AccountPart> = (value) => {
  const alert = child(value, 'alert_info')
  // Earlier payloads have the same keys one level up.
  const get = (key: string) => textOf(alert, key) ?? textOf(value, key)
  const type = get('alert_type')
  if (type === undefined) return unreadable('an alert without its kind')
  return present({
    kind: 'account-alert' as const,
    type,
    severity: get('alert_severity'),
    status: get('alert_status'),
    description: get('alert_description'),
    entityType: textOf(value, 'entity_type'),
    entityId: idOf(value, 'entity_id'),
  })
}

export const readAccountReview: Reader<AccountPart> = (value) => {
  const decision = textOf(value, 'decision')
  return decision === undefined
    ? unreadable('an account review without a decision')
    : { kind: 'account-review', decision }
}
