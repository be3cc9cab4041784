import type { PendingChange } from '@recado/contracts/changes'
import type { TextKey, Translate } from '../../texts/console-texts.ts'
import { en } from '../../texts/en.ts'

type Time = (local: string) => string
const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/

/** A value of the book in words: states and confirmations have theirs, times are written out, names stay. */
export function wordOf(t: Translate, field: PendingChange['field'], value: string, time: Time): string {
  const key = `${field}.${value}`
  if ((field === 'status' || field === 'confirmation') && Object.hasOwn(en, key))
    return (t as (key: TextKey) => string)(key as TextKey)
  return LOCAL.test(value) ? time(value) : value
}

/** What to type into the clinic's own system. */
export const changeText = (t: Translate, change: PendingChange, time: Time): string =>
  t(`changes.field.${change.field}`, { value: wordOf(t, change.field, change.value, time) })
