/** What is still to happen, by due time and then by order of entry: a binary heap. */
export class Agenda {
  #heap: Entry[] = []
  #nextOrder = 0

  add(dueMs: number, run: () => void): void {
    const entry = { dueMs, order: this.#nextOrder++, run }
    const heap = this.#heap
    let at = heap.push(entry) - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      const above = heap[parent]
      if (!above || !isBefore(entry, above)) break
      heap[at] = above
      at = parent
    }
    heap[at] = entry
  }

  nextDue(): number | undefined {
    return this.#heap[0]?.dueMs
  }

  get size(): number {
    return this.#heap.length
  }

  /** The first entry due at or before that instant, taken off. */
  takeDue(untilMs: number): (() => void) | undefined {
    const first = this.#heap[0]
    if (!first || first.dueMs > untilMs) return undefined
    const last = this.#heap.pop()
    if (last && last !== first) this.#sinkFromTop(last)
    return first.run
  }

  clear(): void {
    this.#heap = []
  }

  #sinkFromTop(entry: Entry): void {
    const heap = this.#heap
    let at = 0
    for (;;) {
      const child = this.#smallerChild(at)
      const below = heap[child]
      if (!below || !isBefore(below, entry)) break
      heap[at] = below
      at = child
    }
    heap[at] = entry
  }

  #smallerChild(at: number): number {
    const left = 2 * at + 1
    const a = this.#heap[left]
    const b = this.#heap[left + 1]
    return a && b && isBefore(b, a) ? left + 1 : left
  }
}

type Entry = { dueMs: number; order: number; run: () => void }

function isBefore(a: Entry, b: Entry): boolean {
  return a.dueMs < b.dueMs || (a.dueMs === b.dueMs && a.order < b.order)
}
