/**
 * What a whole message of exact words can mean. `opt-in-again`: words that mean START to somebody who has said STOP, and
 * anything ("back", "enter") to others: a consent must not rest on them.
 */
export const WORD_KINDS = ['opt-out', 'opt-in', 'opt-in-again', 'confirm', 'reschedule', 'cancel', 'undo'] as const
export type WordKind = (typeof WORD_KINDS)[number]

/**
 * Whole messages, compared after normalise(). `everywhere`: understood whatever language was expected, because the words
 * mean nothing else in any of ours. `here`: only where the language is expected; elsewhere the words say something
 * different ("fin", "alto", "ya") or too little.
 */
export type Phrases = { readonly everywhere: readonly string[]; readonly here?: readonly string[] }

export type Lexicon = {
  readonly [Kind in WordKind]: Phrases
} & {
  /** May stand before or after a phrase without changing it: "yes, thank you". Never alone a meaning. */
  readonly courtesies: readonly string[]
  /** The numbers one, two, three, … in words, from 1. */
  readonly numbers: readonly (readonly string[])[]
}
