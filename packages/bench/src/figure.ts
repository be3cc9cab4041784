/** One line of the output. `ratio` is ours to the baseline's, measured in the same run on the same machine. */
export type Figure = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly baseline?: number
  readonly ratio?: number
  readonly seed?: number
  readonly details?: Readonly<Record<string, unknown>>
}

/** What a run was asked for. */
export type Settings = {
  readonly wanted: (name: string) => boolean
  readonly seed: number
  /** 1: the sizes that the figures are promised for; less for a quick look. */
  readonly scale: number
}

/** A group of figures that share their preparation. */
export type Bench = {
  /** The figures that it measures; a filter picks benches by them. */
  readonly names: readonly string[]
  readonly run: (settings: Settings) => AsyncIterable<Figure>
}

/** Three significant digits: a fourth would not be the same next time. */
export const rounded = (value: number): number => Number(value.toPrecision(3))
