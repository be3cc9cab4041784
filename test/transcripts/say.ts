import { text } from '@recado/texts/patient-text'
import type { Action } from '@recado/domain/conversation/action'
import type { Reply } from '@recado/domain/conversation/reply'
import type { Language } from '@recado/domain/shared/language'
import { renderReply, type Reader } from '../../packages/server/src/modules/conversations/render-reply.ts'

/** What the buttons of a reminder, or of the message after the visit, can mean. */
export type ReminderAction =
  'confirm' | 'reschedule' | 'cancel' | 'confirm-all' | 'change-one' | 'all-well' | 'ask-question'

/** A message as the patient's phone shows it, and what a tap on each of its buttons means. */
export type Shown = {
  readonly lines: readonly string[]
  readonly titles: readonly string[]
  readonly actions: readonly Action[]
}

/** The bot's reply in the very words that the server sends. */
export function show(reply: Reply, reader: Reader): Shown {
  const content = renderReply(reply, reader, (index) => String(index))
  const actions = reply.options.map(({ action }) => action)
  const body = readable('body' in content ? content.body : '')
  switch (content.type) {
    case 'buttons': {
      const titles = content.buttons.map(({ title }) => readable(title))
      return { lines: [...body.split('\n'), ...titles.map(numbered)], titles, actions }
    }
    case 'list': {
      const rows = content.sections.flatMap((section) => section.rows)
      const titles = rows.map(({ title }) => readable(title))
      const told = rows.map(({ title, description }, n) =>
        numbered(readable(description === undefined ? title : `${title} (${description})`), n),
      )
      return { lines: [...body.split('\n'), `(${readable(content.button)})`, ...told], titles, actions }
    }
    default:
      return { lines: body.split('\n'), titles: [], actions }
  }
}

const numbered = (title: string, index: number): string => `[${index + 1}] ${title}`

/** Without the invisible marks that keep right-to-left text in order: a transcript is read in an editor. */
const readable = (said: string): string =>
  said
    .replace(/[\u2066-\u2069\u200e\u200f]/g, '')
    .replaceAll('\u202f', ' ')
    .replaceAll('\u00a0', ' ')

/** Titles of a reminder's buttons, in the order of its actions. */
export const reminderTitles = (language: Language, names: readonly ReminderAction[]): string[] =>
  names.map((name) => readable(text(language, `option.${name}`)))
