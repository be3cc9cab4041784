import { createCatalogue } from './catalogue.ts'
import { ar } from './patient/ar.ts'
import { de } from './patient/de.ts'
import { en } from './patient/en.ts'
import { es } from './patient/es.ts'
import { fr } from './patient/fr.ts'
import { hi } from './patient/hi.ts'
import { id } from './patient/id.ts'
import { ptBr } from './patient/pt-br.ts'

/** Everything a patient reads inside a conversation. What opens one (templates) is in `templates/`. */
export const patientTexts = createCatalogue(en, {
  en: { review: 'reviewed', texts: en },
  es,
  'pt-BR': ptBr,
  hi,
  ar,
  id,
  fr,
  de,
})

export type PatientKey = (typeof patientTexts.keys)[number]

/** `text('es', 'confirm.done', { when })`; what the parameters hold is said in patient/en.ts. */
export const { text } = patientTexts
