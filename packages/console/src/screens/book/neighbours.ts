import type { Column } from './book-columns.ts'
import { spanOf } from './book-columns.ts'

export type ArrowKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End'

const KEYS: ReadonlySet<string> = new Set<ArrowKey>(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'])
export const isArrowKey = (key: string): key is ArrowKey => KEYS.has(key)

const visitsOf = (column: Column | undefined) => (column ? [...column.untimed, ...column.timed] : [])

/**
 * The visit to go to from one with an arrow key: up and down within the column, left and right to the nearest in time of the next
 * column that has any. `forward` is the direction in which columns run: ArrowRight, or ArrowLeft in Arabic.
 */
export function neighbourOf(
  columns: readonly Column[],
  id: string,
  key: ArrowKey,
  forward: 'ArrowLeft' | 'ArrowRight' = 'ArrowRight',
): string | undefined {
  const at = columns.findIndex((column) => visitsOf(column).some((visit) => visit.id === id))
  const own = visitsOf(columns[at])
  const index = own.findIndex((visit) => visit.id === id)
  switch (key) {
    case 'ArrowUp':
      return own[index - 1]?.id
    case 'ArrowDown':
      return own[index + 1]?.id
    case 'Home':
      return own[0]?.id
    case 'End':
      return own.at(-1)?.id
    case 'ArrowLeft':
    case 'ArrowRight':
      return nearestBeside(columns, at, index, key === forward ? 1 : -1)
  }
}

function nearestBeside(columns: readonly Column[], at: number, index: number, step: 1 | -1): string | undefined {
  const from = visitsOf(columns[at])[index]
  if (!from) return undefined
  const { start } = spanOf(from)
  for (let next = at + step; next >= 0 && next < columns.length; next += step) {
    const [nearest] = visitsOf(columns[next]).toSorted(
      (a, b) => Math.abs(spanOf(a).start - start) - Math.abs(spanOf(b).start - start),
    )
    if (nearest) return nearest.id
  }
  return undefined
}
