const NOTHING = /^(?:[-–—_.*?]{0,3}|\\n|null|\(null\)|nil|n\/?a|#n\/a|#value!|#ref!|nan|none|s\/d|undefined)$/i

/** A cell that stands for an empty one: a dash, NULL, #N/A. @param text trimmed */
export const isNothing = (text: string): boolean => text === '' || (text.length <= 9 && NOTHING.test(text))

/** The same for names, where Null and None are somebody's. */
export const isNoName = (text: string): boolean => text === '' || /^(?:[-–—_.*?]{1,3}|\\N|#N\/A)$/.test(text)

/** Marks of writing direction and other invisible characters; joiners stay, Persian and Indic words need them. */
export const cleanText = (cell: string): string =>
  // Plain cells, nearly all of them, need no expression with classes.
  isPlain(cell)
    ? cell.trim()
    : cell
        .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad\u061c]/g, '')
        .replace(/\u00a0/g, ' ')
        .trim()

function isPlain(cell: string): boolean {
  for (let at = 0; at < cell.length; at++) if (cell.charCodeAt(at) > 0x9f) return false
  return true
}
