import { readFile } from 'node:fs/promises'
import { request } from 'undici'
import { Failure } from '@recado/domain/shared/failure'
import type { Command, CommandContext } from './command.ts'

/** With --dry-run the file is only read, without a database; without it a running Recado is asked to import it. */
export const run: Command = async (context) => {
  if (context.args.includes('--dry-run')) return (await import('./import-dry-run.ts')).run(context)
  return importInto(context)
}

const QUERY = ['source', 'site', 'country', 'zone', 'answers'] as const

/**
 * Sends the file to the API, so that it goes the one way that files go. RECADO_API_KEY is the key, RECADO_URL the address
 * of the console. @throws Failure with the answer of the API when it refuses
 */
async function importInto({ args, print, answer }: CommandContext): Promise<number> {
  const path = args.find((arg, index) => !arg.startsWith('--') && !args[index - 1]?.startsWith('--'))
  const key = process.env['RECADO_API_KEY'] ?? process.env['RECADO_BOOTSTRAP_API_KEY']
  if (path === undefined)
    throw new Failure('invalid', 'Which file? Usage: recado import <file> [--dry-run] [--source name] [--site name]')
  if (!key)
    throw new Failure(
      'unauthenticated',
      'Set RECADO_API_KEY to an API key of the Recado that is running, or use --dry-run to see how the file is read.',
    )
  const base = process.env['RECADO_URL'] ?? `http://127.0.0.1:${process.env['PORT'] ?? 8080}`
  const response = await request(`${base}/api/v1/imports?${queryOf(args)}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/octet-stream' },
    body: await readFile(path),
  }).catch((cause: unknown) => {
    throw new Failure('unavailable', `No Recado answers at ${base}. Start it, or set RECADO_URL.`, {}, { cause })
  })
  const body = (await response.body.json()) as Report
  if (body.error) throw new Failure('invalid', body.error.message)
  answer(body)
  print(
    `${body.rows} rows: ${body.created} new, ${body.updated} changed, ${body.unchanged} as before, ${body.cancelled} cancelled, ${body.rejectedCount} not read. ${body.planned} messages planned.`,
  )
  return 0
}

type Report = { readonly error?: { readonly message: string } } & Readonly<
  Record<'rows' | 'created' | 'updated' | 'unchanged' | 'cancelled' | 'rejectedCount' | 'planned', number>
>

function queryOf(args: readonly string[]): URLSearchParams {
  const query = new URLSearchParams()
  for (const name of QUERY) {
    const at = args.indexOf(`--${name}`)
    const value = at < 0 ? undefined : args[at + 1]
    if (value !== undefined) query.set(name, value)
  }
  return query
}
