/** Excel's built-in formats of dates and times: everywhere, in East Asian and in Thai programs. */
const BUILT_IN_DATES = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
  [71, 81],
] as const

/** Below, the numbers are the program's own and their meaning is fixed, whatever the file says. */
const FIRST_OWN_FORMAT = 100

const DATE_TOKEN = /^(?:s{1,2}|m{1,5}|h{1,2}|d{1,4}|y|yy|yyyy|a|p|am|pm|a{3,5}|e|ee|eeee)$/

/** Whether numbers in this format are shown as days, times or durations. */
export const isDateFormat = (id: number, code: string | undefined): boolean =>
  BUILT_IN_DATES.some(([from, to]) => id >= from && id <= to) ||
  (id >= FIRST_OWN_FORMAT && code !== undefined && isDateCode(code))

/** `[$-409]d/m/yyyy\ h:mm;@`: up to four sections for kinds of values; one of a date makes it one. */
const isDateCode = (code: string): boolean =>
  code.toLowerCase().replace(/;@$/, '').replace(/\\./g, ' ').split(';').some(isDateSection)

function isDateSection(section: string): boolean {
  const tokens = section
    .replace(/"[^"]*"/g, ' ')
    .replace(/(\[?[smhd]{1,2}\]?)[.,]0{1,3}/g, '$1') // fractions of seconds
    .replace(/\[([smhd]{1,2})\]/g, '$1') // durations: [h]:mm
    .replace(/\[[^\]]*\]/g, '') // colours, conditions and languages
    .split(/[^a-z0#?%]+/)
    .filter((token) => token !== '')
  // A digit's place is a number's; a word that no date has makes a number, too: rather that than a wrong day.
  return tokens.length > 0 && tokens.every((token) => DATE_TOKEN.test(token))
}
