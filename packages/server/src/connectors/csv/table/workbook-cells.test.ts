import { expect, test } from 'vitest'
import { keepBytes } from '../bytes/byte-store.ts'
import { tinyWorkbook, workbookOfParts } from '../fixtures/test-tiny-workbook.ts'
import { openWorkbook } from './workbook.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

async function rowsOf(bytes: Uint8Array) {
  const { source } = await openWorkbook(await keepBytes(bytes))
  const rows = []
  for await (const piece of source.rows()) rows.push(...piece)
  return rows
}

const tableOf = async (bytes: Uint8Array) => (await rowsOf(bytes)).map(({ cells }) => cells)
const sheetOf = (sheet: string, parts: Readonly<Record<string, string>> = {}) =>
  tableOf(workbookOfParts({ sheet, ...parts }))
const cellOf = async (cell: string, parts: Readonly<Record<string, string>> = {}) =>
  (await sheetOf(`<row r="1"><c r="A1"><v>7</v></c>${cell}</row>`, parts))[0]?.[1] ?? ''

const stylesOf = (code: string) => ({
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="164" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
})
const SHARED = {
  'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"><si><t xml:space="preserve"> Íris &amp; Rui </t></si><si><r><rPr><b/></rPr><t>Dra. </t></r><r><t>Lima</t></r></si><si><t>東</t><rPh sb="0" eb="1"><t>ヒガシ</t></rPh></si><si/><si><t>a_x000D_b_x005F_x0041_</t></si></sst>`,
}

test.each([
  ['a whole number', '<c r="B1"><v>5511976540001</v></c>', '5511976540001'],
  ['a number as programs compute it', '<c r="B1"><v>5.51197654E+12</v></c>', '5511976540000'],
  ['a number below zero', '<c r="B1"><v>-12.50</v></c>', '-12.5'],
  ['a number with a leading zero', '<c r="B1"><v>007</v></c>', '7'],
  ['a yes', '<c r="B1" t="b"><v>1</v></c>', 'true'],
  ['a no', '<c r="B1" t="b"><v>0</v></c>', 'false'],
  ['an error', '<c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', ''],
  ["a formula's last result", '<c r="B1"><f>A1*2</f><v>14</v></c>', '14'],
  ["a formula's text", '<c r="B1" t="str"><f>"a"</f><v> Maria </v></c>', 'Maria'],
  ['a formula that was never calculated', '<c r="B1" t="str"><f>"a"</f></c>', ''],
  ['a text in the cell', '<c r="B1" t="inlineStr"><is><t> Ana &lt;3 &#233; &#x1F600; </t></is></c>', 'Ana <3 é 😀'],
  ['a text in runs', '<c r="B1" t="inlineStr"><is><r><t>Ana </t></r><r><t>Luz</t></r></is></c>', 'Ana Luz'],
  ['a text as data', '<c r="B1" t="inlineStr"><is><t><![CDATA[a<b&c]]></t></is></c>', 'a<b&c'],
  ['a cell that is styled alone', '<c r="B1" s="1"/>', ''],
  ['a day', '<c r="B1" s="1"><v>46434</v></c>', '2027-02-16'],
  ['a day and a time', '<c r="B1" s="1"><v>46434.364583</v></c>', '2027-02-16 08:45:00'],
  ['a time of day', '<c r="B1" s="1"><v>0.395833</v></c>', '09:30:00'],
  ['a time that rounds up to a day', '<c r="B1" s="1"><v>46433.999999</v></c>', '2027-02-16'],
  ['a date in words of ISO', '<c r="B1" t="d"><v>2027-02-16T08:45:00</v></c>', '2027-02-16 08:45:00'],
  ['a date that no calendar has', '<c r="B1" s="1"><v>99999999999</v></c>', ''],
  ['an element of another kind', '<c r="B1"><x:ext xmlns:x="y"><x:w>3</x:w></x:ext><v>4</v></c>', '4'],
])('%s is read', async (_name, cell, text) => {
  expect(await cellOf(cell)).toBe(text)
})

