import type { LexedMoment, LexedTime } from './lexed.ts'

/** Day numbers of spreadsheets between 1954 and 2119; anything else with five digits is no date. */
const SERIAL = /^([2-7]\d{4})(?:[.,](\d+))?$/
const FRACTION = /^0?[.,](\d{3,})$/

/** Cells that are one number: compact dates, spreadsheet days and fractions, epoch seconds and milliseconds. */
export function lexNumber(text: string): LexedMoment | undefined {
  if (!/^\d*[.,]?\d+$/.test(text)) return undefined
  const serial = SERIAL.exec(text)
  if (serial) {
    const time = fractionTime(serial[2])
    return { date: { kind: 'serial', days: Number(serial[1]) }, ...(time ? { time } : {}) }
  }
  const fraction = FRACTION.exec(text)
  if (fraction) {
    const time = fractionTime(fraction[1])
    return time ? { time } : undefined
  }
  if (/^\d{8}$|^\d{6}$/.test(text)) return { date: { kind: 'compact', digits: text } }
  if (/^1\d{9}$|^1\d{12}$/.test(text)) return epoch(Number(text) * (text.length === 10 ? 1000 : 1))
  const stamp = /^((?:19|20)\d{6})(\d{2})(\d{2})(\d{2})?$/.exec(text)
  if (!stamp) return undefined
  const [, digits = '', hour, minute, second] = stamp
  const time = {
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second ?? 0),
    padded: true,
    form: second === undefined ? 'HHmm' : 'HHmmss',
  }
  return time.hour < 24 && time.minute < 60 && time.second < 60
    ? { date: { kind: 'compact', digits }, time }
    : undefined
}

const epoch = (ms: number): LexedMoment => {
  const at = new Date(ms)
  const time = {
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
    padded: true,
    form: 'epoch',
  }
  return { date: { kind: 'epoch', ms }, time, offsetMin: 0 }
}

/** Part of a day; exports round it, so the nearest second is meant. */
function fractionTime(digits: string | undefined): LexedTime | undefined {
  if (digits === undefined) return undefined
  const seconds = Math.round(Number(`0.${digits}`) * 86_400)
  // Fewer than five digits after the point place the second only to half a minute: the minute is meant.
  const exact = digits.length < 5 ? Math.round(seconds / 60) * 60 : seconds
  if (exact >= 86_400) return undefined
  return {
    hour: Math.floor(exact / 3600),
    minute: Math.floor(exact / 60) % 60,
    second: exact % 60,
    padded: true,
    form: 'fraction',
  }
}
