/** Code pages by the name that we show, with iconv-lite's name for each. */
export const CODE_PAGES = {
  cp1250: 'windows-1250', cp1251: 'windows-1251', cp1252: 'windows-1252', cp1253: 'windows-1253', cp1254: 'windows-1254',
  cp1255: 'windows-1255', cp1256: 'windows-1256', cp1257: 'windows-1257', cp1258: 'windows-1258', cp874: 'windows-874',
  cp932: 'shift_jis', gb18030: 'gb18030', big5: 'big5', 'euc-kr': 'cp949', cp850: 'cp850', cp852: 'cp852',
  cp866: 'cp866', 'koi8-r': 'koi8-r', macroman: 'macroman',
} as const // prettier-ignore
export type CodePage = keyof typeof CODE_PAGES

/** Windows' default code page where it is not 1252 (Microsoft, code page identifiers). */
const COUNTRIES: Readonly<Partial<Record<CodePage, string>>> = {
  cp1250: 'PL CZ SK HU SI HR RO BA AL ME',
  cp1251: 'RU UA BY BG KZ KG MK MN TJ RS UZ',
  cp1253: 'GR CY',
  cp1254: 'TR AZ',
  cp1255: 'IL',
  cp1256: 'SA AE EG JO LB KW QA BH OM YE IQ IR SY LY SD PS AF PK DZ MA TN',
  cp1257: 'LT LV EE',
  cp1258: 'VN',
  cp874: 'TH',
  cp932: 'JP',
  gb18030: 'CN SG',
  big5: 'TW HK MO',
  'euc-kr': 'KR',
}

const byCountry = new Map<string, CodePage>()
for (const page of Object.keys(COUNTRIES) as CodePage[]) {
  for (const country of COUNTRIES[page]?.split(' ') ?? []) byCountry.set(country, page)
}

/** The code page that a spreadsheet program of the country writes. */
export const codePageOf = (country: string | undefined): CodePage =>
  (country === undefined ? undefined : byCountry.get(country.toUpperCase())) ?? 'cp1252'

const FAMILIES: readonly (readonly CodePage[])[] = [
  ['cp1250', 'cp1252', 'cp1254', 'cp1257', 'cp1258', 'cp850', 'cp852', 'macroman'],
  ['cp1251', 'cp866', 'koi8-r'],
]

/** Pages of one script. */
export const familyOf = (page: CodePage): number | CodePage => {
  const at = FAMILIES.findIndex((family) => family.includes(page))
  return at === -1 ? page : at
}

/** Two bytes a letter: such text can look like UTF-8 for a line by chance. */
export const isMultiByte = (page: CodePage): boolean => ['cp932', 'gb18030', 'big5', 'euc-kr'].includes(page)
