import { dryRunFile } from '../connectors/csv/dry-run.ts'
import type { DryRunResult } from '../connectors/csv/dry-run.ts'
import type { Command } from './command.ts'
import { importArguments } from './import-arguments.ts'

/** `recado import <file> --dry-run`: how the file is read, without a database. @throws Failure for an unreadable file */
export const run: Command = async ({ args, print, answer }) => {
  const { path, country, zone, site, answers } = await importArguments(args)
  const result = await dryRunFile(path, {
    answers,
    ...(country === undefined ? {} : { country }),
    ...(zone === undefined ? {} : { zone }),
    ...(site === undefined ? {} : { site }),
  })
  answer(result)
  for (const line of inWords(result)) print(line)
  return 0
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
