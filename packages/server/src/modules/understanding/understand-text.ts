import type { INTENTS } from '@recado/contracts/understand'
import { nearestLanguage, type Language } from '@recado/domain/shared/language'
import { readText, type ReadText } from '@recado/domain/understanding/read-text'

type Intent = (typeof INTENTS)[number]

export type Understood = {
  /** The language of the words, else the one that was hinted at; undefined when neither is known. */
  readonly language: Language | undefined
  readonly emergency: { readonly detected: boolean }
  readonly optOut: boolean
  readonly intent: Intent
  readonly confidence: number
}

/**
 * What a text means, as far as exact words go: everything else is `other` with no confidence, and a person reads it.
 * The words of an emergency are free text: a person gets them with all the rest, and `detected` stays false until free text
 * is read. `hint`: any BCP 47 tag.
 */
export function understandText(text: string, hint?: string): Understood {
  const { meaning, language, certain } = readText(text, hint)
  return {
    language: language ?? (hint === undefined ? undefined : nearestLanguage(hint)),
    emergency: { detected: false },
    optOut: meaning === 'opt-out',
    intent: INTENT_OF[meaning],
    confidence: certain ? 1 : 0,
  }
}

/** A bare number chooses something in a conversation; on its own it is no intent. */
const INTENT_OF: Readonly<Record<ReadText['meaning'], Intent>> = {
  confirm: 'confirm', reschedule: 'reschedule', cancel: 'cancel', 'opt-out': 'opt_out', 'opt-in': 'opt_in', 'opt-in-again': 'opt_in', undo: 'other',
  choice: 'other', none: 'other',
} // prettier-ignore
