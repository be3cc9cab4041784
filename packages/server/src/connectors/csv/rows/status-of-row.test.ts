import { describe, expect, test } from 'vitest'
import { readAppointmentFile } from '../read-appointment-file.ts'

const HERE = { country: 'US', zone: 'America/New_York', today: '2026-11-22' }
const PAST = '2026-09-14 09:30'
const AHEAD = '2027-02-16 08:45'

/** The state that a book with these columns gives its one visit (or its first, with `more` words of the same column). */
async function stateOf(headings: string, values: string, start: string): Promise<string | undefined> {
  const text = `id,name,phone,start,${headings}\n1,Nora Quist,2125550171,${start},${values}\n`
  const file = await readAppointmentFile(Buffer.from(text), HERE)
  for await (const { rows, rejected } of file.records()) return rows[0]?.status ?? rejected[0]?.code
  return undefined
}

describe('the state of a visit', () => {
  test.each([
    ['a word', 'Status', 'Cancelled', AHEAD, 'cancelled'],
    ['an empty word', 'Status', '', AHEAD, 'booked'],
    ['a word under a heading of its system', 'StatusText', 'No Show', AHEAD, 'noshow'],
    ['FHIR’s own words', 'Status', 'entered-in-error', AHEAD, 'entered-in-error'],
    ['a cancellation flag against its word', 'Status,Deleted?', 'Scheduled,Yes', AHEAD, 'cancelled'],
    ['a word against its cancellation flag', 'Status,Deleted?', 'Cancelled,No', AHEAD, 'cancelled'],
    ['the second of two flags', 'Deleted?,Inactive?', 'No,Yes', AHEAD, 'cancelled'],
    ['the day of its cancellation', 'Cancelled At', '2026-11-20 10:00', AHEAD, 'cancelled'],
    ['no day of a cancellation', 'Cancelled At', '', AHEAD, 'booked'],
    ['two words of which one cancels', 'Confirmation Status,Status', 'Confirmed,Cancelled', AHEAD, 'cancelled'],
    ['two words of which none cancels', 'Status,Confirmation Status', 'Scheduled,Confirmed', AHEAD, 'confirmed'],
    ['the bill’s state, which is not the visit’s', 'Payment Status', 'Cancelled', AHEAD, 'booked'],
    ['the state of the address', 'Patient State', 'NY', AHEAD, 'booked'],
    ['no-show: yes', 'No-show', 'Yes', PAST, 'noshow'],
    ['no-show: no, and it is over', 'No-show', 'No', PAST, 'fulfilled'],
    ['no-show: no, and it is to come', 'No-show', 'No', AHEAD, 'booked'],
    ['attended: no, and it is over', 'Attended', 'No', PAST, 'noshow'],
    ['attended: nothing said', 'Attended', '', PAST, 'booked'],
    ['attended: yes', 'Attended', 'Yes', PAST, 'fulfilled'],
    ['checked in', 'Checked In?', 'Y', AHEAD, 'arrived'],
    ['confirmed', 'Confirmed', '1', AHEAD, 'confirmed'],
    ['a flag that is neither yes nor no', 'Cancelled', 'perhaps', AHEAD, 'flag.unreadable'],
  ])('by %s', async (_name, headings, values, start, state) => {
    expect(await stateOf(headings, values, start)).toBe(state)
  })
})
