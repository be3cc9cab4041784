import { Failure } from '@recado/domain/shared/failure'

/** Where a page of a list ended, as an opaque text: the values by which the list is ordered. */
export const encodeCursor = (after: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(after)).toString('base64url')

/** The values of encodeCursor(), as texts. @throws Failure `invalid` for a text that is no cursor of ours */
export function decodeCursor(cursor: string | undefined, size: number): (string | null)[] | undefined {
  if (cursor === undefined) return undefined
  const values = parse(cursor)
  if (!Array.isArray(values) || values.length !== size || !values.every(isPart)) {
    throw new Failure('invalid', 'The cursor is not one that this list gave.')
  }
  return values.map((value) => (value === null ? null : String(value)))
}

const isPart = (value: unknown): value is string | number | null =>
  value === null || typeof value === 'string' || typeof value === 'number'

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

export const DEFAULT_PAGE = 100

/** One page of rows of which one more than `limit` was asked for. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  after: (row: Row) => readonly (string | number | null)[],
  item: (row: Row) => Item,
): { items: Item[]; next?: string } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const next = rows.length > limit && last ? { next: encodeCursor(after(last)) } : {}
  return { items: shown.map(item), ...next }
}
