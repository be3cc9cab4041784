import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { Failure } from '@recado/domain/shared/failure'
import { dryRunFile } from '../connectors/csv/dry-run.ts'
import type { DryRunResult } from '../connectors/csv/dry-run.ts'
import type { Answers } from '../connectors/csv/file-reading.ts'
import type { Command } from './command.ts'

const OPTIONS = {
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  country: { type: 'string' },
  zone: { type: 'string' },
  site: { type: 'string' },
  answers: { type: 'string', multiple: true },
} as const

/** `recado import <file> --dry-run`: how the file is read, without a database. @throws Failure for an unreadable file */
export const run: Command = async ({ args, print, answer }) => {
  const { values, positionals } = parse(args)
  const [path] = positionals
  if (path === undefined) throw new Failure('invalid', 'Which file? Usage: recado import <file> --dry-run --json')
  const result = await dryRunFile(path, {
    answers: await parseAnswers(values.answers ?? []),
    ...(values.country === undefined ? {} : { country: values.country }),
    ...(values.zone === undefined ? {} : { zone: values.zone }),
    ...(values.site === undefined ? {} : { site: values.site }),
  })
  answer(result)
  for (const line of inWords(result)) print(line)
  return 0
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw new Failure('invalid', error instanceof Error ? error.message : 'The arguments are not understood.')
  }
}

/** `--answers '{"dateOrder":"DD/MM/YYYY"}'`, `--answers dateOrder=DD/MM/YYYY` (repeated), or `--answers @file.json`. */
export async function parseAnswers(given: readonly string[]): Promise<Answers> {
  const answers: Record<string, string> = {}
  for (const text of given) {
    if (text.startsWith('@')) Object.assign(answers, fromJson(await readFile(text.slice(1), 'utf8')))
    else if (text.trimStart().startsWith('{')) Object.assign(answers, fromJson(text))
    else {
      const at = text.indexOf('=')
      if (at < 1) throw new Failure('invalid', 'An answer is written about=option, as JSON, or as @file.')
      answers[text.slice(0, at)] = text.slice(at + 1)
    }
  }
  return answers
}

function fromJson(text: string): Answers {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new Failure('invalid', 'The answers are no JSON.', {}, { cause: error })
  }
  const isMap =
    typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'string')
  if (!isMap) throw new Failure('invalid', 'The answers must be one JSON object of texts.')
  return value as Answers
}

function* inWords({ rows, rejected, warnings, reading, questions, records }: DryRunResult): Generator<string> {
  yield `${rows} rows: ${records.length} read, ${rejected.length} rejected, ${warnings.length} warnings.`
  yield `Encoding ${reading.encoding}, delimiter ${JSON.stringify(reading.delimiter)}, dates ${reading.dateFormat ?? 'none'}, times ${reading.timeFormat ?? 'none'}.`
  for (const [field, heading] of Object.entries(reading.columns)) yield `  ${field}: ${heading}`
  for (const { about, options, evidence } of questions) yield `? ${about}: ${evidence} Options: ${options.join(' | ')}`
  for (const { line, why } of rejected.slice(0, 20)) yield `  line ${line} rejected: ${why}`
  for (const { line, why } of warnings.slice(0, 20)) yield `  ${line === undefined ? '' : `line ${line}: `}${why}`
}

if (process.argv[1] === import.meta.filename) {
  const json = process.argv.includes('--json')
  try {
    await run({
      args: process.argv.slice(2),
      json,
      print: (line) => void (json || process.stdout.write(`${line}\n`)),
      answer: (value) => void (json && process.stdout.write(`${JSON.stringify(value)}\n`)),
    })
  } catch (error) {
    const { code = 'internal', message } = error as { code?: string; message: string }
    process.stdout.write(json ? `${JSON.stringify({ error: { code, message } })}\n` : `${message}\n`)
    process.exitCode = 1
  }
}
