/** A date as its characters show it, before anybody knows which number is the day. */
export type LexedDate =
  /** Three numbers. yearFirst: 2026-09-14; yearLast: 14/09/2026; short: two digits each. `lengths`: digits of each. */
  | {
      readonly kind: 'yearFirst' | 'yearLast' | 'short'
      readonly a: number
      readonly b: number
      readonly c: number
      readonly lengths: string
      readonly separator: string
    }
  | { readonly kind: 'compact'; readonly digits: string }
  | {
      readonly kind: 'named'
      readonly word: string
      readonly day: number
      readonly year: number
      readonly yearDigits: number
    }
  /** Japanese era or another spelled calendar, already Gregorian. */
  | { readonly kind: 'era'; readonly year: number; readonly month: number; readonly day: number }
  /** Days since the spreadsheet's day 0; the fraction is in the time. */
  | { readonly kind: 'serial'; readonly days: number }
  | { readonly kind: 'epoch'; readonly ms: number }

export type LexedTime = {
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** Said by am/pm words; the hour is as written. */
  readonly half?: 'am' | 'pm'
  readonly padded: boolean
  /** How it is written, e.g. `HH:mm`. */
  readonly form: string
}

export type LexedMoment = {
  readonly date?: LexedDate
  readonly time?: LexedTime
  /** The second half of a range such as 09:30 - 10:00. */
  readonly endTime?: LexedTime
  /** Days of the week that a word beside the date may name, a bit each, Sunday the first. */
  readonly weekdays?: number
  /** Minutes east of UTC, where the cell says so with Z or +02:00. */
  readonly offsetMin?: number
  /** EDT, CST, ...: a name, not yet an offset. */
  readonly abbreviation?: string
}
