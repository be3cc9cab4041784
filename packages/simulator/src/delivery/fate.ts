import { countryOf } from '../ids.ts'
import type { Contact, Outbound, Phone } from '../phones/phone.ts'
import { TIER_PEOPLE, type Sender } from '../senders.ts'
import type { World } from '../world.ts'
import { nowOf } from '../world.ts'

export type Case = {
  world: World
  sender: Sender
  phone: Phone
  contact: Contact
  message: Outbound
  isInWindow: boolean
  identityHash: string | undefined
}

type Rule = { name: string; fails: (facts: Case) => boolean; code: number }

/** What an accepted message still fails of, in this order; the code comes as a status, not as an answer. */
export const LATER_FAILURES: readonly Rule[] = [
  { name: 'no valid payment method', code: 131042, fails: ({ sender }) => !sender.paymentMethod },
  {
    name: 'the window is closed and this is no template',
    code: 131047,
    fails: ({ message, isInWindow }) => !isInWindow && message.template === undefined,
  },
  { name: 'the number is not on WhatsApp', code: 131026, fails: ({ phone }) => phone.persona?.onWhatsApp === false },
  { name: 'the user has blocked the business', code: 131026, fails: ({ contact }) => contact.blocked },
  {
    name: 'the identity of the user has changed',
    code: 137000,
    fails: ({ identityHash, phone }) => identityHash !== undefined && identityHash !== phone.identityHash,
  },
  {
    name: 'the user has stopped marketing',
    code: 131050,
    fails: ({ message, phone }) => message.category === 'marketing' && phone.marketingStopped,
  },
  {
    name: 'marketing to a number of the USA',
    code: 131049,
    fails: ({ message, phone }) => message.category === 'marketing' && countryOf(phone.number) === 'US',
  },
  { name: 'too much marketing to one user', code: 131049, fails: isTooMuchMarketing },
  {
    name: 'more people in 24 hours than the portfolio may reach',
    code: 131048,
    fails: ({ world, sender, phone, isInWindow }) =>
      !isInWindow && !world.people.admit(sender.businessId, phone.number, nowOf(world), TIER_PEOPLE[sender.tier]),
  },
]

/** The code that the message will fail with; undefined: it arrives. */
export function failureOf(facts: Case): number | undefined {
  return LATER_FAILURES.find((rule) => rule.fails(facts))?.code
}

const DAY_MS = 86_400_000
/** Meta's limit is secret and moves; two a day shows what happens [M per-user-limits]. */
const MARKETING_A_DAY = 2

function isTooMuchMarketing({ message, contact, isInWindow, world }: Case): boolean {
  if (message.category !== 'marketing' || isInWindow) return false
  const now = nowOf(world)
  contact.marketingAtMs = contact.marketingAtMs.filter((atMs) => atMs > now - DAY_MS)
  if (contact.marketingAtMs.length >= MARKETING_A_DAY) return true
  contact.marketingAtMs.push(now)
  return false
}
