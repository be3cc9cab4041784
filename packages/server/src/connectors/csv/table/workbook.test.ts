import { expect, test } from 'vitest'
import { readAppointmentFile } from '../read-appointment-file.ts'
import { tinyWorkbook, tinyWorkbookOf, zipOf } from '../fixtures/test-tiny-workbook.ts'

const HERE = { country: 'BR', zone: 'America/Sao_Paulo', today: '2026-11-22' }

async function rowsOf(bytes: Uint8Array) {
  const file = await readAppointmentFile(bytes, HERE)
  const rows = []
  for await (const batch of file.records()) rows.push(...batch.rows)
  return { file, rows }
}

test('a workbook is read whatever it is called: dates as dates, numbers with all their digits', async () => {
  const bytes = tinyWorkbook([
    ['Código', 'Paciente', 'Celular', 'Data', 'Hora', 'Status'],
    [8801, 'Íris Falcão', 5_511_976_540_001, { date: 46_434 }, { date: 0.364583 }, 'Confirmado'],
    [8802, 'Otávio Simões', '21985550002', { date: 46_445 }, { date: 0.631944 }, 'Faltou'],
  ])
  const { file, rows } = await rowsOf(bytes)
  expect(file.reading.encoding).toBe('xlsx')
  expect(file.questions).toEqual([])
  expect(rows).toMatchObject([
    {
      line: 2,
      externalId: '8801',
      phoneE164: '+5511976540001',
      startLocal: '2027-02-16T08:45:00',
      status: 'confirmed',
    },
    { line: 3, externalId: '8802', phoneE164: '+5521985550002', startLocal: '2027-02-27T15:10:00', status: 'noshow' },
  ])
})

test.each([
  ['an archive with something else in it', zipOf({ 'book.csv': 'id,name\n' }), 'not_text.zip'],
  ['an OpenDocument file', zipOf({ mimetype: 'x', 'content.xml': '<x/>' }), 'not_text.zip'],
  ['a workbook cut short', tinyWorkbook([['id', 'name']]).subarray(0, 700), 'not_text.zip'],
  ['a workbook without a row', tinyWorkbook([]), 'empty'],
])('%s is refused', async (_name, bytes, reason) => {
  await expect(rowsOf(bytes)).rejects.toMatchObject({ code: 'unreadable', details: { reason } })
})

const BOOK = [
  ['Código', 'Paciente', 'Celular', 'Data', 'Hora', 'Duração'],
  [8801, 'Íris Falcão', '11976540001', { date: 46_434 }, { date: 0.364583 }, { date: 0.0208333 }],
] as const
const LAST_YEAR = [
  ['Código', 'Paciente', 'Celular', 'Data', 'Hora'],
  [1, 'Velha Agenda', '11976540009', { date: 46_000 }, { date: 0.364583 }],
] as const
const COVER = [['Agenda da clínica'], ['Status', 'Total'], ['Confirmado', 1]] as const

test.each([
  [
    'behind a cover',
    [
      { name: 'Capa', rows: COVER },
      { name: 'Agenda', rows: BOOK },
    ],
  ],
  [
    'behind a hidden sheet',
    [
      { name: '2025 & antes', hidden: true, rows: LAST_YEAR },
      { name: 'Agenda', rows: BOOK },
    ].map((sheet) => ({ ...sheet, name: sheet.name.replace('&', '&amp;') })),
  ],
])('the book is the first visible sheet with its headings: %s', async (_where, sheets) => {
  const { rows } = await rowsOf(tinyWorkbookOf(sheets))
  expect(rows).toMatchObject([{ externalId: '8801', startLocal: '2027-02-16T08:45:00', durationMin: 30 }])
})
