import { plausibleYears } from './calendars.ts'
import type { Years } from './calendars.ts'
import { monthWords } from './date-words.ts'
import type { MonthWords } from './date-words.ts'
import { ORDERS, allows, isNumbered, orderLabel } from './date-order.ts'
import type { Order } from './date-order.ts'
import type { DateTally, KindTally } from './date-tally.ts'
import type { LexedDate } from './lexed.ts'
import type { Question } from '../file-reading.ts'

/** How the dates of a column are written. Without `order` it is not known yet which number is the day. */
export type DateFormat = {
  readonly kind: LexedDate['kind']
  readonly label: string
  readonly order?: Order
  readonly years: Years
  /** Every day and month below ten has its zero: one without is cut off or typed by hand. */
  readonly padded: boolean
  readonly months?: MonthWords
  /** A question about it is open: no cell is read unless it reads the same every way. */
  readonly open?: true
  /** Every cell reads the same in either order: it says nothing about another file. */
  readonly indifferent?: true
  /** Days from 1899-12-30 to the column's day 0: 0 or 1462 (workbooks of old Macs). */
  readonly serialShift: number
}

export type Proof<T> =
  { readonly proven: T; readonly question?: Question } | { readonly contradiction: string; readonly reason: string }

export type ProofContext = {
  readonly answers: Readonly<Record<string, string>>
  readonly country?: string | undefined
  readonly todayYear: number
  /** The order that the heading names. */
  readonly hint?: string | undefined
}

/** At least this share of the dated rows must be written one way for the column to be readable at all. */
const DOMINANT = 2 / 3
/** A few rows against many may be slips of the pen: then a person decides, else the file is refused. */
const SLIPS = 0.05

/** What the whole column proves. Day-month order is never taken from the country, only from days above 12 or an answer. */
export function proveDates(tally: DateTally, context: ProofContext): Proof<DateFormat> | undefined {
  const kinds = [...tally.kinds].sort((x, y) => y[1].rows - x[1].rows)
  const [top] = kinds
  if (!top) return undefined
  const [kind, most] = top
  const dated = kinds.reduce((sum, [, { rows }]) => sum + rows, 0)
  if (most.rows < dated * DOMINANT) {
    return {
      reason: 'date.mixed_formats',
      contradiction: 'The dates are written in several ways, and none of them is the usual one.',
    }
  }
  if (isMangled(tally)) {
    const contradiction =
      'A spreadsheet has swapped day and month in a part of the dates: those up to the 12th became dates of their own, the others stayed text. Export the file again without opening it.'
    return { reason: 'date.mangled', contradiction }
  }
  // ISO's dates always have their zeros; of other ways to write a few without may be typed by hand, many are the way.
  const isIso =
    kind === 'yearFirst' && isNumbered(most.sample) && most.sample.kind === 'yearFirst' && most.sample.separator === '-'
  const padded = most.padded > 0 && (isIso || most.bare * 5 <= most.padded)
  const base = { kind, padded, years: 'gregorian', serialShift: 0 } as const
  if (kind === 'named') return proveNamed(most, base, context)
  if (kind === 'serial') return proveSerial(most, base, context)
  if (kind === 'epoch') return { proven: { ...base, label: 'epoch' } }
  if (kind === 'era') return { proven: { ...base, label: 'era' } }
  return proveNumbered(most, base, context)
}

/**
 * The trace of a spreadsheet of the other locale: what it could take for a date it converted, day and month swapped, so
 * that no converted date is after the 12th and no text is before the 13th.
 */
function isMangled({ kinds }: DateTally): boolean {
  const texts = kinds.get('yearLast')
  const converted = kinds.get('serial') ?? kinds.get('yearFirst')
  if (!texts || !converted || converted.lateDays > 0) return false
  return [...texts.groups.values()].every(
    ({ mask }) => mask === 0 || ORDERS.filter((order) => allows(mask, order)).length === 1,
  )
}

type Base = {
  readonly kind: LexedDate['kind']
  readonly padded: boolean
  readonly years: 'gregorian'
  readonly serialShift: 0
}

