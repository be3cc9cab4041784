import type { Instant } from '@recado/domain/shared/instant'
import { child, children, idOf, present, textOf, type Fields } from './fields.ts'
import { templateLanguage } from './template-language.ts'
import type { TemplatePart, TemplateRef } from './template-events.ts'

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

/** A template's state with the moment of each of its facts: events come late and in any order. */
export type TemplateState = {
  readonly template: TemplateRef
  readonly status: Dated<TemplateStatus>
  readonly category?: Dated<string>
  readonly quality?: Dated<string>
  readonly reason?: string
  /** Announced by Meta 24 h ahead. */
  readonly nextCategory?: string
}
export type Dated<T> = { readonly value: T; readonly at: Instant }

export const isSendable = (state: TemplateState): boolean => state.status.value === 'APPROVED'

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
    status: { value: remote.status, at },
    category: remote.category === undefined ? undefined : { value: remote.category, at },
    quality: remote.quality === undefined ? undefined : { value: remote.quality, at },
    reason: remote.reason,
  })

/**
 * The state after an event. Older facts never overwrite newer ones, so the order of arrival does not matter; of two
 * statuses with the same moment (Meta gives seconds) the one that forbids sending wins.
 */
export function foldTemplateEvent(state: TemplateState, event: TemplatePart, at: Instant): TemplateState {
  switch (event.kind) {
    case 'template-status':
      return withStatus(state, event, at)
    case 'template-quality':
      return { ...state, quality: newer(state.quality, { value: event.quality, at }) }
    case 'template-category':
      return withCategory(state, event, at)
    case 'template-components':
      return state
  }
}

function withStatus(
  state: TemplateState,
  event: Extract<TemplatePart, { kind: 'template-status' }>,
  at: Instant,
): TemplateState {
  const category = event.category === undefined ? state.category : newer(state.category, { value: event.category, at })
  const dated = category === undefined ? state : { ...state, category }
  const next = { value: templateStatus(event.event), at }
  if (WITHOUT_EFFECT.has(event.event) || !replaces(next, state.status)) return dated
  const { reason: _, ...rest } = dated
  return { ...rest, status: next, ...(event.reason !== undefined && { reason: event.reason }) }
}

const replaces = (next: Dated<TemplateStatus>, now: Dated<TemplateStatus>): boolean =>
  next.at > now.at || (next.at === now.at && now.value === 'APPROVED')

function withCategory(
  state: TemplateState,
  event: Extract<TemplatePart, { kind: 'template-category' }>,
  at: Instant,
): TemplateState {
  if (event.correct !== undefined) return { ...state, nextCategory: event.correct }
  const { nextCategory: _, ...rest } = state
  return { ...rest, category: newer(state.category, { value: event.category, at }) }
}

const newer = (now: Dated<string> | undefined, next: Dated<string>): Dated<string> =>
  now && now.at >= next.at ? now : next
