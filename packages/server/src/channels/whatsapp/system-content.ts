import type { Instant } from '@recado/domain/shared/instant'
import { broken, type BrokenContent } from './broken-content.ts'
import { child, fieldsOf, flagOf, momentOf, present, textOf, type Fields } from './fields.ts'
import { phoneDigits } from './people.ts'

/** WhatsApp's own notice about the person. A new number or key may be another person: verify again. */
export type SystemContent = {
  readonly type: 'system'
  /** user_changed_number, user_changed_user_id, customer_identity_changed, or one that we don't know yet. */
  readonly event: string
  readonly newPhone?: string
  readonly userId?: string
  readonly previousUserId?: string
  readonly parentUserId?: string
  readonly previousParentUserId?: string
  readonly identity?: { readonly acknowledged?: boolean; readonly hash?: string; readonly createdAt?: Instant }
}

export function systemContent(message: Fields): SystemContent | BrokenContent {
  const system = child(message, 'system')
  const event = textOf(system, 'type')
  if (event === undefined) return broken('a system message without its kind')
  return present({
    type: 'system' as const,
    event,
    // `new_wa_id` is what payloads before 2022 called it.
    newPhone: phoneDigits(textOf(system, 'wa_id') ?? textOf(system, 'new_wa_id')),
    userId: textOf(system, 'user_id'),
    previousUserId: textOf(system, 'previous_user_id'),
    parentUserId: textOf(system, 'parent_user_id'),
    previousParentUserId: textOf(system, 'previous_parent_user_id'),
    identity: identityOf(message) ?? identityOf(system),
  })
}

function identityOf(fields: Fields): SystemContent['identity'] | undefined {
  const identity = fieldsOf(fields['identity'])
  if (!identity) return undefined
  return present({
    acknowledged: flagOf(identity, 'acknowledged'),
    hash: textOf(identity, 'hash'),
    createdAt: momentOf(identity, 'created_timestamp'),
  })
}