test.each([
  ['spaces around it are none of it', 0, 'Íris & Rui'],
  ['runs of several styles are one text', 1, 'Dra. Lima'],
  ['a reading beside it is no part of it', 2, '東'],
  ['nothing', 3, ''],
  ['characters that XML has no way to write', 4, 'a\rb_x0041_'],
])('a shared text: %s', async (_name, id, text) => {
  expect(await cellOf(`<c r="B1" t="s"><v>${id}</v></c>`, SHARED)).toBe(text)
})

test.each([
  ['dd/mm/yyyy', '2027-02-16'],
  ['[$-416]d\\ mmmm\\ yyyy;@', '2027-02-16'],
  ['[h]:mm:ss', '2027-02-16'],
  ['mm:ss.0', '2027-02-16'],
  ['h:mm AM/PM', '2027-02-16'],
  ['yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;', '2027-02-16'],
  ['[&lt;1]h:mm;dd/mm/yy', '2027-02-16'],
  ['#,##0.00', '46434'],
  ['0.00E+00', '46434'],
  ['General', '46434'],
  ['[Red]0;@', '46434'],
  ['&quot;day &quot;0', '46434'],
  ['0\\d', '46434'],
])('whether a number is a day is for its format to say: %s', async (code, text) => {
  expect(await cellOf('<c r="B1" s="1"><v>46434</v></c>', stylesOf(code))).toBe(text)
})

test.each([14, 22, 30, 46, 58, 71])("the built-in format %i is a date's, whatever the file says of it", async (id) => {
  const styles = `<styleSheet xmlns="${MAIN}"><cellStyleXfs><xf numFmtId="0"/><xf numFmtId="${id}"/></cellStyleXfs><cellXfs><xf numFmtId="49"/><xf numFmtId="${id}"/><xf xfId="1"/></cellXfs></styleSheet>`
  const cells = '<c r="A1" s="0"><v>46434</v></c><c r="B1" s="1"><v>46434</v></c><c r="C1" s="2"><v>46434</v></c>'
  expect(await sheetOf(`<row r="1">${cells}</row>`, { 'xl/styles.xml': styles })).toEqual([
    ['46434', '2027-02-16', '2027-02-16'],
  ])
})

test('a workbook of an old Mac counts its days from 1904', async () => {
  const workbook = `<workbook xmlns="${MAIN}" xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`
  const cells = '<c r="A1" s="1"><v>44972</v></c><c r="B1" s="1"><v>0.5</v></c>'
  expect(await sheetOf(`<row r="1">${cells}</row>`, { 'xl/workbook.xml': workbook })).toEqual([
    ['2027-02-16', '12:00:00'],
  ])
})

test('rows and cells stand where they say; what is between them is empty', async () => {
  const rows = await rowsOf(
    workbookOfParts({
      sheet:
        '<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row><row r="3"><c r="A3" s="0"/></row><row r="5"><c r="A5"><v>3</v></c></row><row r="9"><c r="F9" s="0"/></row>',
    }),
  )
  expect(rows).toEqual([
    { line: 1, cells: ['', '', '', ''] },
    { line: 2, cells: ['', '1', '', '2'] },
    { line: 3, cells: ['', '', '', ''] },
    { line: 4, cells: ['', '', '', ''] },
    { line: 5, cells: ['3', '', '', ''] },
  ])
})

test('merged cells have their value in the first, and addresses may be left out', async () => {
  const row = (value: number) => `<row><c><v>${value}</v></c><c/><c t="inlineStr"><is><t>x</t></is></c></row>`
  expect(await sheetOf(`${row(1)}<row><c><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A2:C2"/></mergeCells><sheetData>`)).toEqual([
    ['1', '', 'x'],
    ['2', '', ''],
  ]) // prettier-ignore
})

