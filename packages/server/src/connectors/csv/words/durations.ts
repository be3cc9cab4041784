import { foldText, foldWords } from '../columns/fold.ts'

/** `seconds`: the column counts seconds; `pattern`: one character per five minutes (Open Dental). */
export type DurationUnit = 'minutes' | 'seconds' | 'hours' | 'pattern' | 'unknown'

/** What the numbers of a duration column have in common. */
export class DurationTally {
  rows = 0
  numbers = 0
  patterns = 0
  private min = Infinity
  private max = 0
  private fractions = 0
  private allWholeMinutes = true

  add(cell: string): void {
    this.rows++
    if (/^[/X]{2,}$/i.test(cell)) this.patterns++
    const value = Number(cell.replace(',', '.'))
    if (cell === '' || !Number.isFinite(value) || value <= 0) return
    this.numbers++
    if (value < this.min) this.min = value
    if (value > this.max) this.max = value
    if (value % 1 !== 0) this.fractions++
    if (value % 60 !== 0) this.allWholeMinutes = false
  }

  /** Every number 300 or more and divisible by 60: visits of at least five hours each do not exist, seconds do. */
  unit(heading = ''): DurationUnit {
    if (this.patterns * 2 > this.rows) return 'pattern'
    const said = foldWords(heading)
      .map((word) => UNIT_WORDS[word])
      .find((unit) => unit !== undefined)
    if (said !== undefined) return said
    if (this.numbers === 0) return 'minutes'
    if (this.min >= 300 && this.allWholeMinutes) return 'seconds'
    // Parts of hours, or counts of slots whose length is nowhere said.
    if (this.max <= 12 && this.fractions > 0) return 'hours'
    return this.max < 5 ? 'unknown' : 'minutes'
  }
}

/** Units that a heading names: "Duration (min)", "Länge in Stunden". */
const UNIT_WORDS: Readonly<Record<string, DurationUnit>> = Object.fromEntries(
  (
    [
      ['minutes', 'min mins minute minutes minutos minuten minuti minuut dakika dk мин минут menit phut'],
      ['hours', 'h hr hrs hour hours horas heures std stunden ore uur uren godz saat'],
      ['seconds', 'sec secs second seconds segundos secondes sekunden'],
    ] as const
  ).flatMap(([unit, words]) => words.split(' ').map((word) => [word, unit])),
)

const LONGEST_MIN = 24 * 60

/** Minutes of a duration cell; undefined when it is none or no visit's. */
export function readDuration(cell: string, unit: DurationUnit): number | undefined {
  const minutes = unit === 'pattern' ? patternMinutes(cell) : measured(cell, unit)
  return minutes !== undefined && minutes > 0 && minutes <= LONGEST_MIN ? Math.round(minutes) : undefined
}

const patternMinutes = (cell: string): number | undefined => (/^[/X]+$/i.test(cell) ? cell.length * 5 : undefined)

function measured(cell: string, unit: DurationUnit): number | undefined {
  if (/^\d+(?:[.,]\d+)?$/.test(cell)) {
    const value = Number(cell.replace(',', '.'))
    if (unit === 'unknown') return undefined
    return unit === 'seconds' ? value / 60 : unit === 'hours' ? value * 60 : value
  }
  const clock = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(cell)
  if (clock) return clockMinutes(Number(clock[1]), Number(clock[2]), clock[3])
  const iso = /^PT(?:(\d+)H)?(?:(\d+)M)?$/i.exec(cell)
  if (iso) return Number(iso[1] ?? 0) * 60 + Number(iso[2] ?? 0)
  return spelled(foldText(cell))
}

/** 0:30 is half an hour; 30:00 cannot be thirty hours and is thirty minutes. */
function clockMinutes(first: number, second: number, third: string | undefined): number | undefined {
  if (second > 59) return undefined
  if (third === undefined && first >= 10) return first + second / 60
  return first * 60 + second
}

const HOURS =
  'h|hrs?|hours?|horas?|heures?|std|stunden?|ore|ora|uur|saat|godz|ч|час(?:а|ов)?|ساعه|ساعت|שעות?|時間|小时|小時|시간|ชั่วโมง|jam'
const MINUTES =
  "m|min|mins|minutes?|minutos?|minuten?|minuti|minuut|dk|dakika|мин|минут|دقيقه|دقیقه|דק'?|דקות|分钟|分鐘|分|분|นาที|menit|'|′"
const SPELLED = new RegExp(
  `^(?:(\\d+)\\s?(?:${HOURS})\\.?)?\\s?(?:(?:e|y|and|et|und)\\s)?(?:(\\d+)\\s?(?:${MINUTES})?\\.?)?$`,
  'u',
)

function spelled(text: string): number | undefined {
  const match = SPELLED.exec(text)
  if (!match || (match[1] === undefined && match[2] === undefined)) return undefined
  return Number(match[1] ?? 0) * 60 + Number(match[2] ?? 0)
}
