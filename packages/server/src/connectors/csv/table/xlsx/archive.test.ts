import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { keepBytes } from '../../bytes/byte-store.ts'
import type { ByteStore } from '../../bytes/byte-store.ts'
import { tinyWorkbook, workbookOfParts, zipOf } from '../../fixtures/test-tiny-workbook.ts'
import { openWorkbook } from '../workbook.ts'

const SHEET = { sheet: '<row r="1"><c r="A1"><v>8801</v></c></row>' }

async function rowsOf(input: Uint8Array | AsyncIterable<Uint8Array>, memoryBytes?: number) {
  const store = await keepBytes(input, memoryBytes)
  try {
    const { source } = await openWorkbook(store)
    const cells = []
    for (let pass = 0; pass < 2; pass++)
      for await (const rows of source.rows()) cells.push(...rows.map((row) => row.cells))
    return cells
  } finally {
    await store.close()
  }
}

const refusalOf = (bytes: Uint8Array) =>
  rowsOf(bytes).then(
    () => 'read',
    (error: { details?: { reason?: string } }) => error.details?.reason ?? error,
  )

test('a workbook is read, packed or not, twice, and with an empty line of the server behind it', async () => {
  const twice = [['8801'], ['8801']]
  expect(await rowsOf(workbookOfParts(SHEET))).toEqual(twice)
  expect(await rowsOf(workbookOfParts(SHEET, { deflated: true }))).toEqual(twice)
  expect(await rowsOf(Buffer.concat([workbookOfParts(SHEET), Buffer.from('\r\n')]))).toEqual(twice)
})

test('a large workbook is read from the disk, and its file is gone afterwards', async () => {
  const rows = Array.from({ length: 5000 }, (_, at) => [at, `Paciente ${at}`, { date: 46_434 }])
  const bytes = tinyWorkbook(rows)
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith('recado-import-'))
  async function* upload() {
    for (let at = 0; at < bytes.length; at += 10_000) yield bytes.subarray(at, at + 10_000)
  }
  const table = await rowsOf(upload(), 50_000)
  expect(table).toHaveLength(10_000)
  expect(table[9_999]).toEqual(['4999', 'Paciente 4999', '2027-02-16'])
  const left = readdirSync(tmpdir()).filter((name) => name.startsWith('recado-import-'))
  expect(left.filter((name) => !before.includes(name))).toEqual([])
})

test.each([
  ['says that it is larger than any', workbookOfParts(SHEET, { deflated: true, saysBytes: 600 * 1024 * 1024 }), 'too_large'],
  ['is larger than it says', workbookOfParts(SHEET, { deflated: true, saysBytes: 20 }), 'not_text.zip'],
  ['is smaller than it says', workbookOfParts(SHEET, { deflated: true, saysBytes: 20_000 }), 'not_text.zip'],
  ['is not what was packed', workbookOfParts(SHEET, { saysSum: 1 }), 'not_text.zip'],
  ['has no list of sheets, as an .xlsb', zipOf({ 'xl/workbook.bin': 'x' }), 'not_text.zip'],
  ['has a list of sheets that do not exist', workbookOfParts({ ...SHEET, 'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Type="a/worksheet" Target="none.xml"/></Relationships>' }), 'not_text.zip'],
])('a workbook that %s is refused', async (_name, bytes, reason) => {
  expect(await refusalOf(bytes)).toBe(reason)
}) // prettier-ignore

test('a part that grows beyond what it says is left at once, not unpacked to its end', async () => {
  const noise = Array.from({ length: 200_000 }, (_, at) => `<a>${Math.imul(at, 2_654_435_761).toString(36)}</a>`).join(
    '',
  )
  const store = await keepBytes(workbookOfParts({ sheet: noise }, { deflated: true, saysBytes: 500 }))
  let read = 0
  const watched: ByteStore = {
    ...store,
    async *range(from, to) {
      for await (const chunk of store.range(from, to)) {
        read += chunk.length
        yield chunk
      }
    },
  }
  await expect(openWorkbook(watched)).rejects.toMatchObject({ details: { reason: 'not_text.zip' } })
  expect(store.size).toBeGreaterThan(800_000)
  expect(read).toBeLessThan(store.size / 2)
})

test('one byte of the packed sheet is another: the patients are not read', async () => {
  const good = workbookOfParts({ ...SHEET }, { deflated: true })
  const at = good.lastIndexOf('xl/worksheets/sheet1.xml', good.indexOf('PK\x01\x02', 0, 'latin1'))
  for (let offset = 30; offset < 130; offset += 7) {
    const bytes = Buffer.from(good)
    bytes[at + offset] = (bytes[at + offset] ?? 0) ^ 4
    expect(await refusalOf(bytes)).toBe('not_text.zip')
  }
})
