/** Who was messaged outside a window in the last 24 hours, per business portfolio [M messaging-limits]. */
export class People {
  readonly #lastByPerson = new Map<string, Map<string, number>>()

  /** False if the person would be one too many; otherwise the person is counted. */
  admit(businessId: string, number: string, nowMs: number, most: number): boolean {
    const people = this.#recent(businessId, nowMs)
    const isKnown = people.delete(number)
    if (!isKnown && people.size >= most) return false
    people.set(number, nowMs)
    return true
  }

  count(businessId: string, nowMs: number): number {
    return this.#recent(businessId, nowMs).size
  }

  saved(): [string, [string, number][]][] {
    return [...this.#lastByPerson].map(([businessId, people]) => [businessId, [...people]])
  }

  restore(saved: [string, [string, number][]][]): void {
    for (const [businessId, people] of saved) this.#lastByPerson.set(businessId, new Map(people))
  }

  clear(): void {
    this.#lastByPerson.clear()
  }

  /** Oldest first, because a person who is counted again moves to the end. */
  #recent(businessId: string, nowMs: number): Map<string, number> {
    let people = this.#lastByPerson.get(businessId)
    if (!people) this.#lastByPerson.set(businessId, (people = new Map()))
    for (const [number, atMs] of people) {
      if (atMs > nowMs - DAY_MS) break
      people.delete(number)
    }
    return people
  }
}

const DAY_MS = 86_400_000
