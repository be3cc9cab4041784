import type { Field } from '../file-reading.ts'
import type { ValueKinds } from './value-kinds.ts'

/** Whether the values of a column can be the field at all. Values outrank headings: "Paciente" over numbers is an id. */
export function fits(field: Field, kinds: ValueKinds): boolean {
  if (kinds.filled === 0) return true
  return FITS[field](kinds)
}

const isDate = (k: ValueKinds): boolean => k.date >= 0.6
const isTime = (k: ValueKinds): boolean => k.time >= 0.6
const isId = (k: ValueKinds): boolean =>
  k.email < 0.5 && k.length <= 40 && k.words < 0.5 && !(isDate(k) && k.integer < 0.5) && !(isTime(k) && k.integer < 0.5)
const isText = (k: ValueKinds): boolean => k.letters >= 0.5 && !isDate(k) && k.email < 0.5
const isFlag = (k: ValueKinds): boolean => k.yesNo >= 0.6 || k.date >= 0.6 || (k.integer >= 0.9 && k.length <= 1.5)

const FITS: Readonly<Record<Field, (kinds: ValueKinds) => boolean>> = {
  externalId: isId,
  patientExternalId: isId,
  given: isText,
  family: isText,
  name: (k) => isText(k) && k.status < 0.6,
  phone: (k) => k.phone >= 0.3 || (k.letters < 0.3 && !isDate(k) && k.length >= 5),
  phoneAlt: (k) => k.phone >= 0.3 || (k.letters < 0.3 && !isDate(k) && k.length >= 5),
  date: isDate,
  time: (k) => (isTime(k) && k.phone < 0.6) || (k.integer >= 0.8 && k.length <= 2),
  start: (k) => isDate(k) || isTime(k),
  end: (k) => isDate(k) || isTime(k),
  duration: (k) => !isDate(k) && k.length <= 20,
  status: (k) => !isDate(k) && !isTime(k) && k.phone < 0.5 && k.length <= 60,
  // Whatever stands in them: a row whose cell is neither yes nor no is rejected, never taken as booked.
  cancelledFlag: () => true,
  confirmedFlag: isFlag,
  noShowFlag: () => true,
  arrivedFlag: isFlag,
  attendedFlag: isFlag,
  practitioner: (k) => !isDate(k) && k.phone < 0.5 && k.email < 0.5,
  practitionerFamily: isText,
  service: (k) => !isDate(k) && k.phone < 0.5,
  site: (k) => !isDate(k) && k.phone < 0.5,
  zone: (k) => k.letters >= 0.5,
  email: (k) => k.email >= 0.3,
  birthDate: isDate,
  age: (k) => k.integer >= 0.5,
  language: () => true,
  consent: (k) => k.yesNo >= 0.5,
  op: (k) => k.op >= 0.8,
  notes: () => true,
  weekday: (k) => k.weekday >= 0.9,
  phoneCountry: (k) => !isDate(k) && k.length <= 6,
  videoUrl: (k) => k.url >= 0.3,
}
