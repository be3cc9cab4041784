import type { ChatMessage, Phone } from '../phones/phone.ts'

type Kept = { message: ChatMessage; phone: Phone }

/** Messages by wamid; when there are too many, the oldest go, from their phones too. */
export class MessageStore {
  readonly #kept = new Map<string, Kept>()
  readonly #limit: number

  constructor(limit: number) {
    this.#limit = limit
  }

  add(phone: Phone, message: ChatMessage): void {
    this.#kept.set(message.id, { message, phone })
    if (this.#kept.size <= this.#limit) return
    for (const [id, oldest] of this.#kept) {
      this.#kept.delete(id)
      const at = oldest.phone.chat.indexOf(oldest.message)
      if (at >= 0) oldest.phone.chat.splice(at, 1)
      break
    }
  }

  find(id: string): ChatMessage | undefined {
    return this.#kept.get(id)?.message
  }

  phoneOf(id: string): Phone | undefined {
    return this.#kept.get(id)?.phone
  }

  all(): Iterable<Readonly<Kept>> {
    return this.#kept.values()
  }

  clear(): void {
    this.#kept.clear()
  }
}
