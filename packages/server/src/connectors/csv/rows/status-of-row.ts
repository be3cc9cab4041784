import { isNothing } from '../columns/nothing.ts'
import type { Field, FileStatus } from '../file-reading.ts'
import { cleanMoment, lexMoment } from '../moments/lex-moment.ts'
import { readYesNo } from '../words/yes-no.ts'
import type { RowContext } from './row-context.ts'

export type RowStatus =
  { readonly status: FileStatus; readonly raw?: string } | { readonly off: string; readonly in: Field }

/**
 * The state of the visit by its status word and its yes/no columns. Any sign of a cancellation counts, whatever the
 * others say; without any column, standing in the file means booked.
 */
export function statusOfRow(
  row: RowContext,
  cells: readonly string[],
  date: string | undefined,
  warnings: string[],
): RowStatus {
  const cancelled = flag(row.cell('cancelledFlag', cells))
  if (cancelled === 'off') return { off: 'flag.unreadable', in: 'cancelledFlag' }
  if (cancelled === 'noshow') return { status: 'noshow' }
  if (cancelled === true) return { status: 'cancelled' }
  const missed = flag(row.cell('noShowFlag', cells))
  if (missed === 'off') return { off: 'flag.unreadable', in: 'noShowFlag' }
  if (missed === true) return { status: 'noshow' }
  const word = row.cell('status', cells)
  const said = word === undefined || isNothing(word) ? undefined : (row.plan.status.meaning.get(word) ?? 'unmapped')
  const flagged =
    flag(row.cell('arrivedFlag', cells)) === true
      ? 'arrived'
      : flag(row.cell('confirmedFlag', cells)) === true
        ? 'confirmed'
        : undefined
  if (word !== undefined && said === undefined && flagged === undefined) warnings.push('status.empty')
  if (said === 'unmapped') return unmapped(row, cells, word ?? '', flagged, warnings)
  if (said !== undefined && said !== 'booked') return { status: said }
  // A visit of the past that nobody missed took place; one still to come is only not missed yet.
  if (flagged === undefined && said === undefined && missed === false && date !== undefined && date < row.plan.today)
    return { status: 'fulfilled' }
  return { status: flagged ?? 'booked' }
}

function unmapped(
  row: RowContext,
  cells: readonly string[],
  raw: string,
  flagged: FileStatus | undefined,
  warnings: string[],
): RowStatus {
  const hasFlags =
    row.cell('cancelledFlag', cells) !== undefined ||
    row.cell('noShowFlag', cells) !== undefined ||
    row.cell('arrivedFlag', cells) !== undefined
  warnings.push('status.unmapped')
  return { status: hasFlags ? (flagged ?? 'booked') : 'unmapped', raw }
}

/** Yes, no, or a date on which it happened; 2 in a "cancelled" column is its system's code for a missed visit (WebChart). */
function flag(cell: string | undefined): boolean | 'noshow' | 'off' | undefined {
  if (cell === undefined) return undefined
  if (isNothing(cell)) return false
  if (cell === '2') return 'noshow'
  return readYesNo(cell) ?? (lexMoment(cleanMoment(cell)) ? true : 'off')
}
