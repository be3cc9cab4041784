import { access, readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { Failure } from '@recado/domain/shared/failure'
import type { Answers } from '../connectors/csv/file-reading.ts'

const OPTIONS = {
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  country: { type: 'string' },
  zone: { type: 'string' },
  site: { type: 'string' },
  source: { type: 'string' },
  answers: { type: 'string', multiple: true },
} as const

export type ImportArguments = {
  readonly path: string
  readonly answers: Answers
} & Readonly<Partial<Record<'country' | 'zone' | 'site' | 'source', string>>>

/** What `recado import` was called with, as `--zone X` or `--zone=X`. @throws Failure `invalid` without a file that is there */
export async function importArguments(args: readonly string[]): Promise<ImportArguments> {
  const { values, positionals } = parse(args)
  const [path] = positionals
  if (path === undefined)
    throw new Failure('invalid', 'Which file? Usage: recado import <file> [--dry-run] [--source name] [--site name] [--zone zone]') // prettier-ignore
  await access(path).catch((cause: unknown) => {
    throw new Failure('not-found', 'There is no such file, or it may not be read.', {}, { cause })
  })
  const { answers = [], json: _json, 'dry-run': _dryRun, ...rest } = values
  return { ...rest, path, answers: await parseAnswers(answers) }
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
