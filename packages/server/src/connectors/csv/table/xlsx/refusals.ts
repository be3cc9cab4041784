import type { Failure } from '@recado/domain/shared/failure'
import { notATable } from '../../bytes/sniff.ts'

const DAMAGED =
  'This is an Excel workbook, but it is damaged or incomplete. Open it in Excel, save it again and import that file.'

/** What is wrong inside is of many kinds; to the user it is one thing. */
export const damagedWorkbook = (cause?: unknown): Failure =>
  Object.assign(notATable('not_text.zip', DAMAGED), cause === undefined ? {} : { cause })

export const tooLargeWorkbook = (): Failure =>
  notATable(
    'too_large',
    'The workbook is too large to read: save it as CSV, which has no such limit, or export a shorter period.',
  )
