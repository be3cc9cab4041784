/** 2 x 32 bits of a text; equal texts have equal hashes, and among a million texts two unlike ones almost never do. */
export function hash53(text: string): number {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 2_654_435_761)
    low = Math.imul(low ^ code, 1_597_334_677)
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909)
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0) || 1
}

/** Numbers by the hash of a text, in flat memory: 16 bytes an entry, so that a file's ids fit beside everything else. */
export class IdTable {
  private keys = new Float64Array(1024)
  private values = new Float64Array(1024)
  private size = 0

  get(hash: number): number | undefined {
    const at = this.find(hash)
    return this.keys[at] === hash ? this.values[at] : undefined
  }

  set(hash: number, value: number): void {
    if (this.size * 2 >= this.keys.length) this.grow()
    const at = this.find(hash)
    if (this.keys[at] !== hash) this.size++
    this.keys[at] = hash
    this.values[at] = value
  }

  private find(hash: number): number {
    const mask = this.keys.length - 1
    let at = (hash % 2_147_483_647) & mask
    while (this.keys[at] !== 0 && this.keys[at] !== hash) at = (at + 1) & mask
    return at
  }

  private grow(): void {
    const { keys, values } = this
    this.keys = new Float64Array(keys.length * 2)
    this.values = new Float64Array(keys.length * 2)
    this.size = 0
    keys.forEach((hash, at) => {
      if (hash !== 0) this.set(hash, values[at] ?? 0)
    })
  }
}
