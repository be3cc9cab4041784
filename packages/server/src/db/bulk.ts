import { sql, type RawBuilder } from 'kysely'
import { binaryArray, type ElementKind } from './binary-array.ts'
import type { Db } from './db.ts'

/** How a column of many rows travels: as one array parameter, read back where PostgreSQL has no such array. */
const TRAVEL = {
  uuid: { as: 'uuid', type: 'uuid', read: (name: string) => name },
  text: { as: 'text', type: 'text', read: (name: string) => name },
  int: { as: 'int', type: 'int', read: (name: string) => name },
  bigint: { as: 'bigint', type: 'bigint', read: (name: string) => name },
  date: { as: 'text', type: 'text', read: (name: string) => `${name}::date` },
  boolean: { as: 'boolean', type: 'boolean', read: (name: string) => name },
  bytea: { as: 'bytea', type: 'bytea', read: (name: string) => name },
  /** Milliseconds since the epoch. */
  instant: { as: 'instant', type: 'timestamptz', read: (name: string) => name },
  /** Any value that JSON can hold. */
  jsonb: { as: 'jsonb', type: 'jsonb', read: (name: string) => name },
  /** A list of ids or codes without commas: an array of arrays would have to be a rectangle. */
  list: { as: 'text', type: 'text', read: (name: string) => `string_to_array(${name}, ',')` },
  ids: { as: 'text', type: 'text', read: (name: string) => `string_to_array(${name}, ',')::uuid[]` },
} as const satisfies Record<string, { as: ElementKind; type: string; read: (name: string) => string }>

export type ColumnKind = keyof typeof TRAVEL
export type Columns<Row> = Readonly<Partial<Record<keyof Row & string, ColumnKind>>>

/**
 * `unnest(...) as r (a, b, …)`: many rows as one parameter a column, the quickest way into PostgreSQL under row-level
 * security (which knows no COPY).
 */
export function rowsAs<Row extends object>(
  alias: string,
  columns: Columns<Row>,
  rows: readonly Row[],
): RawBuilder<unknown> {
  const names = Object.keys(columns) as (keyof Row & string)[]
  const arrays = names.map((name) => arrayOf(columns[name] as ColumnKind, rows.map((row) => row[name]))) // prettier-ignore
  return sql`unnest(${sql.join(arrays)}) as ${sql.raw(`${alias} (${names.join(', ')})`)}`
}

/** `$1::type[]`: many values of one kind as one parameter. */
export function arrayOf(kind: ColumnKind, values: readonly unknown[]): RawBuilder<unknown> {
  const { as, type } = TRAVEL[kind]
  const plain = kind === 'jsonb' || kind === 'list' || kind === 'ids'
  return sql`${binaryArray(as, plain ? values.map((value) => travelling(kind, value)) : values)}::${sql.raw(`${type}[]`)}`
}

/** The value of a column of `rowsAs`, as its own type. */
export const valueOf = (alias: string, name: string, kind: ColumnKind): string => TRAVEL[kind].read(`${alias}.${name}`)

const travelling = (kind: ColumnKind, value: unknown): unknown => {
  if (value === null || value === undefined) return null
  if (kind === 'jsonb') return JSON.stringify(value)
  return kind === 'list' || kind === 'ids' ? (value as readonly string[]).join(',') : value
}

/** Values that all rows of an INSERT share, told once instead of in each row. */
export type Shared<Row extends object = Record<string, unknown>> = {
  readonly columns: Columns<Row>
  readonly values: Row
}

/**
 * One INSERT for many rows of one organization. `conflict` is the rest of the statement, `returning` included. While it is
 * on its way nothing holds the rows any more (an async function would): an import has several of them under way.
 */
export function insertMany<Row extends object, Back = unknown>(
  trx: Db,
  organizationId: string,
  table: string,
  columns: Columns<Row>,
  rows: readonly Row[],
  conflict: RawBuilder<unknown> = sql``,
  shared: Shared = NOTHING_SHARED,
): Promise<Back[]> {
  if (rows.length === 0) return Promise.resolve([])
  const same = alike(columns, rows, shared)
  const names = Object.keys(columns).filter((name) => !(name in same.columns)) as (keyof Row & string)[]
  const varying = Object.fromEntries(names.map((name) => [name, columns[name]])) as Columns<Row>
  const values = [
    ...names.map((name) => valueOf('r', name, columns[name] as ColumnKind)),
    ...Object.entries(same.columns).map(([name, kind]) => valueOf('s', name, kind as ColumnKind)),
  ]
  const insert = sql<Back>`
    insert into ${sql.raw(`${table} (organization_id, ${[...names, ...Object.keys(same.columns)].join(', ')})`)}
    select ${organizationId}::uuid, ${sql.raw(values.join(', '))} from ${rowsAs('r', varying, rows)}
    ${Object.keys(same.columns).length === 0 ? sql`` : sql`, ${rowsAs('s', same.columns, [same.values])}`} ${conflict}`
  return insert.execute(trx).then(rowsOf<Back>)
}

const rowsOf = <Back>(result: { readonly rows: Back[] }): Back[] => result.rows
const NOTHING_SHARED: Shared = { columns: {}, values: {} }

/** From so many rows on, a value that all of them share travels once: in a book half of the columns are such. */
const MANY = 50

/** The columns in which all rows are the same, those that the caller knows of included. */
function alike<Row extends object>(columns: Columns<Row>, rows: readonly Row[], shared: Shared): Shared {
  const names = Object.keys(columns) as (keyof Row & string)[]
  const found = rows.length < MANY ? [] : names.filter((name) => rows.every((row) => row[name] === rows[0]?.[name]))
  return {
    columns: { ...shared.columns, ...Object.fromEntries(found.map((name) => [name, columns[name] as ColumnKind])) },
    values: { ...shared.values, ...Object.fromEntries(found.map((name) => [name, rows[0]?.[name]])) },
  }
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
