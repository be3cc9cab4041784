import type { Language } from '../../shared/language.ts'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { hi } from './hi.ts'
import { id } from './id.ts'
import type { Lexicon } from './lexicon.ts'
import { ptBr } from './pt-br.ts'

export const lexicons: Readonly<Record<Language, Lexicon>> = { en, es, 'pt-BR': ptBr, hi, ar, id, fr, de }
