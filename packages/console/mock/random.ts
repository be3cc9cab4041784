/** A small seeded generator (mulberry32): the same clinic on every start. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function pick<T>(random: () => number, list: readonly T[]): T {
  const value = list[Math.floor(random() * list.length)]
  if (value === undefined) throw new RangeError('nothing to pick from')
  return value
}

const KINDS = ['organization', 'staff', 'site', 'practitioner', 'service', 'patient', 'appointment', 'touch', 'attempt', 'event', 'import', 'conversation', 'message', 'change', 'source', 'key', 'consent'] as const // prettier-ignore

/** A UUID of version 7's shape that says what it is: readable in a debugger, stable over starts. */
export function uuid(kind: (typeof KINDS)[number], number: number): string {
  const tag = (0x7000 + KINDS.indexOf(kind)).toString(16)
  return `0193a000-0000-${tag}-8000-${number.toString(16).padStart(12, '0')}`
}
