import { child, idOf, present, textOf } from './fields.ts'
import { phoneDigits, userIdOf, type Person } from './people.ts'
import { unreadable, type Reader } from './reader.ts'

export type PersonPart = MarketingPreference | UserIdUpdate

/** The person's own switch in WhatsApp. `stop` withdraws the consent to marketing at once. */
export type MarketingPreference = {
  readonly kind: 'user-preference'
  readonly person: Person
  readonly category: string
  /** stop, resume, signup, or one that we don't know yet. */
  readonly choice: string
  readonly signupId?: string
}

/** Documented March to July 2026, withdrawn in August: read if it comes, nothing depends on it. */
export type UserIdUpdate = {
  readonly kind: 'user-id-update'
  readonly person: Person
  readonly previousUserId?: string
  readonly previousParentUserId?: string
}

export const readPreference: Reader<PersonPart> = (item) => {
  const choice = textOf(item, 'value')
  const person: Person = present({
    phone: phoneDigits(textOf(item, 'wa_id')),
    userId: userIdOf(item, 'user_id', 'wa_id'),
  })
  if (choice === undefined) return unreadable('a preference without its value')
  if (person.phone === undefined && person.userId === undefined) return unreadable('a preference of nobody')
  const category = textOf(item, 'category') ?? 'marketing_messages'
  return present({ kind: 'user-preference' as const, person, category, choice, signupId: idOf(item, 'signup_id') })
}

export const readUserIdUpdate: Reader<PersonPart> = (item) => {
  const ids = child(item, 'user_id')
  const parents = child(item, 'parent_user_id')
  return present({
    kind: 'user-id-update' as const,
    person: present({
      phone: phoneDigits(textOf(item, 'wa_id')),
      userId: textOf(ids, 'current'),
      parentUserId: textOf(parents, 'current'),
    }),
    previousUserId: textOf(ids, 'previous'),
    previousParentUserId: textOf(parents, 'previous'),
  })
}
