import type { Instant } from '@recado/domain/shared/instant'
import { child, children, idOf, momentOf, present, textOf, type Fields } from './fields.ts'
import { unreadable, type Reader } from './reader.ts'
import { templateLanguage } from './template-language.ts'

/** Which template: Meta's id, or its name and language (as Meta wrote it, with the hyphen made an underscore). */
export type TemplateRef = { readonly id?: string; readonly name: string; readonly language: string }

export type TemplatePart =
  | TemplateStatusEvent
  | {
      readonly kind: 'template-quality'
      readonly template: TemplateRef
      readonly previous?: string
      readonly quality: string
    }
  | TemplateCategoryEvent
  | TemplateComponentsEvent

export type TemplateStatusEvent = {
  readonly kind: 'template-status'
  readonly template: TemplateRef
  /** APPROVED, REJECTED, PAUSED, …: an open set, see `template-state.ts`. */
  readonly event: string
  readonly category?: string
  /** Absent for none: Meta says "NONE" or null. */
  readonly reason?: string
  readonly title?: string
  readonly explanation?: string
  readonly recommendation?: string
  readonly disabledAt?: Instant
}

/** With `correct`, a change is announced (24 h ahead); without it, it has happened. */
export type TemplateCategoryEvent = {
  readonly kind: 'template-category'
  readonly template: TemplateRef
  readonly category: string
  readonly previous?: string
  readonly correct?: string
  readonly changesAt?: Instant
}

export type TemplateComponentsEvent = {
  readonly kind: 'template-components'
  readonly template: TemplateRef
  readonly header?: string
  readonly body?: string
  readonly footer?: string
  readonly buttons: readonly {
    readonly type?: string
    readonly text?: string
    readonly url?: string
    readonly phone?: string
  }[]
}

function refOf(value: Fields): TemplateRef | undefined {
  const name = textOf(value, 'message_template_name')
  const language = textOf(value, 'message_template_language')
  if (name === undefined || language === undefined) return undefined
  return present({ id: idOf(value, 'message_template_id'), name, language: templateLanguage(language) })
}

const NO_TEMPLATE = unreadable('a template event without name and language')

export const readTemplateStatus: Reader<TemplatePart> = (value, around) => {
  // Meta's own example of a quality change carries the field of a status change: the keys decide.
  if (value['new_quality_score'] !== undefined) return readTemplateQuality(value, around)
  const template = refOf(value)
  const event = textOf(value, 'event')
  if (!template) return NO_TEMPLATE
  if (event === undefined) return unreadable('a template event without its kind')
  const reason = textOf(value, 'reason')
  const rejection = child(value, 'rejection_info')
  return present({
    kind: 'template-status' as const,
    template,
    event,
    category: textOf(value, 'message_template_category'),
    reason: reason === 'NONE' ? undefined : reason,
    title: textOf(child(value, 'other_info'), 'title'),
    explanation: textOf(rejection, 'reason') ?? textOf(child(value, 'other_info'), 'description'),
    recommendation: textOf(rejection, 'recommendation'),
    disabledAt: momentOf(child(value, 'disable_info'), 'disable_date'),
  })
}

export const readTemplateQuality: Reader<TemplatePart> = (value) => {
  const template = refOf(value)
  const quality = textOf(value, 'new_quality_score')
  if (!template) return NO_TEMPLATE
  if (quality === undefined) return unreadable('a quality change without the new quality')
  return present({
    kind: 'template-quality' as const,
    template,
    previous: textOf(value, 'previous_quality_score'),
    quality,
  })
}

export const readTemplateCategory: Reader<TemplatePart> = (value) => {
  const template = refOf(value)
  const category = textOf(value, 'new_category')
  if (!template) return NO_TEMPLATE
  if (category === undefined) return unreadable('a category change without the category')
  return present({
    kind: 'template-category' as const,
    template,
    category,
    previous: textOf(value, 'previous_category'),
    correct: textOf(value, 'correct_category'),
    changesAt: momentOf(value, 'category_update_timestamp'),
  })
}

export const readTemplateComponents: Reader<TemplatePart> = (value) => {
  const template = refOf(value)
  if (!template) return NO_TEMPLATE
  const button = (key: string) => `message_template_button_${key}`
  const buttons = children(value, 'message_template_buttons')
  return present({
    kind: 'template-components' as const,
    template,
    header: textOf(value, 'message_template_title'),
    body: textOf(value, 'message_template_element'),
    footer: textOf(value, 'message_template_footer'),
    buttons: buttons.map((one) =>
      present({
        type: textOf(one, button('type')),
        text: textOf(one, button('text')),
        url: textOf(one, button('url')),
        phone: textOf(one, button('phone_number')),
      }),
    ),
  })
}
