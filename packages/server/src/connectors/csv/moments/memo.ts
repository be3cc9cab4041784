/** Remembers what cells were read as: a book of a hundred thousand visits has a few thousand different dates and times. */
export class Memo<T> {
  private readonly known = new Map<string, T>()
  private readonly read: (cell: string) => T
  private readonly max: number

  constructor(read: (cell: string) => T, max = 20_000) {
    this.read = read
    this.max = max
  }

  get(cell: string): T {
    if (this.max === 0) return this.read(cell)
    const known = this.known.get(cell)
    if (known !== undefined || this.known.has(cell)) return known as T
    const value = this.read(cell)
    // A copy: a slice would keep the whole piece of the file in memory that it was cut from.
    if (this.known.size < this.max) this.known.set(Buffer.from(cell).toString(), value)
    return value
  }
}
