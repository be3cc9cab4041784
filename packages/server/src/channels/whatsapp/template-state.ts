import type { Instant } from '@recado/domain/shared/instant'
import { child, children, idOf, present, textOf, type Fields } from './fields.ts'
import { templateLanguage } from './template-language.ts'
import type { TemplatePart, TemplateRef, TemplateStatusEvent } from './template-events.ts'

/** What Meta holds under one name and language. */
export type RemoteTemplate = {
  readonly id: string
  readonly name: string
  readonly language: string
  readonly status: TemplateStatus
  readonly category?: string
  readonly quality?: string
  readonly reason?: string
  readonly body?: string
}

/** Only APPROVED can be sent. UNKNOWN stands for a word that Meta added: not sent either. */
export const TEMPLATE_STATUSES = [
  'PENDING', 'APPROVED', 'REJECTED', 'PAUSED', 'DISABLED', 'IN_APPEAL', 'PENDING_DELETION', 'DELETED',
  'LIMIT_EXCEEDED', 'ARCHIVED', 'UNKNOWN',
] as const // prettier-ignore
export type TemplateStatus = (typeof TEMPLATE_STATUSES)[number]

/** A template's facts, each with its moment: events come late and in any order. */
export type TemplateState = {
  readonly template: TemplateRef
  readonly status: Dated<TemplateStatus> & { readonly reason?: string }
  readonly category?: Dated<string>
  readonly quality?: Dated<string>
  /** The category that Meta announced last, 24 h ahead. */
  readonly announced?: Dated<string>
}
export type Dated<T> = { readonly value: T; readonly at: Instant }

export const isSendable = (state: TemplateState): boolean => state.status.value === 'APPROVED'

/** The category that the template is about to get; undefined when it already has it, or none was announced. */
export const nextCategory = ({ announced, category }: TemplateState): string | undefined =>
  announced?.value === category?.value ? undefined : announced?.value

/** Event names that say a status in another word. A flagged or locked template is still what it was. */
const EVENT_STATUS: ReadonlyMap<string, TemplateStatus> = new Map<string, TemplateStatus>([
  ...TEMPLATE_STATUSES.map((status) => [status, status] as const),
  ['REINSTATED', 'APPROVED'],
  ['UNARCHIVED', 'APPROVED'],
])
const WITHOUT_EFFECT: ReadonlySet<string> = new Set(['FLAGGED', 'LOCKED', 'UNLOCKED'])

export const templateStatus = (word: string): TemplateStatus => EVENT_STATUS.get(word.toUpperCase()) ?? 'UNKNOWN'

/** One element of `GET /{account}/message_templates`; undefined when it can't be told which template it is. */
export function remoteTemplate(item: Fields): RemoteTemplate | undefined {
  const id = idOf(item, 'id')
  const name = textOf(item, 'name')
  if (id === undefined || name === undefined) return undefined
  const reason = textOf(item, 'rejected_reason')
  const body = children(item, 'components').find((one) => textOf(one, 'type')?.toUpperCase() === 'BODY')
  return present({
    id,
    name,
    language: templateLanguage(textOf(item, 'language') ?? ''),
    status: templateStatus(textOf(item, 'status') ?? ''),
    category: textOf(item, 'category'),
    quality: textOf(child(item, 'quality_score'), 'score'),
    reason: reason === 'NONE' ? undefined : reason,
    body: body && textOf(body, 'text'),
  })
}

/** What a list of `at` says about a template. */
export const stateFromList = (remote: RemoteTemplate, at: Instant): TemplateState =>
  present({
    template: { id: remote.id, name: remote.name, language: remote.language },
    status: present({ value: remote.status, at, reason: remote.reason }),
    category: remote.category === undefined ? undefined : { value: remote.category, at },
    quality: remote.quality === undefined ? undefined : { value: remote.quality, at },
  })

/** The state after an event of `at`. The order of arrival does not matter: newer facts win, see `newest`. */
export function foldTemplateEvent(state: TemplateState, event: TemplatePart, at: Instant): TemplateState {
  switch (event.kind) {
    case 'template-status':
      return withStatus(state, event, at)
    case 'template-quality':
      return { ...state, quality: newest(state.quality, { value: event.quality, at }) }
    case 'template-category':
      return event.correct === undefined
        ? { ...state, category: newest(state.category, { value: event.category, at }) }
        : { ...state, announced: newest(state.announced, { value: event.correct, at }) }
    case 'template-components':
      return state
  }
}

function withStatus(state: TemplateState, event: TemplateStatusEvent, at: Instant): TemplateState {
  const category = event.category === undefined ? state.category : newest(state.category, { value: event.category, at })
  const next = present({ value: templateStatus(event.event), at, reason: event.reason })
  const status = WITHOUT_EFFECT.has(event.event) ? state.status : newest(state.status, next)
  return present({ ...state, category, status })
}

/** The later of two facts. Meta gives whole seconds: at the same moment anything else wins over APPROVED. */
function newest<T extends Dated<string>>(now: T | undefined, next: T): T {
  if (!now || next.at > now.at) return next
  if (next.at < now.at || next.value === now.value) return now
  if (now.value === 'APPROVED' || next.value === 'APPROVED') return now.value === 'APPROVED' ? next : now
  return next.value > now.value ? next : now
}
