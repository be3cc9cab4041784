import type { Translation } from '@recado/texts/catalogue'
import { en } from './en.ts'

export const ar: Translation<typeof en> = { review: 'draft', texts: en }
