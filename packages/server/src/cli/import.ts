import { readFile } from 'node:fs/promises'
import { request } from 'undici'
import { Failure, type FailureCode, type FailureDetails } from '@recado/domain/shared/failure'
import type { Command, CommandContext } from './command.ts'
import { importArguments } from './import-arguments.ts'

/** With --dry-run the file is only read, without a database; without it a running Recado is asked to import it. */
export const run: Command = async (context) => {
  if (context.args.includes('--dry-run')) return (await import('./import-dry-run.ts')).run(context)
  return importInto(context)
}

/**
 * Sends the file to the API, so that it goes the one way that files go. RECADO_API_KEY is the key, RECADO_URL the address
 * of the console. @throws Failure with the answer of the API when it refuses
 */
async function importInto({ args, print, answer }: CommandContext): Promise<number> {
  const { path, answers, ...rest } = await importArguments(args)
  const key = process.env['RECADO_API_KEY'] ?? process.env['RECADO_BOOTSTRAP_API_KEY']
  if (!key)
    throw new Failure(
      'unauthenticated',
      'Set RECADO_API_KEY to an API key of the Recado that is running, or use --dry-run to see how the file is read.',
    )
  const base = process.env['RECADO_URL'] ?? `http://127.0.0.1:${process.env['PORT'] ?? 8080}`
  const query = new URLSearchParams({ ...rest, ...(Object.keys(answers).length > 0 ? { answers: JSON.stringify(answers) } : {}) }) // prettier-ignore
  const response = await request(`${base}/api/v1/imports?${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/octet-stream' },
    body: await readFile(path),
  }).catch((cause: unknown) => {
    throw new Failure('unavailable', `No Recado answers at ${base}. Start it, or set RECADO_URL.`, {}, { cause })
  })
  const body = (await response.body.json()) as Report
  if (body.error) throw new Failure(body.error.code, refusalOf(body.error), body.error.details)
  answer(body)
  print(
    `${body.rows} rows: ${body.created} new, ${body.updated} changed, ${body.unchanged} as before, ${body.cancelled} cancelled, ${body.rejectedCount} not read. ${body.planned} messages planned.`,
  )
  return 0
}

/** The open questions with the words that answer them: who runs the command has nothing else to read. */
function refusalOf({ message, details }: Refusal): string {
  const questions = details?.questions ?? []
  const lines = questions.map(
    ({ about, options, evidence }) => `\n? ${evidence}\n  --answers '${about}=${options.join(' | ')}'`,
  )
  return message + lines.join('')
}

type Question = { readonly about: string; readonly options: readonly string[]; readonly evidence: string }
type Refusal = {
  readonly code: FailureCode
  readonly message: string
  readonly details?: FailureDetails & { readonly questions?: readonly Question[] }
}
type Report = {
  readonly error?: Refusal
} & Readonly<Record<'rows' | 'created' | 'updated' | 'unchanged' | 'cancelled' | 'rejectedCount' | 'planned', number>>
