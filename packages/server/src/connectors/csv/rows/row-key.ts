import { hash } from 'node:crypto'
import { phoneMatchKey } from '@recado/domain/shared/phone-match'
import { foldText } from '../columns/fold.ts'
import type { AppointmentRow } from '../file-reading.ts'
import { IdTable, hash53 } from './id-table.ts'

type Identity = Pick<
  AppointmentRow,
  'patientExternalId' | 'given' | 'family' | 'name' | 'phoneE164' | 'date' | 'practitioner'
>

/**
 * Keys for rows without an appointment id: a hash of patient, day and practitioner, so that a visit moved within its day
 * keeps its key. The second visit of the same patient, day and practitioner in a file gets its number into the hash.
 */
export class RowKeys {
  private readonly seen = new IdTable()

  keyOf(row: Identity): string {
    const parts = [patientOf(row), row.date ?? '', foldText(row.practitioner ?? '')]
    const base = parts.join('\u001f')
    const id = hash53(base)
    const nth = (this.seen.get(id) ?? 0) + 1
    this.seen.set(id, nth)
    return `h:${hash('sha256', nth === 1 ? base : `${base}\u001f${nth}`, 'base64url').slice(0, 27)}`
  }
}

function patientOf(row: Identity): string {
  if (row.patientExternalId) return `id ${row.patientExternalId}`
  const name = row.name ?? `${row.given ?? ''} ${row.family ?? ''}`
  return `${foldText(name)} ${row.phoneE164 ? phoneMatchKey(row.phoneE164) : ''}`
}
