import type { Action, VisitRef } from '@recado/domain/conversation/action'
import type { TemplateNow } from '@recado/domain/policy/gate-types'
import { LANGUAGES, type Language } from '@recado/domain/shared/language'
import { formatDate, formatList, formatTime } from '@recado/texts/format'
import { text } from '@recado/texts/patient-text'
import { templateForStep, templates, type TemplateAction, type TemplateKey } from '@recado/texts/templates/templates'
import { renderTemplate, templateValues, type TemplateValues } from '@recado/texts/templates/template-text'
import type { OutgoingContent } from '../../channels/whatsapp/outgoing.ts'
import type { ContentCipher } from '../../platform/content-cipher.ts'
import type { DueMessage } from './due.ts'
import type { Envelope } from './envelopes.ts'
import { newReplyRef, payloadOf } from './reply-ref.ts'
import type { SenderNow } from './sender-facts.ts'
import type { VisitNowRow } from './visit-facts.ts'

export type Rendered = {
  readonly content: OutgoingContent
  readonly language: string | null
  readonly replyRef: string | null
  readonly options: readonly Action[] | null
}

/** What leaves: a reply as it was written, a touch as its template with today's facts. */
export function renderEnvelope(envelope: Envelope, sender: SenderNow, cipher: ContentCipher): Rendered {
  const { leader } = envelope
  if (leader.content !== null) {
    const content = JSON.parse(cipher.open(leader.content, leader.key_id ?? 0).toString('utf8')) as OutgoingContent
    return {
      content,
      language: leader.language,
      replyRef: leader.reply_ref,
      options: leader.options as readonly Action[] | null,
    }
  }
  return renderTouch(envelope, sender)
}

function renderTouch(envelope: Envelope, sender: SenderNow): Rendered {
  const key = keyOf(envelope)
  const language = languageOf(envelope, sender)
  if (key === undefined) throw new Error('a step of a journey has no template')
  const { name, actions } = templates[key]
  const refs = envelope.visits.map((visit): VisitRef => ({ id: visit.id, version: visit.version }))
  const replyRef = actions.length > 0 ? newReplyRef() : null
  const content: OutgoingContent = {
    type: 'template',
    name,
    language,
    params: templateValues(key, language, valuesOf(spokenOf(envelope), language, sender.clinic)),
    ...(replyRef === null ? {} : { quickReplyPayloads: actions.map((_, index) => payloadOf(replyRef, index)) }),
  }
  return {
    content,
    language,
    replyRef,
    options: replyRef === null ? null : actions.map((action) => meaningOf(action, refs)),
  }
}

/** A cancellation names the time that the patient knows: of a move that came before it nobody has told them. */
const spokenOf = ({ leader, visits }: Envelope): readonly VisitWords[] =>
  visits.map((visit) => asKnown(visit, leader.step, leader.known))

export const asKnown = <V extends VisitWords>(visit: V, step: string | null, known: DueMessage['known']): V =>
  step === 'cancelled' && known?.startAt !== undefined ? { ...visit, start_at: known.startAt } : visit

const keyOf = ({ leader, parts }: Envelope): TemplateKey | undefined =>
  templateForStep(leader.template ?? '', parts.length > 1 ? 'merged' : 'single')

/** The template of a touch as it stands in the account; a step without one is missing there, and the gate says so. */
export function templateStateOf(
  envelope: Envelope,
  sender: SenderNow,
  states: ReadonlyMap<string, TemplateNow>,
): TemplateNow | undefined {
  const key = envelope.leader.journey === null ? undefined : keyOf(envelope)
  return key && states.get(`${templates[key].name}|${languageOf(envelope, sender)}`)
}

const isLanguage = (tag: string | null): tag is Language => LANGUAGES.some((language) => language === tag)

/** The patient's language, else the clinic's. */
const languageOf = ({ leader }: Envelope, sender: SenderNow): Language => {
  if (isLanguage(leader.language)) return leader.language
  return isLanguage(sender.organization_language) ? sender.organization_language : 'en'
}

/** What a touch would say, as far as it is known now: for previews; empty for a step without a template. */
export function previewTouch(template: string, language: Language, visit: VisitWords, clinic: string): string {
  const key = templateForStep(template, 'single')
  return key === undefined ? '' : renderTemplate(key, language, valuesOf([visit], language, clinic)).body
}

export type VisitWords = Pick<
  VisitNowRow,
  'start_at' | 'date' | 'zone' | 'country' | 'given' | 'patient_name' | 'site' | 'address'
>

export function valuesOf(visits: readonly VisitWords[], language: Language, clinic: string): TemplateValues {
  const [first] = visits
  if (!first) return {}
  const { zone, country } = first
  const day = first.start_at === null ? Date.parse(`${first.date}T12:00:00Z`) : first.start_at
  const named = visits.map((visit) => ({ name: nameInList(visit, language), time: timeOf(visit, language) }))
  return {
    patient: nameOf(first, language),
    patients: formatList(language, named.map(({ name }) => name)), // prettier-ignore
    clinic,
    day: formatDate(language, day, first.start_at === null ? 'UTC' : zone, 'long', country),
    time: timeOf(first, language),
    place: first.address ?? first.site,
    visits: formatList(language, named.map(({ name, time }) => `${name} ${time}`), 'plain'), // prettier-ignore
  }
}

const nameOf = (visit: VisitWords, language: Language): string =>
  visit.given || visit.patient_name || text(language, 'name.unknown')

/** Beside others: a greeting without a name would be nonsense there. */
const nameInList = (visit: VisitWords, language: Language): string =>
  visit.given || visit.patient_name || text(language, 'name.another')

const timeOf = ({ start_at, zone, country }: VisitWords, language: Language): string =>
  start_at === null ? '' : formatTime(language, start_at, zone, country)

function meaningOf(action: TemplateAction, visits: readonly VisitRef[]): Action {
  const visit = visits[0] ?? { id: '', version: 0 }
  switch (action) {
    case 'confirm':
    case 'reschedule':
    case 'cancel':
    case 'all-well':
    case 'ask-question':
      return { do: action, visit }
    case 'confirm-all':
    case 'change-one':
      return { do: action, visits }
  }
}
