import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writtenBook } from './fixtures/test-any-dialect.ts'
import type { Truth, Written } from './fixtures/test-any-dialect.ts'
import type { AppointmentRow } from './file-reading.ts'
import { readAppointmentFile } from './read-appointment-file.ts'

const two = (value: number): string => String(value).padStart(2, '0')

async function read(written: Written) {
  const { country, zone } = written.dialect
  const file = await readAppointmentFile(written.bytes, { country, zone, today: '2026-11-22' })
  const rows: AppointmentRow[] = []
  const rejected = []
  for await (const batch of file.records()) {
    rows.push(...batch.rows)
    rejected.push(...batch.rejected)
  }
  return { file, rows, rejected }
}

/** What the reader must not get wrong: either as the truth has it, or left open with a question about it. */
function mistakes(truth: Truth, row: AppointmentRow | undefined, written: Written, asked: readonly string[]): string[] {
  if (!row) return ['row is missing']
  const date = `${truth.year}-${two(truth.month)}-${two(truth.day)}`
  const wrong: string[] = []
  const check = (name: string, got: unknown, wanted: unknown, open: boolean): void => {
    if (got !== wanted && !(open && got === undefined)) wrong.push(`${name}: ${String(got)} is not ${String(wanted)}`)
  }
  const open = asked.some((about) => /^(?:dateOrder|timeClock|column:)/.test(about))
  check('date', row.date, date, open)
  check('start', row.startLocal, `${date}T${two(truth.hour)}:${two(truth.minute)}:00`, open)
  check('phone', row.phoneE164, written.dialect.e164(truth.mobile), false)
  check('name', row.name ?? `${row.given} ${row.family}`, `${truth.given} ${truth.family}`, false)
  check('patient', row.patientExternalId, truth.patientId, false)
  check(
    'status',
    row.status,
    truth.state,
    asked.some((about) => about.startsWith('status:')),
  )
  check('id', row.externalId, written.hasIds ? truth.id : undefined, false)
  if (row.durationMin !== undefined) check('duration', row.durationMin, truth.minutes, false)
  return wrong
}

test('a book in any dialect is read as it is, or asked about, never read wrong', async () => {
  await fc.assert(
    fc.asyncProperty(writtenBook, async (written) => {
      const { file, rows, rejected } = await read(written)
      const asked = file.questions.map(({ about }) => about)
      const wrong = written.rows.flatMap((truth, at) => mistakes(truth, rows[at], written, asked))
      const unexpected = asked.filter((about) => !/^(?:dateOrder|timeClock)$/.test(about))
      const trouble = wrong.length + rejected.length + unexpected.length
      // The whole file in the message: it is the shortest way to see what went wrong.
      expect(trouble === 0 ? '' : JSON.stringify({ wrong, rejected, unexpected, text: written.text })).toBe('')
    }),
    { numRuns: 300 },
  )
}, 60_000)
