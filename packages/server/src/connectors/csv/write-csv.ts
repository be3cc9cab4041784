/** Spreadsheet programs run cells that begin so (OWASP, "CSV injection"); an apostrophe in front makes them text. */
const FORMULA_START = /^[=+\-@\t\r]/

/** One cell for a file that people open in a spreadsheet. A negative or signed plain number stays one. */
export function csvCell(value: string | number | null | undefined, delimiter = ','): string {
  if (value === null || value === undefined) return ''
  const text = String(value)
  const safe = FORMULA_START.test(text) && !/^[+-]?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text
  return /["\n\r]/.test(safe) || safe.includes(delimiter) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The text of a CSV file, to be written as UTF-8: with the mark by which Excel knows it, and the line ends of RFC 4180. */
export function writeCsv(
  headings: readonly string[],
  rows: Iterable<readonly (string | number | null | undefined)[]>,
): string {
  let text = `\ufeff${headings.map((heading) => csvCell(heading)).join(',')}\r\n`
  for (const row of rows) text += `${row.map((cell) => csvCell(cell)).join(',')}\r\n`
  return text
}