test('a workbook whose elements have a prefix and whose parts have other names is read', async () => {
  const type = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
  const parts = {
    'xl/workbook.xml': `<x:workbook xmlns:x="${MAIN}" xmlns:r="r"><x:sheets><x:sheet name="a>b" sheetId="1" r:id='R1'/></x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="R1" Type="${type}/worksheet" Target="/xl/page.xml"/><Relationship Id="R2" Type="${type}/sharedStrings" Target="./texts.xml"/></Relationships>`,
    'xl/texts.xml': `<x:sst xmlns:x="${MAIN}"><x:si><x:t>Rui</x:t></x:si></x:sst>`,
    'xl/page.xml': `\ufeff<?xml version="1.0"?><!-- a --><x:worksheet xmlns:x="${MAIN}">\n<x:sheetData><x:row r="1"><x:c r = "A1" t='s'><x:v>0</x:v></x:c></x:row ></x:sheetData></x:worksheet>\n`,
  }
  expect(await sheetOf('', parts)).toEqual([['Rui']])
})

test.each([
  ['a text that it does not have', '<c r="B1" t="s"><v>9</v></c>'],
  ['a style that it does not have', '<c r="B1" s="9"><v>9</v></c>'],
  ['a kind that no cell has', '<c r="B1" t="z"><v>9</v></c>'],
  ['a number that is none', '<c r="B1"><v>nine</v></c>'],
  ['neither yes nor no', '<c r="B1" t="b"><v>2</v></c>'],
  ['a cell before the one before', '<c r="A1"><v>9</v></c>'],
  ['a column that no sheet has', '<c r="XFE1"><v>9</v></c>'],
  ['an address that is none', '<c r="b1"><v>9</v></c>'],
  ['a row before the one before', '</row><row r="1"><c r="A1"><v>9</v></c>'],
  ['a row that no sheet has', '</row><row r="1048577"><c r="A1048577"><v>9</v></c>'],
  ['tags that do not fit', '<c r="B1"><v>9</c></v>'],
  ['tags without end', '<c r="B1"><v>9</v>'],
  ['elements within elements without end', '<a>'.repeat(100) + '</a>'.repeat(100)],
])('a workbook with %s is damaged and says so', async (_name, cell) => {
  await expect(cellOf(cell)).rejects.toMatchObject({
    code: 'unreadable',
    message: expect.stringMatching(/damaged or incomplete/) as string,
    details: { reason: 'not_text.zip' },
  })
})

test('a workbook that declares entities is refused: they can make gigabytes of a line', async () => {
  const bomb = `<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&c;</v></c></row></sheetData></worksheet>`
  await expect(sheetOf('', { 'xl/worksheets/sheet1.xml': bomb })).rejects.toMatchObject({ code: 'unreadable' })
})

test('a text longer than a cell holds, or with a zero byte, breaks its row and no other', async () => {
  const cell = (row: number, text: string) => `<row r="${row}"><c r="A${row}"><v>${row}</v></c><c r="B${row}" t="inlineStr"><is><t>${text}</t></is></c></row>` // prettier-ignore
  const sheet = cell(1, 'a') + cell(2, 'b'.repeat(32_768)) + cell(3, 'c_x0000_') + cell(4, 'd'.repeat(32_767))
  const rows = await rowsOf(workbookOfParts({ sheet }))
  expect(rows.map(({ broken }) => broken ?? false)).toEqual([false, true, true, false])
  expect(rows[3]?.cells[1]).toHaveLength(32_767)
})

test('what stands right of all that the table has is passed over', async () => {
  const rows = Array.from({ length: 600 }, (_, at) => [at, 'x', ...(at === 590 ? ['a note'] : [])])
  const table = await tableOf(tinyWorkbook(rows))
  expect(table[590]).toEqual(['590', 'x'])
  expect(new Set(table.map(({ length }) => length))).toEqual(new Set([2]))
})
