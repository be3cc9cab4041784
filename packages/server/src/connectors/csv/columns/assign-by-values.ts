import type { Field, Question } from '../file-reading.ts'
import { isActiveFlag, isCancelReason, isOtherState } from './headings.ts'
import type { Columns } from './layout.ts'
import type { ValueKinds } from './value-kinds.ts'

const DOCTOR = /^(?:dr|dra|prof|doctor|doctora|doutor|doutora|dott|dhr|д-р)\b/i

/**
 * Columns of a file without (known) headings, by what only one column can be; where two could be a field that matters,
 * a question. `names` are what a person sees: the headings, or "column 1".
 */
export function assignByValues(
  names: readonly string[],
  kinds: readonly ValueKinds[],
  samples: readonly (readonly string[])[],
  start: Columns,
  todayYear: number,
  hasHeadings: boolean,
): { columns: Columns; questions: Question[] } {
  const single = new Map<Field, number>(start.single)
  const phones = [...start.phones]
  const taken = new Set([...single.values(), ...phones])
  const questions: Question[] = []
  const free = (test: (k: ValueKinds, at: number) => boolean): number[] =>
    kinds.flatMap((k, at) => (!taken.has(at) && k.filled > 0 && test(k, at) ? [at] : []))
  const take = (field: Field, at: number): void => {
    single.set(field, at)
    taken.add(at)
  }
  const one = (field: Field, found: readonly number[], evidence: string, none = false): void => {
    const [only] = found
    if (single.has(field) || only === undefined) return
    if (found.length === 1 && !none) return take(field, only)
    for (const at of found) taken.add(at)
    questions.push({
      about: `column:${field}`,
      options: [...found.map((at) => names[at] ?? ''), ...(none ? ['none'] : [])],
      evidence,
    })
  }

  // A heading that we do not know may say that its dates are not the visit's: a person reads it.
  assignMoments((field, found, evidence) => one(field, found, evidence, hasHeadings), free, single, todayYear)
  for (const at of free((k) => k.phone >= 0.6 && k.email === 0)) {
    phones.push(at)
    taken.add(at)
  }
  one('email', free((k) => k.email >= 0.8).slice(0, 1), '')
  one('op', free((k) => k.op >= 0.9).slice(0, 1), '')
  one(
    'status',
    free((k) => k.status >= 0.6 && k.yesNo < 0.6),
    'Several columns hold words for the state of a visit.',
  )
  one('practitioner', free((_, at) => isDoctors(samples, at)).slice(0, 1), '')
  const people = free((k) => k.letters >= 0.8 && k.words >= 0.5)
  one(
    'name',
    people.length > 0 ? people : free((k) => k.letters >= 0.8 && k.yesNo < 0.5),
    'Several columns may hold the name of the patient.',
    hasHeadings,
  )
  const ids = free((k) => k.integer >= 0.9 && k.distinct === k.filled && k.filled > 1)
  one(
    'externalId',
    ids,
    'This column counts or numbers the rows: it may be the number of the appointment, or of the patient.',
    true,
  )
  return { columns: { single, phones, more: start.more }, questions }
}

/**
 * Columns under unknown headings that must not be overlooked: words such as "cancelled" are the state of the visits
 * whatever stands above them; telephone numbers may be the patient's.
 */
export function assignLeftovers(
  names: readonly string[],
  kinds: readonly ValueKinds[],
  start: Columns,
): { columns: Columns; questions: Question[] } {
  const taken = new Set([...start.single.values(), ...start.phones])
  const free = (test: Test): number[] =>
    kinds.flatMap((k, at) => (!taken.has(at) && k.filled > 0 && test(k, at) ? [at] : []))
  const single = new Map(start.single)
  const questions: Question[] = []
  const states = single.has('status')
    ? []
    : free((k, at) => k.status >= 0.6 && k.yesNo < 0.6 && k.letters >= 0.6 && !isOtherState(names[at] ?? ''))
  const [state] = states
  if (states.length === 1 && state !== undefined) single.set('status', state)
  const reason = names.findIndex((name, at) => !taken.has(at) && (kinds[at]?.filled ?? 0) > 0 && isCancelReason(name))
  if (reason !== -1 && !single.has('status') && !single.has('cancelledFlag')) single.set('cancelledFlag', reason)
  const weekday = free((k) => k.weekday >= 0.9)
  if (weekday[0] !== undefined && !single.has('weekday')) single.set('weekday', weekday[0])
  const times = lacksTime(single, kinds)
    ? free((k) => k.time >= 0.8 && k.date < 0.5 && k.phone < 0.5 && k.length >= 3.5)
    : []
  if (times.length > 0) {
    const evidence = 'No heading that we know says time, but this column holds times of day.'
    questions.push({ about: 'column:time', options: [...times.map((at) => names[at] ?? ''), 'none'], evidence })
  }
  const active = names.findIndex((name, at) => (kinds[at]?.yesNo ?? 0) >= 0.8 && !taken.has(at) && isActiveFlag(name))
  if (active !== -1 && !['status', 'cancelledFlag'].some((field) => single.has(field as Field))) {
    const evidence = 'Nothing else says which visits take place, and this column says yes or no.'
    questions.push({ about: 'column:status', options: [names[active] ?? '', 'ignore this column'], evidence })
  }
  const phones = start.phones.length > 0 ? [] : free((k) => k.phone >= 0.8)
  if (phones.length > 0) {
    const evidence = 'No heading says phone, but this column holds telephone numbers.'
    questions.push({ about: 'column:phone', options: [...phones.map((at) => names[at] ?? ''), 'none'], evidence })
  }
  return { columns: { single, phones: start.phones, more: start.more }, questions }
}

/** The day is known, and nothing says the hour. */
const lacksTime = (single: ReadonlyMap<Field, number>, kinds: readonly ValueKinds[]): boolean => {
  const day = single.get('start') ?? single.get('date')
  return day !== undefined && !single.has('time') && (kinds[day]?.dateTime ?? 0) < 0.5
}

type Test = (k: ValueKinds, at: number) => boolean
type One = (field: Field, found: readonly number[], evidence: string, none?: boolean) => void
type Free = (test: Test) => number[]

function assignMoments(one: One, free: Free, single: ReadonlyMap<Field, number>, todayYear: number): void {
  if (single.has('start') || single.has('date')) return
  one(
    'start',
    free((k) => k.date >= 0.8 && k.dateTime >= 0.5),
    'Several columns hold a date with a time.',
  )
  if (single.has('start')) return
  // Birth dates reach back; visits do not.
  const recent = free(
    (k) =>
      k.date >= 0.8 &&
      (Number.isNaN(k.earliestYear) ||
        k.earliestYear >= todayYear - 12 ||
        k.earliestYear > 2300 ||
        k.earliestYear < 1600),
  )
  one('date', recent, 'Several columns hold dates that may be the day of the visit.')
  const times = free((k) => k.time >= 0.8 && k.date < 0.5 && k.phone < 0.5 && k.length >= 3.5)
  if (times.length === 2) {
    one('time', times.slice(0, 1), '')
    one('end', times.slice(1), '')
  } else one('time', times, 'Several columns hold times of day.')
}

const isDoctors = (samples: readonly (readonly string[])[], at: number): boolean => {
  const cells = samples.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '')
  return cells.length > 0 && cells.filter((cell) => DOCTOR.test(cell)).length >= cells.length * 0.8
}
