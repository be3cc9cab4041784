import type { Option, Reply, VisitNow, VisitWords } from '@recado/domain/conversation/reply'
import { MAX_BUTTONS } from '@recado/domain/conversation/reply'
import type { Instant } from '@recado/domain/shared/instant'
import type { Language } from '@recado/domain/shared/language'
import { formatDate, formatDayAndTime, formatList, formatSlot, formatTime } from '@recado/texts/format'
import { text } from '@recado/texts/patient-text'
import type { OutgoingContent } from '../messaging/index.ts'

/** For whom and in whose name a reply is written. */
export type Reader = {
  readonly language: Language
  /** ISO 3166-1 alpha-2: decides 12 or 24 hours. */
  readonly country: string | undefined
  readonly clinic: string
  readonly now: Instant
}

/** The bot's answer in the patient's words. `idAt` gives the payload of the n-th option. */
export function renderReply(reply: Reply, to: Reader, idAt: (index: number) => string): OutgoingContent {
  const reader = { ...to, namesDiffer: namesDiffer(reply.options) }
  const body = bodyOf(reply, reader)
  if (reply.options.length === 0) return { type: 'text', body }
  if (reply.options.length <= MAX_BUTTONS) {
    const buttons = reply.options.map((option, index) => ({
      id: idAt(index),
      title: cut(optionTitle(option, reader), BUTTON_TITLE),
    }))
    return { type: 'buttons', body, buttons }
  }
  const rows = reply.options.map((option, index) => rowOf(option, reader, idAt(index)))
  return { type: 'list', body, button: cut(listButton(reply, reader), BUTTON_TITLE), sections: [{ rows }] }
}

/** WhatsApp's limits, Cloud API "interactive messages". */
const BUTTON_TITLE = 20
const ROW_TITLE = 24
const ROW_DESCRIPTION = 72

type OptionReader = Reader & { readonly namesDiffer: boolean }

/** WhatsApp refuses a message with two titles alike: visits are told apart by name only where every name is another. */
function namesDiffer(options: readonly Option[]): boolean {
  const names = options.flatMap((option) => (option.key === 'visit' ? [option.params.visit.patient] : []))
  return new Set(names).size === names.length && !names.includes(undefined)
}

function rowOf(option: Option, reader: OptionReader, id: string) {
  const title = cut(optionTitle(option, reader), ROW_TITLE)
  const description = option.key === 'visit' ? cut(visitLine(option.params.visit, reader), ROW_DESCRIPTION) : undefined
  return { id, title, ...(description === undefined ? {} : { description }) }
}

/** Cut at a whole character, with an ellipsis: a longer title is refused by WhatsApp as a whole message. */
function cut(title: string, max: number): string {
  if (title.length <= max) return title
  return `${[...new Intl.Segmenter().segment(title)].map(({ segment }) => segment).reduce((kept, next) => (kept.length + next.length < max ? kept + next : kept), '')}…`
}

const listButton = (reply: Reply, { language }: Reader): string => {
  const [first] = reply.options
  if (first?.key === 'slot') return text(language, 'list.times')
  return text(language, first?.key === 'visit' ? 'list.visits' : 'list.answers')
}

function optionTitle(option: Option, reader: OptionReader): string {
  const { language, country } = reader
  switch (option.key) {
    case 'slot':
      return formatSlot(language, option.params.startAt, option.params.zone, country, BUTTON_TITLE)
    case 'visit':
      return visitTitle(option.params.visit, reader)
    case 'reason':
      return text(language, `option.reason.${option.params.reason}`)
    case 'preference':
      return text(language, `option.preference.${option.params.preference}`)
    default:
      return text(language, `option.${option.key}`)
  }
}

function visitTitle(visit: VisitWords, reader: OptionReader): string {
  if (reader.namesDiffer && visit.patient !== undefined) return visit.patient
  if (visit.startAt === undefined) return visitLine(visit, reader)
  return formatSlot(reader.language, visit.startAt, visit.zone, reader.country, BUTTON_TITLE)
}

function bodyOf(reply: Reply, reader: Reader): string {
  const { language, clinic } = reader
  switch (reply.key) {
    case 'confirmed':
    case 'already-confirmed':
    case 'already-cancelled':
    case 'still-cancelled':
    case 'still-booked':
    case 'cancel-undone':
    case 'moved':
    case 'kept':
    case 'visit-actions':
    case 'outdated-moved':
    case 'no-longer-booked':
    case 'past-visit':
      return text(language, `reply.${reply.key}`, { when: visitLine(reply.params.visit, reader) })
    case 'cancelled': {
      const { visit, undoUntil } = reply.params
      const until = formatTime(language, undoUntil, visit.zone, reader.country)
      return text(language, 'reply.cancelled', { when: visitLine(visit, reader), until })
    }
    case 'confirmed-all':
      return text(language, 'reply.confirmed-all', { visits: visitList(reply.params.visits, reader) })
    case 'visits-now': {
      const lines = reply.params.visits.map((visit) => nowLine(visit, reader))
      return [text(language, 'reply.visits-now'), ...lines].join('\n')
    }
    case 'which-visit':
      return text(language, 'reply.which-visit', { purpose: reply.params.purpose })
    case 'handed-to-staff':
      return text(language, 'reply.handed-to-staff', { after: reply.params.after })
    case 'not-a-choice':
      return text(language, 'reply.not-a-choice', { count: reply.params.count })
    case 'opted-out':
    case 'opted-in':
      return text(language, `reply.${reply.key}`, { clinic })
    case 'reason-noted':
    case 'undo-too-late':
    case 'undo-taken':
    case 'slots-offered':
    case 'more-slots':
    case 'slot-lost':
    case 'slot-lost-none-left':
    case 'ask-preference':
    case 'no-slots':
    case 'no-more-slots':
    case 'preference-noted':
    case 'already-with-staff':
    case 'no-visit':
    case 'unsupported':
    case 'already-opted-out':
    case 'follow-up-thanks':
    case 'follow-up-question':
      return text(language, `reply.${reply.key}`)
  }
}

/** "Tuesday 24 November, 09:00", or the day alone where the book knows no hour. */
export function visitLine(visit: VisitWords, { language, country }: Reader): string {
  if (visit.startAt !== undefined) return formatDayAndTime(language, visit.startAt, visit.zone, country)
  return formatDate(language, Date.parse(`${visit.date}T12:00:00Z`), 'UTC', 'long', country)
}

const visitList = (visits: readonly VisitWords[], reader: Reader): string =>
  formatList(reader.language, visits.map((visit) => shortLine(visit, reader)), 'plain') // prettier-ignore

const shortLine = (visit: VisitWords, reader: Reader): string => {
  if (visit.patient === undefined || visit.startAt === undefined) return visitLine(visit, reader)
  return `${visit.patient} ${formatTime(reader.language, visit.startAt, visit.zone, reader.country)}`
}

const nowLine = (visit: VisitNow, reader: Reader): string => {
  const name = visit.patient === undefined ? '' : `${visit.patient}, `
  return text(reader.language, `visit-now.${visit.now}`, { visit: `${name}${visitLine(visit, reader)}` })
}
