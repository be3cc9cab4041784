import { numberOf, present, textOf } from './fields.ts'
import { messagingLimit, type MessagingLimit } from './messaging-limit.ts'
import { unreadable, type Reader } from './reader.ts'

export type PhonePart =
  | { readonly kind: 'phone-quality'; readonly event: string; readonly limit?: MessagingLimit }
  | {
      readonly kind: 'phone-name'
      readonly decision: string
      readonly requestedName?: string
      readonly reason?: string
    }
  | { readonly kind: 'capability'; readonly limit?: MessagingLimit; readonly maxPhoneNumbers?: number }
  | { readonly kind: 'username'; readonly username: string; readonly status?: string }
  | { readonly kind: 'security'; readonly event: string; readonly requester?: string }

export const readPhoneQuality: Reader<PhonePart> = (value) => {
  const event = textOf(value, 'event')
  if (event === undefined) return unreadable('a quality event without its kind')
  const limit = value['max_daily_conversations_per_business'] ?? value['current_limit']
  return present({ kind: 'phone-quality' as const, event, limit: messagingLimit(limit) })
}

export const readPhoneName: Reader<PhonePart> = (value) => {
  const decision = textOf(value, 'decision')
  if (decision === undefined) return unreadable('a name review without a decision')
  return present({
    kind: 'phone-name' as const,
    decision,
    requestedName: textOf(value, 'requested_verified_name'),
    reason: textOf(value, 'rejection_reason'),
  })
}

export const readCapability: Reader<PhonePart> = (value) =>
  present({
    kind: 'capability' as const,
    // The second name was the number's own limit, before limits belonged to the portfolio (October 2025).
    limit: messagingLimit(value['max_daily_conversations_per_business'] ?? value['max_daily_conversation_per_phone']),
    maxPhoneNumbers: numberOf(value, 'max_phone_numbers_per_business') ?? numberOf(value, 'max_phone_numbers_per_waba'),
  })

export const readUsername: Reader<PhonePart> = (value) => {
  const username = textOf(value, 'username')
  if (username === undefined) return unreadable('a username event without the username')
  return present({ kind: 'username' as const, username, status: textOf(value, 'status') })
}

export const readSecurity: Reader<PhonePart> = (value) => {
  const event = textOf(value, 'event')
  if (event === undefined) return unreadable('a security event without its kind')
  return present({ kind: 'security' as const, event, requester: textOf(value, 'requester') })
}
