import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { keepBytes } from './byte-store.ts'
import { CODE_PAGES } from './code-pages.ts'
import type { CodePage } from './code-pages.ts'
import { decodeText } from './decode.ts'
import { detectEncoding } from './encoding.ts'

async function readAs(bytes: Uint8Array, country?: string) {
  const store = await keepBytes(bytes)
  const encoding = await detectEncoding(store, bytes.subarray(0, 4096), country)
  const foreign: number[] = []
  let text = ''
  for await (const piece of decodeText(store, encoding, (line) => foreign.push(line))) text += piece
  return { encoding, text, foreign }
}

describe('a spreadsheet of the country writes its code page', () => {
  test.each([
    ['cp1250', 'PL', 'Żaneta Świąć'], ['cp1251', 'RU', 'Щербаков Пётр'], ['cp1252', 'BR', 'José Conceição'], ['cp1253', 'GR', 'Ελένη Ψαρρού'],
    ['cp1254', 'TR', 'Işıl Çağlar'], ['cp1255', 'IL', 'תמר פלד'], ['cp1256', 'EG', 'سعاد الهاشمي'], ['cp1257', 'LT', 'Žydrūnė Šaltė'],
    ['cp874', 'TH', 'อรทัย ศรีทอง'], ['cp932', 'JP', '佐々木 蓮'], ['gb18030', 'CN', '赵敏'], ['big5', 'TW', '林怡君'], ['euc-kr', 'KR', '박서준'],
  ] as [CodePage, string, string][])('%s in %s', async (page, country, name) => {
    const text = `id,name\n1,${name}\n2,Ana\n`
    const read = await readAs(iconv.encode(text, CODE_PAGES[page]), country)
    expect(read).toMatchObject({ text, encoding: { name: page } })
    expect(read.encoding.guessed).toBe(false)
  }) // prettier-ignore
})

describe('a page that makes no words gives way to one that does, and says so', () => {
  test.each(['macroman', 'cp850'] as CodePage[])('%s', async (page) => {
    const text = 'id;name\n1;José Crémieux\n2;Zoë Ñuñez\n'
    expect(await readAs(iconv.encode(text, CODE_PAGES[page]), 'FR')).toMatchObject({
      text,
      encoding: { name: page, guessed: true },
    })
  })
})

test('Unicode is known by its mark, by its letters or by its zeros', async () => {
  const text = 'id,name\n1,Zoë Ñuñez\n'
  expect((await readAs(Buffer.from(text))).encoding.name).toBe('utf-8')
  expect(await readAs(Buffer.from(`\ufeff${text}`))).toMatchObject({ text, encoding: { name: 'utf-8+bom' } })
  expect(await readAs(Buffer.from(`\ufeff${text}`, 'utf16le'))).toMatchObject({ text, encoding: { name: 'utf-16le' } })
  expect(await readAs(Buffer.from(text, 'utf16le'))).toMatchObject({ text, encoding: { name: 'utf-16le' } })
  expect(await readAs(Buffer.from(text, 'utf16le').swap16())).toMatchObject({ text, encoding: { name: 'utf-16be' } })
})

test('lines of another encoding in a file of UTF-8 are read in theirs, and named', async () => {
  const bytes = Buffer.concat([
    Buffer.from('id,name\n1,Zoë\n'),
    iconv.encode('2,Renée\n', 'windows-1252'),
    Buffer.from('3,Ana\n'),
  ])
  expect(await readAs(bytes, 'FR')).toMatchObject({
    text: 'id,name\n1,Zoë\n2,Renée\n3,Ana\n',
    foreign: [3],
    encoding: { name: 'utf-8', fallback: 'cp1252' },
  })
})
