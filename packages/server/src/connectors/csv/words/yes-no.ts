import { foldText } from '../columns/fold.ts'

const YES = new Set(
  'y yes true t 1 x ok on si s sim oui o ja j da да evet e tak igen kylla ναι نعم اره بله כן हाँ हां はい 是 예 네 ใช่ ya iya co có vâng ✓ ✔ √ ☑ ○ granted accepted opted-in opt-in subscribed allowed autorizado acepta aceita acepto aceito verdadero verdadeiro vrai wahr vero'
    .split(' ')
    .map(foldText),
)
const NO = new Set(
  'n no false f 0 off nao não non nein nej nie nee нет hayır ne nem ei οχι لا خير نه לא नहीं いいえ 否 不 아니오 아니요 ไม่ tidak không × ✗ ✘ ☐ declined denied refused opted-out opt-out stop rechazado rechaza recusado recusa falso faux falsch'
    .split(' ')
    .map(foldText),
)

/** A flag or a consent; undefined for words that are neither yes nor no. Empty cells are for the caller. */
export function readYesNo(cell: string): boolean | undefined {
  const word = foldText(cell).replace(/[.!]$/, '')
  if (YES.has(word)) return true
  return NO.has(word) ? false : undefined
}
