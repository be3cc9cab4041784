import type { Question } from '../file-reading.ts'
import { hour24 } from './lex-time.ts'
import type { LexedTime } from './lexed.ts'

/** What the times of a column have in common. */
export class TimeTally {
  rows = 0
  midnight = 0
  /** With am or pm. */
  marked = 0
  /** Without, and with an hour that only a 24-hour clock shows (0, 13-23). */
  wide = 0
  /** Without, between 1:00 and 6:59: the night, or an afternoon whose "pm" was left out. */
  early = 0
  earlyLine = 0
  earlyExample = ''
  /** 9.5: hours with a fraction, or 9.50 whose zero a spreadsheet dropped. */
  decimals = 0
  readonly forms = new Map<string, number>()

  add(time: LexedTime, line: number, text: string): void {
    this.rows++
    if (hour24(time) === 0 && time.minute === 0 && time.second === 0) this.midnight++
    this.forms.set(time.form, (this.forms.get(time.form) ?? 0) + 1)
    if (time.half !== undefined) this.marked++
    else if (time.hour === 0 || time.hour > 12) this.wide++
    else if (time.hour < 7) {
      if (this.early++ === 0) {
        this.earlyLine = line
        this.earlyExample = text
      }
    }
  }
}

export type TimeFormat = {
  readonly label: string
  /** Most rows say am or pm: an hour of 1 to 12 without it is off the pattern. */
  readonly marked: boolean
  /** Answered: 1:00 to 6:59 are afternoon, 7:00 to 12:59 as they stand. */
  readonly afternoon: boolean
  readonly open?: true
  /** Some cells are numbers, so 14.25 may be a quarter past two. */
  readonly decimal: boolean
}

const AS_WRITTEN = '24-hour clock'
const AFTERNOON = '1:00 to 6:59 are in the afternoon'

/**
 * @param spelledOut the column's dates are ISO's, spreadsheet days or epochs: such exports have a 24-hour clock.
 */
export function proveTimes(
  tally: TimeTally,
  spelledOut: boolean,
  answers: Readonly<Record<string, string>>,
): { format: TimeFormat; question?: Question } {
  const marked = tally.marked * 2 > tally.rows
  const [form] = [...tally.forms].sort((x, y) => y[1] - x[1])[0] ?? ['']
  const format = { label: form, marked, afternoon: answers['timeClock'] === AFTERNOON, decimal: tally.decimals > 0 }
  const doubtful = !spelledOut && tally.marked === 0 && tally.wide === 0 && tally.early > 0
  if (!doubtful || format.afternoon || answers['timeClock'] === AS_WRITTEN) return { format }
  const evidence = `No time is after 12:59 and none says am or pm, but ${tally.early} are before 7:00 (first on line ${tally.earlyLine}: ${tally.earlyExample}).`
  return {
    format: { ...format, open: true },
    question: { about: 'timeClock', options: [AS_WRITTEN, AFTERNOON], evidence },
  }
}

/** Minutes and seconds of the day; `open` while the clock is a question, undefined when off the column's pattern. */
export function readTime(time: LexedTime, format: TimeFormat): number | 'open' | undefined {
  if (format.decimal && time.form.includes('.')) return undefined
  const hour = hour24(time)
  const early = time.half === undefined && hour >= 1 && hour < 7
  if (format.open && time.half === undefined && early) return 'open'
  if (format.marked && time.half === undefined && time.hour >= 1 && time.hour <= 12) return undefined
  const shown = format.afternoon && early ? hour + 12 : hour
  return (shown * 60 + time.minute) * 60 + time.second
}