function proveNumbered(tally: KindTally, base: Base, context: ProofContext): Proof<DateFormat> {
  const sample = tally.sample
  if (!isNumbered(sample)) return { proven: { ...base, label: base.kind } }
  const groups = [...tally.groups.values()].filter(({ mask }) => mask !== 0)
  const rows = groups.reduce((sum, group) => sum + group.rows, 0)
  const fits = ORDERS.map((order) => ({
    order,
    rows: groups.filter(({ mask }) => allows(mask, order)).reduce((sum, g) => sum + g.rows, 0),
  }))
  const whole = fits.filter((fit) => fit.rows === rows && rows > 0).map(({ order }) => order)
  const years = yearsOf(tally, context.todayYear)
  const label = (order: Order): string => `${orderLabel(order, sample)}${years === 'gregorian' ? '' : ` (${years})`}`
  const finish = (order: Order): Proof<DateFormat> => ({ proven: { ...base, years, order, label: label(order) } })
  const answered = ORDERS.find(
    (order) => context.answers['dateOrder'] === orderLabel(order, sample) || context.answers['dateOrder'] === order,
  )
  // An answer decides what the values leave open or contradict; what they prove, they prove against an old answer too.
  if (
    answered !== undefined &&
    (whole.includes(answered) || (whole.length === 0 && fits.some((fit) => fit.order === answered && fit.rows > 0)))
  )
    return finish(answered)
  if (rows === 0) {
    const order = base.kind === 'yearFirst' ? 'YMD' : 'DMY'
    return { proven: { ...base, years, order, label: label(order), indifferent: true } }
  }
  if (whole.length === 0)
    return contradicted(fits, rows, groups, { ...base, years, label: `${base.kind}?`, open: true }, sample)
  const settled =
    settle(whole, tally, context.todayYear) ?? byWeekdays(whole, tally) ?? whole.find((order) => order === context.hint)
  if (settled) return finish(settled)
  const open = { ...base, years, label: `${whole.map(label).join(' or ')}?`, open: true } as const
  return {
    proven: open,
    question: orderQuestion(
      whole.map((order) => orderLabel(order, sample)),
      evidenceOf(groups, rows),
    ),
  }
}

/** What is left to choose from when every row fits: year-first dates are ISO's, and a year that hardly varies is the year. */
function settle(orders: readonly Order[], tally: KindTally, todayYear: number): Order | undefined {
  const [only] = orders
  if (orders.length === 1) return only
  if (tally.sample.kind === 'yearFirst' && orders.includes('YMD')) return 'YMD'
  if (tally.sample.kind === 'compact' && tally.sample.digits.length === 8)
    return orders.includes('YMD') ? 'YMD' : undefined
  const yearLast = isYearRange(tally.last, todayYear) && !isYearRange(tally.first, todayYear)
  const yearFirst = isYearRange(tally.first, todayYear) && !isYearRange(tally.last, todayYear)
  const left = orders.filter((order) => (order === 'YMD' ? !yearLast : !yearFirst))
  return left.length === 1 ? left[0] : undefined
}

/** The one order under which the dates fall on the days of the week that stand beside them. */
function byWeekdays(orders: readonly Order[], { weekdays, onWeekday }: KindTally): Order | undefined {
  const right = orders.filter((order) => weekdays > 0 && (onWeekday.get(order) ?? 0) >= weekdays * (1 - SLIPS))
  return right.length === 1 ? right[0] : undefined
}

/** Two-digit years of a book lie close together and close to today. */
const isYearRange = ({ min, max }: { min: number; max: number }, todayYear: number): boolean =>
  max - min <= 3 && Math.abs(min - (todayYear % 100)) <= 4 && Math.abs(max - (todayYear % 100)) <= 4

