import { Failure } from '@recado/domain/shared/failure'
import type { FileReading, ReadOptions } from './file-reading.ts'

/**
 * Reads an appointment file: finds out how it is written (the whole column proves a format), then yields its rows.
 * @throws Failure `unreadable` for a file that is no table, with what to do about it.
 */
export async function readAppointmentFile(
  input: AsyncIterable<Uint8Array> | Uint8Array,
  options: ReadOptions = {},
): Promise<FileReading> {
  throw new Failure('unavailable', 'reading is not built yet', {
    bytes: input instanceof Uint8Array,
    options: Object.keys(options),
  })
}
