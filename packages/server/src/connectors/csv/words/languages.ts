import { foldText } from '../columns/fold.ts'

const CODES =
  'en es pt fr de it nl tr pl ru uk ar he hi ja zh th fa id ms sv da nb fi cs sk hu ro el bg hr sr vi ko bn ur ta te mr gu pa ml kn sw tl ca'.split(
    ' ',
  )
const THREE: Readonly<Record<string, string>> = {
  eng: 'en', spa: 'es', por: 'pt', fra: 'fr', fre: 'fr', deu: 'de', ger: 'de', ita: 'it', nld: 'nl', dut: 'nl', tur: 'tr', pol: 'pl', rus: 'ru',
  ukr: 'uk', ara: 'ar', heb: 'he', hin: 'hi', jpn: 'ja', zho: 'zh', chi: 'zh', tha: 'th', fas: 'fa', per: 'fa', ind: 'id', vie: 'vi', kor: 'ko',
} // prettier-ignore

let names: ReadonlyMap<string, string> | undefined

/** BCP 47 tag of a language cell: a code, or the language's name in its own or one of the other languages. */
export function readLanguage(cell: string): string | undefined {
  const word = foldText(cell)
  const tag = /^([a-z]{2})(?:[-_ ]([a-z]{2}))?$/.exec(word)
  if (tag && CODES.includes(tag[1] ?? '')) return tag[2] === undefined ? tag[1] : `${tag[1]}-${tag[2].toUpperCase()}`
  return THREE[word] ?? nameTable().get(word.replace(/\s?\(.*\)$/, ''))
}

function nameTable(): ReadonlyMap<string, string> {
  if (names) return names
  const table = new Map<string, string>([
    ['brazilian portuguese', 'pt-BR'],
    ['portugues do brasil', 'pt-BR'],
    ['castellano', 'es'],
    ['farsi', 'fa'],
    ['mandarin', 'zh'],
    ['bahasa', 'id'],
  ])
  for (const inLanguage of CODES) {
    const display = new Intl.DisplayNames([inLanguage], { type: 'language', fallback: 'none' })
    for (const code of CODES) {
      const name = display.of(code)
      if (name !== undefined) table.set(foldText(name), table.get(foldText(name)) ?? code)
    }
  }
  names = table
  return table
}