function contradicted(
  fits: readonly { order: Order; rows: number }[],
  rows: number,
  groups: readonly { mask: number; rows: number; line: number; example: string }[],
  open: DateFormat,
  sample: Extract<LexedDate, { kind: 'yearFirst' | 'yearLast' | 'short' | 'compact' }>,
): Proof<DateFormat> {
  const best = fits.reduce((top, next) => (next.rows > top.rows ? next : top))
  const against = groups.filter(({ mask }) => !allows(mask, best.order))
  const misfits = rows - best.rows
  const evidence = `${best.rows} rows can be ${orderLabel(best.order, sample)}, ${misfits} cannot (first on line ${against[0]?.line ?? 0}: ${against[0]?.example ?? ''})`
  if (misfits > rows * SLIPS) {
    return {
      reason: 'date.order_contradiction',
      contradiction: `The dates prove both orders of day and month: ${evidence}. Export the file again with one date format.`,
    }
  }
  const others = fits
    .filter(({ order, rows: n }) => order !== best.order && n > 0)
    .map(({ order }) => orderLabel(order, sample))
  return { proven: open, question: orderQuestion([orderLabel(best.order, sample), ...others], evidence) }
}

const orderQuestion = (options: readonly string[], evidence: string): Question => ({
  about: 'dateOrder',
  options,
  evidence,
})

const evidenceOf = (groups: readonly { line: number; example: string }[], rows: number): string =>
  `All ${rows} dates fit every order, e.g. ${groups[0]?.example ?? ''} on line ${groups[0]?.line ?? 0}: no day above 12 decides.`

function yearsOf(tally: KindTally, todayYear: number): Years {
  const { min, max } = tally.years
  if (min > max) return 'gregorian'
  // Typing errors and null dates must not decide: look at both ends, and prefer our own calendar.
  const both = plausibleYears(min, max, todayYear)
  const options = both.length > 0 ? both : plausibleYears(max, max, todayYear)
  return options.includes('gregorian') || options.length === 0 ? 'gregorian' : (options[0] ?? 'gregorian')
}

function proveNamed(tally: KindTally, base: Base, context: ProofContext): Proof<DateFormat> {
  const knows = (words: MonthWords): boolean => [...tally.words].every((word) => words.has(word))
  const meanings = new Map<string, MonthWords>()
  for (const [, words] of monthWords()) {
    if (knows(words)) meanings.set([...tally.words].map((word) => words.get(word)).join(), words)
  }
  const years = yearsOf(tally, context.todayYear)
  const [first] = meanings.values()
  const label = 'D MMM YYYY'
  if (meanings.size === 1 && first) return { proven: { ...base, years, label, months: first } }
  if (meanings.size === 0) return { proven: { ...base, years, label, months: everyMonth() } }
  const options = [...monthWords()].filter(([, words]) => knows(words)).map(([locale]) => locale)
  const answered = monthWords().get(context.answers['monthLanguage'] ?? '')
  if (answered) return { proven: { ...base, years, label, months: answered } }
  const evidence = 'The names of the months mean different months in these languages.'
  return {
    proven: { ...base, years, label: 'D MMM YYYY?', months: new Map(), open: true },
    question: { about: 'monthLanguage', options, evidence },
  }
}

/** Words of all languages, where they agree; for a column whose words are not all of one language. */
function everyMonth(): MonthWords {
  const all = new Map<string, number>()
  const disputed = new Set<string>()
  for (const words of monthWords().values()) {
    for (const [word, month] of words) {
      if (all.has(word) && all.get(word) !== month) disputed.add(word)
      all.set(word, month)
    }
  }
  for (const word of disputed) all.delete(word)
  return all
}

/** Day 0 of the 1904 system lies 1,462 days later; decided by which reading puts the visits near today. */
function proveSerial(tally: KindTally, base: Base, context: ProofContext): Proof<DateFormat> {
  const yearOf = (days: number): number => 1899 + days / 365.2425
  const near = (shift: number): boolean => Math.abs(yearOf(tally.years.max + shift) - context.todayYear - 0.5) <= 2.5
  const answer = context.answers['dateSystem']
  const label = 'Excel day number'
  if (answer === '1904') {
    return { proven: { ...base, label: `${label} (1904)`, serialShift: 1462 } }
  }
  if (answer === undefined && !near(0) && near(1462)) {
    const evidence = `Counted from 1900 the latest visit is in ${Math.floor(yearOf(tally.years.max))}, counted from 1904 in ${Math.floor(yearOf(tally.years.max + 1462))}.`
    return {
      proven: { ...base, label: `${label}?`, open: true },
      question: { about: 'dateSystem', options: ['1900', '1904'], evidence },
    }
  }
  return { proven: { ...base, label } }
}
