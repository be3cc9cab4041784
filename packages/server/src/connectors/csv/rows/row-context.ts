import type { Field } from '../file-reading.ts'
import type { Plan } from '../plan.ts'
import type { Moments } from '../profile.ts'

/** What the readers of single fields see of the file. */
export type RowContext = {
  readonly plan: Plan
  /** The same tallies that proved the formats: they remember what each cell was lexed as. */
  readonly moments: Moments
  /** What lines above a group of rows said. */
  readonly group: ReadonlyMap<Field, string>
  /** The file has yes/no columns about the state of the visit. */
  readonly hasFlags: boolean
  /** Its "cancelled" column holds the reasons. */
  readonly cancelledByReason: boolean
  /** The state of the visit stands in one column of words and nowhere else. */
  readonly hasOneStatus: boolean
  /** The cleaned cell, undefined when the file has no such column. */
  cell(field: Field, cells: readonly string[]): string | undefined
  /** The cells of all columns of a field that may have several; empty when the file has none. */
  cells(field: Field, cells: readonly string[]): readonly string[]
}
