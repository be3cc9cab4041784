import { createHash, randomInt } from 'node:crypto'

/** The seed of this run: RECADO_SEED, or a fresh one that the report prints so that the run can be had again. */
export const runSeed: string = process.env['RECADO_SEED'] ?? String(randomInt(1, 1_000_000_000))

/** A reproducible source of chance. */
export type Chance = {
  /** 0 ≤ x < 1. */
  unit(): number
  /** A whole number, both ends included. */
  between(from: number, to: number): number
  pick<T>(choices: readonly T[]): T
  shuffled<T>(items: readonly T[]): T[]
}

/** One stream of chance for each purpose, so that a change in one part of a test does not shift all the others. */
export function chanceOf(purpose: string, seed = runSeed): Chance {
  let state = createHash('sha256').update(`${seed} ${purpose}`).digest().readInt32LE()
  /** mulberry32 */
  const unit = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (from: number, to: number) => from + Math.floor(unit() * (to - from + 1))
  return {
    unit,
    between,
    pick(choices) {
      const choice = choices[between(0, choices.length - 1)]
      if (choice === undefined) throw new Error('nothing to pick from')
      return choice
    },
    shuffled(items) {
      const list = [...items]
      for (let last = list.length - 1; last > 0; last--) {
        const other = between(0, last)
        const held = list[last]
        list[last] = list[other] as (typeof list)[number]
        list[other] = held as (typeof list)[number]
      }
      return list
    },
  }
}

/** Sizes of a test: the quick form runs in `npm test`, the full form with `npm run faults`. */
export const isFull = process.env['RECADO_RELIABILITY'] === 'full'
export const sized = <T>(quick: T, full: T): T => (isFull ? full : quick)

/** The one line of a test: what was done to the clinic and what came of it. */
export const report = (line: string): void => console.log(`${line} · seed ${runSeed}`)
