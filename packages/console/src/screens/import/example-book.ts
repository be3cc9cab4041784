const HEADINGS = 'Appointment ID,Patient ID,First name,Last name,Mobile,Date,Time,Duration,Doctor,Language,Consent'

/** Days from today, and the rest of a row. The numbers are of ranges that nobody has. */
const ROWS: readonly (readonly [days: number, before: string, after: string])[] = [
  [3, '9001,901,Rosa,Teixeira,+55 11 98765 0001', '10:30,30,Dra. Helena Prado,pt-BR,yes'],
  [3, '9002,902,Tom,Becker,+55 11 98765 0002', '11:00,30,Dra. Helena Prado,de,yes'],
  [4, '9003,903,Lucía,Romero,+55 11 98765 0003', '09:15,45,Dra. Helena Prado,es,yes'],
  [5, '9004,904,Omar,Haddad,+55 11 98765 0004', '16:00,30,Dra. Helena Prado,ar,no'],
]

const DAY_MS = 86_400_000

/** A small book of made-up patients for the days after `now`: what a file may look like, and something to try with. */
export function exampleBook(now: number): string {
  const dayOf = (days: number) => new Date(now + days * DAY_MS).toISOString().slice(0, 10)
  return [HEADINGS, ...ROWS.map(([days, before, after]) => `${before},${dayOf(days)},${after}`), ''].join('\r\n')
}
