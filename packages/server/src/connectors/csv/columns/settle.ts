import type { Field } from '../file-reading.ts'
import type { Samples, ValueKinds } from './value-kinds.ts'

/** One half of a name without the other is the whole name ("nome" in Portuguese, "Name" in German). */
export function settleNames(single: Map<Field, number>, samples: Samples): Map<Field, number> {
  const [given, family, name] = [single.get('given'), single.get('family'), single.get('name')]
  if (name === undefined && (given === undefined) !== (family === undefined)) {
    single.set('name', given ?? family ?? 0)
    single.delete('given')
    single.delete('family')
  } else if (name !== undefined && (given === undefined) !== (family === undefined)) {
    const half = given ?? family ?? 0
    const isWhole = samples.filter((row) => contains(row[name], row[half])).length * 2 >= samples.length
    // "Name, Surname": the name is the other half; "Full Name, Surname": it holds the half already.
    if (!isWhole) {
      single.set(given === undefined ? 'given' : 'family', name)
      single.delete('name')
    } else single.delete(given === undefined ? 'family' : 'given')
  }
  return single
}

const contains = (whole = '', half = ''): boolean => half !== '' && whole.toLowerCase().includes(half.toLowerCase())

/** A "date" with hours is the start; a "start" without a day is the time; "Start Time" with a day is the start. */
export function settleMoments(single: Map<Field, number>, kinds: readonly ValueKinds[]): Map<Field, number> {
  const kind = (field: Field): ValueKinds | undefined => kinds[single.get(field) ?? -1]
  const move = (from: Field, to: Field): void => {
    const at = single.get(from)
    if (at === undefined) return
    single.delete(from)
    if (!single.has(to)) single.set(to, at)
  }
  if ((kind('start')?.date ?? 1) < 0.6) move('start', 'time')
  if (!single.has('start') && !single.has('date') && (kind('time')?.date ?? 0) >= 0.6) move('time', 'start')
  if (!single.has('start') && !single.has('time')) move('date', 'start')
  const start = kind('start')
  // A start by day alone beside a time column, or beside nothing better, is a date.
  if (single.has('start') && single.has('time') && (start?.dateTime ?? 0) < 0.5) {
    if (!single.has('date')) move('start', 'date')
    else single.delete('start')
  }
  return single
}
