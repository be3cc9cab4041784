/** Appointment books for the storms: CSV as a clinic's system would export it, one patient and one phone a row. */
export type BookRow = {
  readonly id: string
  readonly phone: string
  readonly date: string
  readonly time: string
  readonly doctor: string
  readonly status?: string
}

const HEAD =
  'Appointment ID,Patient ID,First name,Last name,Mobile,Date,Time,Duration,Doctor,Service,Language,Consent,Status'
const GIVEN = ['Ana', 'Bruno', 'Célia', 'Davi', 'Elisa', 'Fábio', 'Gilda', 'Hugo', 'Iara', 'João'] as const
const FAMILY = ['Araújo', 'Barros', 'Couto', 'Dias', 'Esteves', 'Farias', 'Goulart'] as const

export const csvOf = (rows: readonly BookRow[]): string =>
  [HEAD, ...rows.map((row, index) => line(row, index))].join('\n')

const line = ({ id, phone, date, time, doctor, status = 'Scheduled' }: BookRow, index: number): string =>
  [
    id,
    `P-${id}`,
    GIVEN[index % GIVEN.length],
    FAMILY[index % FAMILY.length],
    `+${phone}`,
    date,
    time,
    '30',
    doctor,
    'Consultation',
    'en',
    'yes',
    status,
  ].join(',')

/** A mobile of São Paulo that belongs to nobody else here: digits without plus. */
export const phoneOf = (n: number): string => `55119${String(71_203_416 + n * 13)}`

export const SITE = 'site=S%C3%A3o%20Paulo'
/** São Paulo is three hours behind UTC all year. */
export const inSaoPaulo = (date: string, time: string, plusMs = 0): number =>
  Date.parse(`${date}T${time}:00-03:00`) + plusMs

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

/** The first Thursday at least four days ahead: the days on which its reminders leave are working days too. */
export function visitDay(now: number): string {
  const day = new Date(now + 4 * 24 * HOUR)
  while (day.getUTCDay() !== 4) day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString().slice(0, 10)
}

/** Evenly over `spanMin` minutes from `from` (HH:mm), whole minutes. */
export function timeOf(from: string, spanMin: number, index: number, of: number): string {
  const [hours = 0, minutes = 0] = from.split(':').map(Number)
  const at = hours * 60 + minutes + Math.floor((index * spanMin) / of)
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
}
