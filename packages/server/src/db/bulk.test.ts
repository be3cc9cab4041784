import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { instant } from '@recado/domain/shared/instant'
import { newId } from '../platform/ids.ts'
import { insertMany, rowsAs, valueOf, type ColumnKind } from './bulk.ts'
import { withTestDatabase } from './test-db.ts'
import { withWrites } from './writes.ts'

const database = withTestDatabase()

/** What PostgreSQL makes of a column of values, as its text. */
async function stored(kind: ColumnKind, values: readonly unknown[]): Promise<(string | null)[]> {
  const rows = values.map((value) => ({ value }))
  const { rows: back } = await sql<{ text: string | null }>`
    select (${sql.raw(valueOf('r', 'value', kind))})::text as text from ${rowsAs('r', { value: kind }, rows)}`.execute(
    database.db,
  )
  return back.map(({ text }) => text)
}

const EMOJI = 'José "Zé" \\ {a,b} NULL 👨‍👩‍👧'

describe('many rows in one statement keep every value', () => {
  const id = newId()
  const table: readonly [ColumnKind, readonly unknown[], readonly (string | null)[]][] = [
    ['uuid', [id, null, id.toUpperCase()], [id, null, id]],
    ['text', [EMOJI, '', null, undefined, 'NULL'], [EMOJI, '', null, null, 'NULL']],
    ['int', [0, -1, 2_147_483_647, null], ['0', '-1', '2147483647', null]],
    ['bigint', [-1, 4_294_967_296, Number.MAX_SAFE_INTEGER], ['-1', '4294967296', '9007199254740991']],
    ['date', ['2026-02-28', null], ['2026-02-28', null]],
    ['boolean', [true, false, null], ['true', 'false', null]],
    ['bytea', [Buffer.from([0, 255, 92]), Buffer.alloc(0)], ['\\x00ff5c', '\\x']],
    ['jsonb', [{ a: EMOJI }, [], null, 'x'], [JSON.stringify({ a: EMOJI }).replace(':', ': '), '[]', null, '"x"']],
    ['list', [['a', 'b'], [], null], ['{a,b}', '{}', null]],
    ['ids', [[id], []], [`{${id}}`, '{}']],
  ]
  test.each(table)('%s', async (kind, values, expected) => {
    expect(await stored(kind, values)).toEqual(expected)
  })

  test('instants to the millisecond, before 1970 and without end', async () => {
    const moments = ['1969-12-31T23:59:59.999Z', '2026-11-22T02:31:00.123Z', '9999-01-01T00:00:00.000Z']
    const values = [
      ...moments.map((moment) => instant(Date.parse(moment))),
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ]
    const texts = await stored('instant', values)
    expect(texts.slice(0, 3).map((text) => new Date(text ?? '').toISOString())).toEqual(moments)
    expect(texts.slice(3)).toEqual(['infinity', '-infinity'])
  })

  test('and what is no UUID is refused before it is sent', () => {
    for (const wrong of ['', 'x', id.slice(1), `${id}0`, `${id.slice(0, -1)}g`, 'a'.repeat(36), id.replace('-', 'é')])
      expect(() => rowsAs('r', { value: 'uuid' }, [{ value: wrong }])).toThrow(RangeError)
  })
})

test('what all rows share is told once and kept in each of them, whether the caller knew of it or not', async () => {
  await database.db.connection().execute(async (one) => {
    await sql`create temporary table visit_note (organization_id uuid, id int, word text, tags text[], details jsonb, at timestamptz)`.execute(
      one,
    )
    const organizationId = newId()
    const at = instant(Date.parse('2026-11-22T02:31:00.000Z'))
    const known = { columns: { details: 'jsonb', at: 'instant' }, values: { details: { a: [1] }, at } } as const
    for (const count of [2, 120]) {
      const rows = Array.from({ length: count }, (_, id) => ({ id, word: id === 1 ? null : 'same', tags: ['x', 'y'] }))
      await insertMany(
        one,
        organizationId,
        'visit_note',
        { id: 'int', word: 'text', tags: 'list' },
        rows,
        undefined,
        known,
      )
      const { rows: kept } = await sql<
        (typeof rows)[number]
      >`select id, word, tags from visit_note order by id`.execute(one)
      const { rows: odd } = await sql`
        select from visit_note where organization_id <> ${organizationId} or details <> '{"a": [1]}' or at <> '2026-11-22T02:31:00Z'`.execute(
        one,
      )
      expect(kept).toEqual(rows)
      expect(odd).toEqual([])
      await sql`truncate visit_note`.execute(one)
    }
    await sql`drop table visit_note`.execute(one)
  })
})

test('a write that nobody waited for fails the whole, with its own reason', async () => {
  const failing = () =>
    withWrites(async (writes) => {
      writes.begin(sql`select 1 / 0`.execute(database.db))
      await sql`select 1`.execute(database.db)
    })
  await expect(failing()).rejects.toThrow('division by zero')
})
