import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '@recado/domain/shared/failure'
import { describe, expect, test } from 'vitest'
import { dryRunFile } from './dry-run.ts'
import type { AppointmentRow } from './file-reading.ts'

/**
 * fixtures/books holds small appointment books as systems and people of many countries write them, and expected.jsonl
 * what a careful reader makes of each: its rows, its questions, its rejects, or why it is refused.
 */
const FOLDER = join(import.meta.dirname, 'fixtures/books')

type ExpectedRow = { readonly [field in keyof AppointmentRow]?: AppointmentRow[field] | null }
type Expected = {
  readonly file: string
  readonly country?: string
  readonly zone?: string
  readonly error?: string
  readonly encoding?: string
  readonly delimiter?: string
  readonly header?: number
  readonly dateFormat?: string
  readonly timeFormat?: string
  readonly questions?: readonly string[]
  readonly rows?: readonly ExpectedRow[]
  readonly rejected?: readonly { readonly line: number; readonly code: string }[]
}

const books = readFileSync(join(FOLDER, 'expected.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Expected)

const read = ({ file, country, zone }: Expected) =>
  dryRunFile(join(FOLDER, file), { today: '2026-11-22', ...(country ? { country } : {}), ...(zone ? { zone } : {}) })

test('every book of the folder has its expectation', () => {
  const files = readdirSync(FOLDER).filter((name) => name !== 'expected.jsonl')
  expect(books.map(({ file }) => file).toSorted()).toEqual(files.toSorted())
})

describe.each(books.filter(({ error }) => error === undefined))('$file', (book) => {
  test('is read as a careful reader would', async () => {
    const result = await read(book)
    const rows = book.rows ?? []
    expect(result.records).toHaveLength(rows.length)
    rows.forEach((row, at) => expect(onlyFieldsOf(row, result.records[at])).toEqual(row))
    expect(result.questions.map(({ about }) => about)).toEqual(book.questions ?? [])
    expect(result.rejected.map(({ line, code }) => ({ line, code }))).toEqual(book.rejected ?? [])
    for (const detail of ['encoding', 'delimiter', 'header', 'dateFormat', 'timeFormat'] as const) {
      if (book[detail] !== undefined) expect(result.reading[detail]).toBe(book[detail])
    }
  })
})

/** A null in an expectation stands for absent or empty. */
const onlyFieldsOf = (row: ExpectedRow, record: AppointmentRow | undefined): ExpectedRow =>
  Object.fromEntries(Object.keys(row).map((field) => [field, record?.[field as keyof AppointmentRow] ?? null]))

describe.each(books.filter(({ error }) => error !== undefined))('$file', (book) => {
  test('is refused with what to do', async () => {
    const failure = await read(book).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Failure)
    expect(failure).toMatchObject({ code: 'unreadable', details: { reason: book.error } })
    expect((failure as Failure).message.length).toBeGreaterThan(15)
  })
})
