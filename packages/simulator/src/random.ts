/** Chance from a seed: the same seed gives the same numbers in [0, 1). */
export type Random = () => number

/** mulberry32 (Tommy Ettinger, public domain): small, fast, good enough for personas and faults. */
export function seeded(seed: number | string): Random {
  let state = typeof seed === 'number' ? seed >>> 0 : hashOf(seed)
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** FNV-1a, 32 bit. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

export function between(random: Random, range: readonly [number, number]): number {
  return Math.round(range[0] + random() * (range[1] - range[0]))
}

export function pick<T>(random: Random, from: readonly T[]): T | undefined {
  return from[Math.floor(random() * from.length)]
}

/** Fisher-Yates, in place. */
export function shuffle<T>(random: Random, list: T[]): T[] {
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1))
    const held = list[i]
    const other = list[j]
    if (held === undefined || other === undefined) continue
    list[i] = other
    list[j] = held
  }
  return list
}
