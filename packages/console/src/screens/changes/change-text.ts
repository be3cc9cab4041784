import type { PendingChange } from '@recado/contracts/changes'
import { textByKey } from '../../texts/console-texts.ts'
import type { Translate } from '../../texts/console-texts.ts'

type Time = (local: string) => string
const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/

/** A value of the book in words: states and confirmations have theirs, times are written out, names stay. */
export function wordOf(t: Translate, field: PendingChange['field'], value: string, time: Time): string {
  const known = field === 'status' || field === 'confirmation' ? textByKey(t, `${field}.${value}`) : undefined
  if (known !== undefined) return known
  return LOCAL.test(value) ? time(value) : value
}

/** What to type into the clinic's own system. */
export const changeText = (t: Translate, change: PendingChange, time: Time): string =>
  t(`changes.field.${change.field}`, { value: wordOf(t, change.field, change.value, time) })
