import { shuffle, type Random } from '../random.ts'

/** Holds updates for a moment and lets them go in another order. */
export class Shuffler {
  #held: (() => void)[] = []
  #timer: NodeJS.Timeout | undefined
  #random: Random

  constructor(random: Random) {
    this.#random = random
  }

  hold(send: () => void): void {
    this.#held.push(send)
    if (this.#held.length >= MOST) this.flush()
    else this.#timer ??= setTimeout(() => this.flush(), LONGEST_MS)
  }

  flush(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = undefined
    const held = shuffle(this.#random, this.#held)
    this.#held = []
    for (const send of held) send()
  }

  reseed(random: Random): void {
    this.#random = random
  }
}

const MOST = 200
const LONGEST_MS = 150
