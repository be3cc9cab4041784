import { textByKey } from '../../texts/console-texts.ts'
import type { Translate } from '../../texts/console-texts.ts'

/** What is asked, in words; `about` is a code, or `column:` and `status:` with the file's own word behind it. */
export function questionText(t: Translate, about: string): string {
  const at = about.indexOf(':')
  const kind = at === -1 ? about : about.slice(0, at)
  const word = about.slice(at + 1)
  if (kind === 'column') return t('import.question.column', { about: word })
  if (kind === 'status') return t('import.question.status', { about: word })
  return textByKey(t, `import.question.${about}`) ?? t('import.question.other', { about })
}

/** Answers that the reader of files offers as English words; all others are cells, formats, zones or states. */
const OPTION_KEYS: ReadonlyMap<string, string> = new Map([
  ['24-hour clock', 'import.option.clock24'],
  ['1:00 to 6:59 are in the afternoon', 'import.option.afternoon'],
  ['it numbers appointments', 'import.option.numbers'],
  ['it does not number appointments', 'import.option.noNumbers'],
  ['ignore this column', 'import.option.ignore'],
  ['none', 'import.option.none'],
  ['confirmed', 'chip.confirmed'],
])

export function optionText(t: Translate, about: string, option: string, region: (code: string) => string): string {
  if (about === 'country') return region(option)
  const status = about.startsWith('status:') ? textByKey(t, `status.${option}`) : undefined
  return status ?? textByKey(t, OPTION_KEYS.get(option) ?? '') ?? option
}
