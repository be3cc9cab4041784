import { join } from 'node:path'
import { importDryRun } from '@recado/contracts/import-file'
import { expect, test } from 'vitest'
import { importArguments, parseAnswers } from './import-arguments.ts'
import { run } from './import-dry-run.ts'

const book = (name: string): string => join(import.meta.dirname, '../connectors/csv/fixtures/books', name)

async function answerOf(...args: string[]): Promise<unknown> {
  let answered: unknown
  await run({ args, json: true, print: () => {}, answer: (value) => (answered = value) })
  return answered
}

test('the dry run prints what the contract says, for every kind of row', async () => {
  for (const [name, country, zone] of [
    ['us-clinic.csv', 'US', 'America/New_York'],
    ['br-phone-cells.csv', 'BR', 'America/Sao_Paulo'],
    ['days-only.csv', 'BR', 'America/Sao_Paulo'],
    ['no-headings.csv', 'US', 'America/New_York'],
    ['au-consent.csv', 'AU', 'Australia/Sydney'],
  ] as const) {
    const parsed = importDryRun.safeParse(
      JSON.parse(JSON.stringify(await answerOf(book(name), '--dry-run', '--country', country, '--zone', zone))),
    )
    expect(parsed.error?.issues ?? []).toEqual([])
    expect(parsed.data?.records.length).toBeGreaterThan(0)
  }
})

test('answers are given on the command line', async () => {
  const answered = await answerOf(
    book('early-days-only.csv'),
    '--country=US',
    '--zone=America/New_York',
    '--answers',
    'dateOrder=DD/MM/YYYY',
  )
  expect(answered).toMatchObject({
    questions: [],
    records: [{ date: '2027-02-05' }, { date: '2027-06-07' }, { date: '2027-08-08' }],
  })
})

test('answers are JSON or about=option, and anything else is refused', async () => {
  expect(await parseAnswers(['{"zone":"Asia/Dubai"}', 'country=AE'])).toEqual({ zone: 'Asia/Dubai', country: 'AE' })
  await expect(parseAnswers(['nonsense'])).rejects.toMatchObject({ code: 'invalid' })
  await expect(parseAnswers(['{"a":1}'])).rejects.toMatchObject({ code: 'invalid' })
  await expect(parseAnswers(['{'])).rejects.toMatchObject({ code: 'invalid' })
})

test('a command without a file says how it is used', async () => {
  await expect(answerOf('--dry-run')).rejects.toMatchObject({ code: 'invalid' })
  await expect(answerOf('x.csv', '--nonsense')).rejects.toMatchObject({ code: 'invalid' })
})

test('in words, the columns and the open questions are named', async () => {
  const lines: string[] = []
  await run({
    args: [book('early-days-only.csv'), '--country=US', '--zone=America/New_York'],
    json: false,
    print: (line) => void lines.push(line),
    answer: () => {},
  })
  expect(lines.join('\n')).toMatch(/3 rows: 3 read[\s\S]*phone: phone[\s\S]*\? dateOrder/)
})

test('options are written with a blank or with "=", and a file that is not there is said to be missing', async () => {
  const here = import.meta.filename
  const expected = { path: here, zone: 'Asia/Dubai', source: 'desk', answers: { dateOrder: 'DD/MM/YYYY' } }
  expect(await importArguments([here, '--zone', 'Asia/Dubai', '--source=desk', '--answers', 'dateOrder=DD/MM/YYYY'])).toEqual(expected) // prettier-ignore
  await expect(importArguments([`${here}.gone`])).rejects.toMatchObject({ code: 'not-found' })
  await expect(importArguments([])).rejects.toMatchObject({ code: 'invalid' })
})
