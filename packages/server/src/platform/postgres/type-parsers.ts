import type { Instant } from '@recado/domain/shared/instant'
import pg from 'pg'

/**
 * How columns arrive: `timestamptz` as an Instant (milliseconds; microseconds are cut off), `date` and `timestamp` as their text
 * (pg would make them midnight in the machine's zone), `int8` as a number, `interval` as its text, `numeric` as text.
 * The reverse way for an Instant is `at()` in instants.ts.
 */
export const typeParsers = {
  getTypeParser(oid: number, format?: string) {
    const parse = format === 'binary' ? undefined : parsers.get(oid)
    return parse ?? fallback(oid, format)
  },
} as pg.CustomTypesConfig

/** Type, type of its array (pg_type.typarray), reader. */
const scalars: readonly [number, number, (value: string) => unknown][] = [
  [pg.types.builtins.DATE, 1182, String],
  [pg.types.builtins.TIMESTAMP, 1115, String],
  [pg.types.builtins.INTERVAL, 1187, String],
  [pg.types.builtins.TIMESTAMPTZ, 1185, parseTimestamptz],
  [pg.types.builtins.INT8, 1016, parseInt8],
]

const TEXT_ARRAY = 1009
const fallback = pg.types.getTypeParser as (oid: number, format?: string) => (value: string) => unknown
const parseTextArray = fallback(TEXT_ARRAY) as (value: string) => unknown[]

function inArray(parse: (value: string) => unknown): (value: string) => unknown {
  const each = (entry: unknown): unknown => {
    if (Array.isArray(entry)) return entry.map(each)
    return typeof entry === 'string' ? parse(entry) : null
  }
  return (value) => parseTextArray(value).map(each)
}

const parsers = new Map(
  scalars.flatMap(([oid, arrayOid, parse]) => [[oid, parse] as const, [arrayOid, inArray(parse)] as const]),
)

/** Sessions run in UTC (see pool.ts), so a value reads '2026-11-22 02:31:00.123456+00'. @throws RangeError for another zone */
export function parseTimestamptz(value: string): Instant {
  if (value === 'infinity') return Number.POSITIVE_INFINITY as Instant
  if (value === '-infinity') return Number.NEGATIVE_INFINITY as Instant
  const ms = value.endsWith('+00') ? Date.parse(`${value.slice(0, 10)}T${value.slice(11, -3)}Z`) : Number.NaN
  if (Number.isNaN(ms)) throw new RangeError('a timestamptz that is not in UTC or beyond the year 9999')
  return ms as Instant
}

/** @throws RangeError beyond 2^53: such a number must be selected as text */
function parseInt8(value: string): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError('an int8 beyond 2^53: select it as text')
  return number
}
