import { LANGUAGES, type Language } from '@recado/domain/shared/language'
import { renderTemplate } from '@recado/texts/templates/template-text'
import { templateForStep } from '@recado/texts/templates/templates'
import type { MessageText } from './content-texts.ts'
import { valuesOf, type VisitWords } from './render-envelope.ts'

export type Previewed = {
  /** What planning calls the step: `<journey>/<step>`. */
  readonly template: string
  /** The patient's language, when it is known; else the clinic's is used. */
  readonly language: string | null
  readonly visit: VisitWords
  readonly clinic: { readonly name: string; readonly language: string }
}

/** A touch with its buttons as the patient would get it if it left now, alone. Undefined where its step has no words. */
export function previewMessage({
  template,
  language,
  visit,
  clinic,
}: Previewed): (MessageText & { readonly language: Language }) | undefined {
  const key = templateForStep(template, 'single')
  if (key === undefined || visit.start_at === null) return undefined
  const spoken =
    [language, clinic.language].find((tag): tag is Language => LANGUAGES.some((known) => known === tag)) ?? 'en'
  const { body, buttons } = renderTemplate(key, spoken, valuesOf([visit], spoken, clinic.name))
  return {
    kind: 'template',
    language: spoken,
    text: body,
    ...(buttons.length > 0 ? { buttons: buttons.map(({ title }) => title) } : {}),
  }
}
