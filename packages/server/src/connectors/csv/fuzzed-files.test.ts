import fc from 'fast-check'
import { Failure } from '@recado/domain/shared/failure'
import { expect, test } from 'vitest'
import { writtenBook } from './fixtures/test-any-dialect.ts'
import { tinyWorkbook } from './fixtures/test-tiny-workbook.ts'
import { readAppointmentFile } from './read-appointment-file.ts'

const FILES = 10_000
const seed = Number(process.env['RECADO_FUZZ_SEED'] ?? Date.now() % 2_147_483_647)

/** Small, quick and the same for a seed (mulberry32). */
function chances(from: number): (below: number) => number {
  let state = from
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const SPITE = [
  '"',
  '\n',
  '\r',
  '\0',
  ',,,,',
  ';',
  '\t',
  '=cmd()',
  '\ufeff',
  '99999999999999999999',
  '\u202e',
  '31/02/2026',
  '1e999',
  'sep=|\n',
  '😀',
  '""',
  'PK\x03\x04',
  '<table>',
]

function damaged(good: Uint8Array, chance: (below: number) => number): Uint8Array {
  const bytes = Buffer.from(good)
  const kind = chance(6)
  if (kind === 0) return bytes.subarray(0, chance(bytes.length + 1))
  if (kind === 1) return Buffer.from(Array.from({ length: chance(400) }, () => chance(256)))
  if (kind === 2) return Buffer.from(Array.from({ length: chance(400) }, () => 32 + chance(95)))
  if (kind === 3) {
    for (let times = 1 + chance(8); times > 0; times--) bytes[chance(bytes.length)] = chance(256)
    return bytes
  }
  const at = chance(bytes.length)
  const spite = Buffer.from(SPITE[chance(SPITE.length)] ?? '')
  if (kind === 4) return Buffer.concat([bytes.subarray(0, at), spite, bytes.subarray(at)])
  return Buffer.concat([bytes.subarray(at), bytes.subarray(0, at)])
}

/** How one file ended: rows, or a refusal that says something. Anything else is a crash and fails the test. */
async function outcome(bytes: Uint8Array): Promise<'read' | 'refused'> {
  try {
    const file = await readAppointmentFile(bytes, { country: 'BR', zone: 'America/Sao_Paulo', today: '2026-11-22' })
    for await (const { rows, rejected } of file.records()) {
      for (const row of rows) expect(row.key.length).toBeGreaterThan(0)
      for (const { why } of rejected) expect(why).not.toBe('')
    }
    return 'read'
  } catch (error) {
    if (!(error instanceof Failure) || error.message.length < 10) throw error
    return 'refused'
  }
}

test(`${FILES} damaged files each end in rows or in one clear refusal (seed ${seed})`, async () => {
  const chance = chances(seed)
  const workbook = tinyWorkbook([
    ['Código', 'Paciente', 'Celular', 'Início'],
    [1, 'Rui', 11987650000, { date: 46_279.4 }],
  ])
  const good = [workbook, ...fc.sample(writtenBook, { numRuns: 120, seed }).map(({ bytes }) => bytes.subarray(0, 450))]
  const count = { read: 0, refused: 0 }
  for (let at = 0; at < FILES; at++) {
    const bytes = damaged(good[chance(good.length)] ?? workbook, chance)
    count[await outcome(bytes)]++
  }
  expect(count.read + count.refused).toBe(FILES)
  expect(count.read).toBeGreaterThan(FILES / 10)
  expect(count.refused).toBeGreaterThan(FILES / 10)
}, 300_000)
