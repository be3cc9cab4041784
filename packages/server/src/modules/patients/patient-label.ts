export type PatientLabel = { readonly id: string; readonly name: string; readonly initials: string }

export const patientLabel = (id: string, name: string): PatientLabel => ({ id, name, initials: initialsOf(name) })

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The first letters of the first and the last part of a name: what a public desk may show. Particles in between stay out. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s,.]+/u).filter((word) => /\p{L}|\p{N}/u.test(word))
  const [first, last] = [words.at(0), words.length > 1 ? words.at(-1) : undefined]
  return [first, last].map((word) => (word === undefined ? '' : firstOf(word))).join('')
}

const firstOf = (word: string): string => {
  const [first] = characters.segment(word)
  return (first?.segment ?? '').toLocaleUpperCase('und')
}
