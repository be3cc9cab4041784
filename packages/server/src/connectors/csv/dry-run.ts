import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { AppointmentRow, Question, ReadOptions, Reading, Reject, Warning } from './file-reading.ts'
import { readAppointmentFile } from './read-appointment-file.ts'

/** What `recado import <file> --dry-run --json` prints: the reading and every row as read. */
export type DryRunResult = {
  readonly rows: number
  readonly rejected: readonly Reject[]
  readonly warnings: readonly Warning[]
  readonly reading: Reading
  readonly questions: readonly Question[]
  readonly records: readonly AppointmentRow[]
}

/** Reads the file at `path` from end to end; needs no database. @throws Failure as readAppointmentFile does */
export async function dryRunFile(path: string, options: ReadOptions = {}): Promise<DryRunResult> {
  const file = await readAppointmentFile(createReadStream(path), { fileName: basename(path), ...options })
  try {
    const records: AppointmentRow[] = []
    const rejected: Reject[] = []
    const warnings: Warning[] = [...file.warnings]
    for await (const batch of file.records()) {
      records.push(...batch.rows)
      rejected.push(...batch.rejected)
      warnings.push(...batch.warnings)
    }
    return {
      rows: records.length + rejected.length,
      rejected,
      warnings,
      reading: file.reading,
      questions: file.questions,
      records,
    }
  } finally {
    await file.close()
  }
}
