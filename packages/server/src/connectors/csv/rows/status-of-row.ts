import { isNothing } from '../columns/nothing.ts'
import { FILE_STATUSES } from '../file-reading.ts'
import type { Field, FileStatus } from '../file-reading.ts'
import { cleanMoment, lexMoment } from '../moments/lex-moment.ts'
import { readYesNo } from '../words/yes-no.ts'
import type { RowContext } from './row-context.ts'

export type RowStatus =
  { readonly status: FileStatus; readonly raw?: string } | { readonly off: string; readonly in: Field }

/** What weighs more comes first, where several columns speak: no sign of a cancellation may be lost. */
const WEIGHT: readonly FileStatus[] = [
  'cancelled', 'entered-in-error', 'noshow', 'unmapped', 'fulfilled', 'in-progress', 'arrived', 'waitlist', 'proposed', 'pending',
  'confirmed', 'unknown', 'booked',
] // prettier-ignore

/**
 * The state of the visit by its status words and its yes/no columns. Any sign of a cancellation counts, whatever the
 * others say; without any column, standing in the file means booked.
 */
export function statusOfRow(
  row: RowContext,
  cells: readonly string[],
  date: string | undefined,
  warnings: string[],
): RowStatus {
  const plain = row.hasOneStatus ? plainStatus(row, cells) : undefined
  if (plain) return plain
  const flags = row.hasFlags ? readFlags(row, cells) : NO_FLAGS
  if ('off' in flags) return flags
  if (flags.gone !== undefined) return { status: flags.gone }
  const words = row.cells('status', cells)
  const word = heaviest(row, words)
  const said = word === undefined ? undefined : meaningOf(row, word)
  const isPast = date !== undefined && date < row.plan.today
  const flagged = flags.attended === true ? (isPast ? 'fulfilled' : 'arrived') : flags.state
  if (words.length > 0 && said === undefined && flagged === undefined) warnings.push('status.empty')
  if (said === 'unmapped') {
    warnings.push('status.unmapped')
    return { status: flags.any ? (flagged ?? 'booked') : 'unmapped', raw: word ?? '' }
  }
  if (said !== undefined && said !== 'booked') return { status: said }
  if (flagged !== undefined) return { status: flagged }
  // A visit of the past that nobody missed took place; one still to come is only not missed yet.
  if (said === undefined && isPast && flags.attended === false) return { status: 'noshow' }
  return { status: said === undefined && isPast && flags.missed === false ? 'fulfilled' : 'booked' }
}

const READ: Readonly<Partial<Record<FileStatus, RowStatus>>> = Object.fromEntries(
  FILE_STATUSES.map((status) => [status, { status }]),
)

/** Nearly every row of nearly every book: one column, one word that is known. */
function plainStatus(row: RowContext, cells: readonly string[]): RowStatus | undefined {
  const said = row.plan.status.meaning.get(row.cell('status', cells) ?? '')
  return said === undefined || said === 'unmapped' ? undefined : READ[said]
}

const meaningOf = (row: RowContext, word: string): FileStatus => row.plan.status.meaning.get(word) ?? 'unmapped'

function heaviest(row: RowContext, words: readonly string[]): string | undefined {
  const filled = words.filter((word) => !isNothing(word))
  const weight = (word: string): number => WEIGHT.indexOf(meaningOf(row, word))
  return filled.length < 2 ? filled[0] : filled.reduce((top, next) => (weight(next) < weight(top) ? next : top))
}

const NO_FLAGS: Flags = { any: false }

const FLAGS = ['cancelledFlag', 'noShowFlag', 'arrivedFlag'] as const

type Flags = {
  readonly gone?: FileStatus
  readonly state?: FileStatus
  readonly missed?: boolean
  readonly attended?: boolean
  /** The file has columns that tell cancelled and missed visits from others. */
  readonly any: boolean
}

function readFlags(row: RowContext, cells: readonly string[]): Flags | { readonly off: string; readonly in: Field } {
  const cancelled = row.cells('cancelledFlag', cells).map(row.cancelledByReason ? reasonFlag : flag)
  if (cancelled.includes('off')) return { off: 'flag.unreadable', in: 'cancelledFlag' }
  const missed = flag(row.cell('noShowFlag', cells))
  if (missed === 'off') return { off: 'flag.unreadable', in: 'noShowFlag' }
  const attended = flag(row.cell('attendedFlag', cells))
  if (attended === 'off') return { off: 'flag.unreadable', in: 'attendedFlag' }
  const arrived = flag(row.cell('arrivedFlag', cells))
  const confirmed = flag(row.cell('confirmedFlag', cells))
  const gone = cancelled.includes(true)
    ? 'cancelled'
    : cancelled.includes('noshow') || missed === true
      ? 'noshow'
      : undefined
  const state = arrived === true ? 'arrived' : confirmed === true ? 'confirmed' : undefined
  return {
    any: FLAGS.some((field) => row.cell(field, cells) !== undefined),
    ...(gone === undefined ? {} : { gone }),
    ...(state === undefined ? {} : { state }),
    ...(typeof missed === 'boolean' ? { missed } : {}),
    ...(typeof attended === 'boolean' ? { attended } : {}),
  }
}

/** Who writes a reason has cancelled, whatever it says. */
const reasonFlag = (cell: string): boolean | undefined => (isNothing(cell) ? undefined : readYesNo(cell) !== false)

/** Yes, no, or a date on which it happened; an empty cell says nothing; 2 in a "cancelled" column is its system's code for a missed visit (WebChart). */
function flag(cell?: string): boolean | 'noshow' | 'off' | undefined {
  if (cell === undefined || isNothing(cell)) return undefined
  if (cell === '2') return 'noshow'
  return readYesNo(cell) ?? (lexMoment(cleanMoment(cell)) ? true : 'off')
}
