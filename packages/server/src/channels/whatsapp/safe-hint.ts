/** Longer explanations of Meta are cut: the code is what counts. */
const LONGEST = 160

/**
 * Meta's explanation without what may identify somebody: it repeats parameters in quotes or brackets, and numbers.
 * Fit to be stored with the attempt and shown to staff; logs get the code alone.
 */
export function safeHint(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  return text
    .replaceAll(/"[^"]*"|“[^”]*”|'[^']{2,}'|\{[^}]*\}/g, '…')
    .replaceAll(/\+?\d[\d\s().-]{4,}\d/g, '#')
    .replaceAll(/\S+@\S+/g, '…')
    .slice(0, LONGEST)
}
