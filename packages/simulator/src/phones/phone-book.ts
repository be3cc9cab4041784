import { bsuidOf } from '../ids.ts'
import { hashOf, seeded } from '../random.ts'
import { digitsOf, PAIR_BURST, type Contact, type Phone } from './phone.ts'

/** Every phone that was ever named or written to; an unknown number is a plain phone. */
export class PhoneBook {
  readonly #phones = new Map<string, Phone>()
  readonly #aliases = new Map<string, string>()
  readonly #numberByUserId = new Map<string, string>()
  #seed: number | string

  constructor(seed: number | string) {
    this.#seed = seed
  }

  get(number: string): Phone {
    const digits = digitsOf(number)
    const key = this.#aliases.get(digits) ?? digits
    const known = this.#phones.get(key)
    if (known) return known
    const phone = plainPhone(key, this.#seed)
    this.#phones.set(key, phone)
    return phone
  }

  find(number: string): Phone | undefined {
    const digits = digitsOf(number)
    return this.#phones.get(this.#aliases.get(digits) ?? digits)
  }

  /** By business-scoped user id. */
  byUserId(userId: string, businessId: string): Phone | undefined {
    const known = this.#phones.get(this.#numberByUserId.get(`${businessId} ${userId}`) ?? '')
    if (known) return known
    for (const phone of this.#phones.values()) {
      this.#numberByUserId.set(`${businessId} ${bsuidOf(phone.number, businessId)}`, phone.number)
    }
    return this.#phones.get(this.#numberByUserId.get(`${businessId} ${userId}`) ?? '')
  }

  all(): Iterable<Phone> {
    return this.#phones.values()
  }

  /** WhatsApp knows this phone by other digits: both lead to it. */
  setWaId(phone: Phone, waId: string): void {
    this.#aliases.delete(phone.waId)
    phone.waId = digitsOf(waId)
    if (phone.waId !== phone.number) this.#aliases.set(phone.waId, phone.number)
  }

  /** The same people with empty chats; phones that were never named are forgotten. */
  startAnew(seed: number | string): void {
    this.#seed = seed
    for (const phone of this.#phones.values()) {
      if (phone.name === `+${phone.number}` && !phone.persona) this.#phones.delete(phone.number)
      const fresh = plainPhone(phone.number, seed)
      phone.random = fresh.random
      phone.contacts = fresh.contacts
      phone.chat = fresh.chat
      phone.blockedByBusiness = fresh.blockedByBusiness
      phone.marketingStopped = false
      phone.typingUntilMs = 0
    }
  }

  reset(seed: number | string): void {
    this.#seed = seed
    this.#phones.clear()
    this.#aliases.clear()
    this.#numberByUserId.clear()
  }
}

function plainPhone(number: string, seed: number | string): Phone {
  return {
    number,
    waId: number,
    name: `+${number}`,
    language: 'en',
    zone: undefined,
    username: undefined,
    persona: undefined,
    random: seeded(`${seed} ${number}`),
    marketingStopped: false,
    identityHash: hashOf(`identity ${number}`).toString(36),
    blockedByBusiness: new Set(),
    contacts: new Map(),
    typingUntilMs: 0,
    chat: [],
  }
}

export function contactOf(phone: Phone, phoneNumberId: string): Contact {
  let contact = phone.contacts.get(phoneNumberId)
  if (!contact) {
    contact = {
      windowUntilMs: 0,
      blocked: false,
      pairTokens: PAIR_BURST,
      pairAtMs: 0,
      messagedByPhoneAtMs: 0,
      marketingAtMs: [],
    }
    phone.contacts.set(phoneNumberId, contact)
  }
  return contact
}
