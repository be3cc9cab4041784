import { headOf, keepBytes } from './bytes/byte-store.ts'
import type { ByteStore } from './bytes/byte-store.ts'
import { decodeText } from './bytes/decode.ts'
import { detectEncoding } from './bytes/encoding.ts'
import { notATable, sniff } from './bytes/sniff.ts'
import { findLayout } from './columns/find-layout.ts'
import type { Layout } from './columns/layout.ts'
import type {
  AppointmentRow,
  Field,
  FileReading,
  ReadOptions,
  Reading,
  Reject,
  RowBatch,
  Warning,
} from './file-reading.ts'
import { makePlan } from './plan.ts'
import type { Plan } from './plan.ts'
import { Profile } from './profile.ts'
import { RowReader } from './rows/row-reader.ts'
import { sentence } from './sentences.ts'
import { detectDialect } from './table/dialect.ts'
import { firstRows, textRows } from './table/row-source.ts'
import type { RowSource } from './table/row-source.ts'
import { openWorkbook } from './table/workbook.ts'

const HEAD_BYTES = 64 * 1024
const HEAD_ROWS = 500
const BATCH_ROWS = 250

type Table = {
  readonly source: RowSource
  readonly encoding: string
  readonly delimiter: string
  readonly warnings: readonly Warning[]
}

/**
 * Reads an appointment file in two passes: the first proves how it is written (encoding, columns, dates, words), the
 * second, `records()`, yields its rows. Nothing is guessed that would change time, identity, phone or status.
 * @throws Failure `unreadable` for a file that is no table or contradicts itself, with what to do about it
 */
export async function readAppointmentFile(
  input: AsyncIterable<Uint8Array> | Uint8Array,
  options: ReadOptions = {},
): Promise<FileReading> {
  const store = await keepBytes(input)
  try {
    return await readStore(store, options)
  } catch (error) {
    await store.close()
    throw error
  }
}

async function readStore(store: ByteStore, options: ReadOptions): Promise<FileReading> {
  const today = options.today ?? new Date().toISOString().slice(0, 10)
  const table = await openTable(store, options)
  const todayYear = Number(today.slice(0, 4))
  const layout = findLayout(await firstRows(table.source, HEAD_ROWS), options, todayYear)
  const profile = new Profile(layout, todayYear, options.country === undefined)
  for await (const rows of table.source.rows()) {
    for (const row of rows) if (row.line > layout.headerLine) profile.add(row)
  }
  const plan = await makePlan(layout, profile, options, today)
  const reading = describe(table, layout, plan)
  return {
    reading,
    questions: plan.questions,
    warnings: [...table.warnings, ...plan.warnings],
    mapping: {
      columns: reading.columns,
      answers: { ...options.mapping?.answers, ...options.answers, ...provenOrder(plan) },
    },
    records: () =>
      batches(
        table.source,
        new RowReader(layout, plan, profile.moments, options, table.source.isForeignLine),
        options.batchRows ?? BATCH_ROWS,
      ),
    close: () => store.close(),
  }
}

async function openTable(store: ByteStore, options: ReadOptions): Promise<Table> {
  const head = await headOf(store, HEAD_BYTES)
  if (sniff(head, store.size) === 'workbook') {
    const { source, otherSheets } = await openWorkbook(store)
    const warnings =
      otherSheets > 0
        ? [
            {
              code: 'sheets.ignored',
              why: `The workbook has ${otherSheets} more sheets with rows; only the first is read.`,
            },
          ]
        : []
    return { source, encoding: 'xlsx', delimiter: '', warnings }
  }
  const encoding = await detectEncoding(store, head, options.country)
  const head64k = await headText(store, encoding)
  const dialect = detectDialect(head64k)
  if (!dialect)
    throw notATable('no_table', 'This text is no table: no delimiter divides its lines into the same columns.')
  const isGarbled = /Ã[\u0080-\u00bf\u0192\u2030\u2021]|â€[\u0080-\u009f\u2122\u0153\u201c]/.test(head64k)
  const codes = [
    ...(isGarbled ? ['encoding.mojibake'] : []),
    ...(encoding.fallback ? ['encoding.mixed'] : []),
    ...(encoding.guessed ? ['encoding.guessed'] : []),
  ]
  const warnings = codes.map((code) => ({ code, why: sentence(code) }))
  return { source: textRows(store, encoding, dialect), encoding: encoding.name, delimiter: dialect.delimiter, warnings }
}

async function headText(store: ByteStore, encoding: Parameters<typeof decodeText>[1]): Promise<string> {
  let text = ''
  for await (const piece of decodeText(store, encoding, () => {})) {
    text += piece
    if (text.length >= HEAD_BYTES) break
  }
  const end = text.length >= HEAD_BYTES ? text.lastIndexOf('\n') + 1 : 0
  return end > 0 ? text.slice(0, end) : text
}

function describe(table: Table, layout: Layout, plan: Plan): Reading {
  const columns: Partial<Record<Field, string>> = {}
  const nameOf = (at: number): string => layout.headings[at] ?? `column ${at + 1}`
  for (const [field, at] of layout.columns.single) columns[field] = nameOf(at)
  const [phone, other] = layout.columns.phones
  if (phone !== undefined) columns.phone = nameOf(phone)
  if (other !== undefined) columns.phoneAlt = nameOf(other)
  const { start, date, time } = plan.moments
  const dates = start.date ?? date.date
  const times = !start.dateOnly ? start.time.label : !time.dateOnly ? time.time.label : ''
  return {
    encoding: table.encoding,
    delimiter: table.delimiter,
    header: layout.headerLine,
    ...(dates ? { dateFormat: dates.label } : {}),
    ...(times === '' ? {} : { timeFormat: times }),
    columns,
  }
}

/** The order of day and month that this file proves: it answers for a later one of the same source with early days alone. */
function provenOrder({ moments }: Plan): Record<string, string> {
  const date = moments.start.date ?? moments.date.date
  return date?.order === undefined || date.indifferent || date.kind === 'yearFirst' ? {} : { dateOrder: date.order }
}

async function* batches(source: RowSource, reader: RowReader, batchRows: number): AsyncGenerator<RowBatch> {
  let sink: { rows: AppointmentRow[]; rejected: Reject[]; warnings: Warning[] } = {
    rows: [],
    rejected: [],
    warnings: [],
  }
  for await (const rows of source.rows()) {
    for (const row of rows) {
      reader.add(row, sink)
      if (sink.rows.length + sink.rejected.length + sink.warnings.length >= batchRows) {
        yield sink
        sink = { rows: [], rejected: [], warnings: [] }
      }
    }
  }
  if (sink.rows.length + sink.rejected.length + sink.warnings.length > 0) yield sink
}
