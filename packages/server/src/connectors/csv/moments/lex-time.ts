import { foldText } from '../columns/fold.ts'
import type { LexedTime } from './lexed.ts'

const AM =
  'a\\.?\\s?m\\.?|ص|صباحا|上午|午前|오전|πμ|π\\.\\s?μ\\.?|oo|sa|sang|पूर्वाह्न|सुबह|ق\\.?\\s?ظ|ق|צ?לפנה"צ|早上|凌晨|vorm\\.?|vormittags?|ก่อนเที่ยง|pagi|de la manana|da manha|du matin|di mattina'
const PM =
  'p\\.?\\s?m\\.?|م|مساء|下午|午後|오후|μμ|μ\\.\\s?μ\\.?|os|ch|chieu|toi|अपराह्न|शाम|दोपहर|ب\\.?\\s?ظ|ب|אחה"צ|晚上|中午|nachm\\.?|nachmittags?|หลังเที่ยง|siang|sore|malam|de la tarde|de la noche|da tarde|da noite|de l\'apres-midi|du soir|di pomeriggio|di sera'
const MARK = new RegExp(`^(?:(${AM})|(${PM}))\\s*(?=\\d)|(?<=\\d|\\s)(?:(${AM}|a)|(${PM}|p|noon))$`, 'u')

/** Words that stand around a time and mean "o'clock". */
const UNITS_AFTER =
  /\s*(?:uhr|hrs?\.?|hs\.?|horas?|heures?|uur|น\.?|ч\.?|час(?:ов|а)?|o'?clock|ore|시|saat|ساعت|בשעה|wib|wita|wit)\.?$/u
const UNITS_BEFORE =
  /^(?:um|de|das|from|von|entre|kl\.?|klo|saat|godz\.?|jam|pukul|ساعت|الساعه|в|at|a las|as|a|alle(?: ore)?|ore|om|เวลา|बजे)\s+/u

const CLOCK =
  /^(\d{1,2})\s*(?:[:h]|[.·٫]|\s?(?:ч\.?|[時时点點시])\s?)\s*(\d{1,2})\s*(?:分|분|мин\.?)?(?:\s*[:.m]\s*(\d{1,2})(?:[.,]\d+)?\s*s?|\s*(\d{1,2})\s*[秒초])?$/u
const HOUR_ONLY = /^(\d{1,2})\s*(?:h|[時时点點시]|uhr|بجے|बजे)?$/u

/**
 * A time of day as somebody or some system writes it, in any script's digits. @param text already cleaned.
 * @param alone the cell holds nothing else, so 0930 and a bare 9 are times too.
 */
export function lexTime(text: string, alone: boolean): LexedTime | undefined {
  const folded = foldTime(text)
  const mark = MARK.exec(folded)
  const half = mark ? ((mark[1] ?? mark[3]) !== undefined ? 'am' : 'pm') : undefined
  const unmarked = mark ? (folded.slice(0, mark.index) + folded.slice(mark.index + mark[0].length)).trim() : folded
  const bare = unmarked.replace(UNITS_BEFORE, '').replace(UNITS_AFTER, '').trim()
  const hadUnit = bare !== unmarked || half !== undefined
  const found =
    clock(bare) ?? japaneseHalf(bare) ?? (alone ? compact(bare) : undefined) ?? hourOnly(bare, hadUnit || alone)
  if (!found || found.hour > 23 || found.minute > 59 || found.second > 59) return undefined
  // Hours that no 12-hour clock shows: 14:05 PM is clear all the same, 14:05 AM is not.
  if (half === 'am' && found.hour > 12) return undefined
  return half === undefined
    ? found
    : { ...found, half, form: `${found.padded ? 'hh' : 'h'}${found.form.slice(found.padded ? 2 : 1)} A` }
}

const foldTime = (text: string): string => (/^[\d:.\s]+$/.test(text) ? text.trim() : foldText(text))

function clock(text: string): LexedTime | undefined {
  const match = CLOCK.exec(text)
  if (!match) return undefined
  const [, hour = '', minute = '', second = match[4]] = match
  if (minute.length === 1 && !/[時时点點시]/.test(text)) return undefined
  const separator = /[:.h]/.exec(text)?.[0] ?? '時'
  return lexed(hour, minute, second, `${separator === 'h' ? '[h]' : separator}mm${second === undefined ? '' : ':ss'}`)
}

function japaneseHalf(text: string): LexedTime | undefined {
  const match = /^(\d{1,2})\s?[時时点點]半$/u.exec(text)
  return match ? lexed(match[1] ?? '', '30', undefined, '時mm') : undefined
}

function compact(text: string): LexedTime | undefined {
  const match = /^(\d{1,2})(\d{2})(\d{2})?$/.exec(text)
  if (!match || text.length === 5) return undefined
  const [, hour = '', minute = '', second] = match
  return lexed(hour, minute, second, second === undefined ? 'mm' : 'mmss')
}

function hourOnly(text: string, allowed: boolean): LexedTime | undefined {
  const match = allowed || /\D/.test(text) ? HOUR_ONLY.exec(text) : null
  return match ? lexed(match[1] ?? '', '0', undefined, '') : undefined
}

function lexed(hour: string, minute: string, second: string | undefined, rest: string): LexedTime {
  const padded = hour.length === 2
  return {
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second ?? 0),
    padded,
    form: `${padded ? 'HH' : 'H'}${rest}`,
  }
}

/** The hour of a 24-hour clock. */
export function hour24({ hour, half }: LexedTime): number {
  if (half === 'am') return hour === 12 ? 0 : hour
  // Japan counts 0 to 11 in each half: 午後0時 is noon.
  if (half === 'pm') return hour < 12 ? hour + 12 : hour
  return hour
}

export const minutesOf = (time: LexedTime): number => hour24(time) * 60 + time.minute

const RANGE =
  /^(.*\d.*?)\s*(?:[-–—~〜]|(?<![\p{L}])(?:to|ate|até|às|as|a|al|bis|à|au|do|до|hasta|tot|until|til|إلى|الى|تا)(?![\p{L}]))\s*(.*\d.*)$/u

/** 09:30 - 10:00 in one cell. Without its own am/pm the first half takes the one that makes the shorter visit. */
export function lexTimeRange(text: string): { start: LexedTime; end: LexedTime } | undefined {
  const match = RANGE.exec(text)
  if (!match) return undefined
  const start = lexTime(match[1] ?? '', false)
  const end = lexTime(match[2] ?? '', false)
  if (!start || !end) return undefined
  if (start.half !== undefined || end.half === undefined || start.hour > 12 || start.hour === 0) return { start, end }
  const halves = (['am', 'pm'] as const).map((half) => ({ ...start, half, form: end.form }))
  const [best] = halves.filter((time) => minutesOf(time) < minutesOf(end)).sort((x, y) => minutesOf(y) - minutesOf(x))
  return best && { start: best, end }
}
