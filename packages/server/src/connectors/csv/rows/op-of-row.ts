import type { AppointmentRow } from '../file-reading.ts'

/** What a file of changes asks for this row; undefined where it has no such column or says nothing. */
export function opOfRow(cell: string | undefined): AppointmentRow['op'] {
  const word = cell?.toLowerCase() ?? ''
  if (/^(?:a|add|added|new|create|created|insert|i)$/.test(word)) return 'create'
  if (/^(?:u|c|update|updated|upd|change|changed|modify)$/.test(word)) return 'update'
  return /^(?:d|delete|deleted|del|remove|removed)$/.test(word) ? 'delete' : undefined
}
