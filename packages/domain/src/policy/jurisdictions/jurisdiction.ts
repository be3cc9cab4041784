import type { DecentHoursByClass } from '../decent-hours.ts'

/** Where a figure comes from. Without `verifiedOn` nobody of us has seen the source itself yet. */
export type Source = { readonly says: string; readonly source: string; readonly verifiedOn?: string }

/** What a country asks about the hours of messages. Not legal advice: a clinic may be stricter, never looser. */
export type Jurisdiction = {
  readonly key: string
  readonly title: string
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[]
  /** Bounds of the law or of the operators; a class that is absent has none beyond the product's default. */
  readonly bounds: Partial<DecentHoursByClass>
  readonly sources: readonly Source[]
}
