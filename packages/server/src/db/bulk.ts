import { sql, type RawBuilder } from 'kysely'
import type { Db } from './db.ts'

/** How a column of many rows travels: as one array parameter, cast back where PostgreSQL has no array of it. */
const TRAVEL = {
  uuid: { array: 'uuid[]', read: (name: string) => name },
  text: { array: 'text[]', read: (name: string) => name },
  int: { array: 'int[]', read: (name: string) => name },
  bigint: { array: 'bigint[]', read: (name: string) => name },
  date: { array: 'date[]', read: (name: string) => name },
  boolean: { array: 'boolean[]', read: (name: string) => name },
  bytea: { array: 'bytea[]', read: (name: string) => name },
  /** Milliseconds since the epoch. */
  instant: { array: 'float8[]', read: (name: string) => `to_timestamp(${name} / 1000)` },
  /** Given as a value; sent as text. */
  jsonb: { array: 'text[]', read: (name: string) => `${name}::jsonb` },
  /** A list of ids or codes without commas. */
  list: { array: 'text[]', read: (name: string) => `string_to_array(${name}, ',')` },
  ids: { array: 'text[]', read: (name: string) => `string_to_array(${name}, ',')::uuid[]` },
} as const

export type ColumnKind = keyof typeof TRAVEL
export type Columns<Row> = Readonly<Partial<Record<keyof Row & string, ColumnKind>>>

/** `unnest(...) as r (a, b, …)`: many rows as one parameter a column, the quickest way into PostgreSQL but COPY. */
export function rowsAs<Row extends object>(
  alias: string,
  columns: Columns<Row>,
  rows: readonly Row[],
): RawBuilder<unknown> {
  const names = Object.keys(columns) as (keyof Row & string)[]
  const arrays = names.map((name) => {
    const kind = columns[name] as ColumnKind
    return sql`${rows.map((row) => travelling(kind, row[name]))}::${sql.raw(TRAVEL[kind].array)}`
  })
  return sql`unnest(${sql.join(arrays)}) as ${sql.raw(`${alias} (${names.join(', ')})`)}`
}

/** The value of a column of `rowsAs`, as its own type. */
export const valueOf = (alias: string, name: string, kind: ColumnKind): string => TRAVEL[kind].read(`${alias}.${name}`)

const travelling = (kind: ColumnKind, value: unknown): unknown => {
  if (value === null || value === undefined) return null
  if (kind === 'jsonb') return JSON.stringify(value)
  return kind === 'list' || kind === 'ids' ? (value as readonly string[]).join(',') : value
}

/** One INSERT for many rows of one organization. `conflict` is the rest of the statement, `returning` included. */
export async function insertMany<Row extends object, Back = unknown>(
  trx: Db,
  organizationId: string,
  table: string,
  columns: Columns<Row>,
  rows: readonly Row[],
  conflict: RawBuilder<unknown> = sql``,
): Promise<Back[]> {
  if (rows.length === 0) return []
  const names = Object.keys(columns) as (keyof Row & string)[]
  const values = names.map((name) => valueOf('r', name, columns[name] as ColumnKind))
  const { rows: back } = await sql<Back>`
    insert into ${sql.raw(`${table} (organization_id, ${names.join(', ')})`)}
    select ${organizationId}::uuid, ${sql.raw(values.join(', '))} from ${rowsAs('r', columns, rows)}
    ${conflict}`.execute(trx)
  return back
}

/** One UPDATE for many rows, matched by id. */
export async function updateMany<Row extends { id: string }>(
  trx: Db,
  organizationId: string,
  table: string,
  columns: Columns<Row>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return
  const names = (Object.keys(columns) as (keyof Row & string)[]).filter((name) => name !== 'id')
  const sets = names.map((name) => `${name} = ${valueOf('r', name, columns[name] as ColumnKind)}`)
  await sql`
    update ${sql.raw(table)} t set ${sql.raw(sets.join(', '))}
      from ${rowsAs('r', { ...columns, id: 'uuid' }, rows)}
     where t.organization_id = ${organizationId} and t.id = r.id`.execute(trx)
}
