import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import type { CommandContext } from './command.ts'
import { loadCommand } from './commands.ts'

// Keeps what Node made of our sources between two starts: half of the time until the first line.
enableCompileCache(join(import.meta.dirname, '../../../../.runtime/compile-cache'))

// `recado help | head`: whoever reads may stop reading.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const args = process.argv.slice(2)
const json = args.includes('--json')
process.exitCode = await main(args.filter((arg) => arg !== '--json'))

async function main([name = 'help', ...rest]: readonly string[]): Promise<number> {
  const wantsHelp = name === '--help' || rest.includes('--help')
  try {
    const command = await loadCommand(wantsHelp ? 'help' : name)
    if (!command) return fail('unknown-command', `There is no command "${name}"; "recado help" lists them.`)
    return await command.run(contextFor(wantsHelp ? [name].filter((word) => word !== '--help') : rest))
  } catch (error) {
    const known = error as NodeJS.ErrnoException & { exitCode?: unknown }
    const code = typeof known.code === 'string' ? known.code : 'internal'
    return fail(code, wordsFor(known), typeof known.exitCode === 'number' ? known.exitCode : 1)
  }
}

/** Problems of the machine that a person can put right, in words; our own failures have theirs. */
function wordsFor(error: NodeJS.ErrnoException & { address?: string; port?: number }): string {
  const place = `${error.address ?? ''}:${error.port ?? ''}`
  if (error.code === 'EADDRINUSE')
    return `Another program listens on ${place}: stop it, or choose other ports with PORT and SIMULATOR_PORT.`
  if (error.code === 'EACCES' && error.syscall === 'listen')
    return `This user may not listen on ${place}: choose a port above 1023.`
  if (error.code === 'ECONNREFUSED')
    return `Nothing answers at ${place}: is PostgreSQL running there, and is DATABASE_URL right?`
  return error instanceof Error ? error.message : 'The command failed.'
}

function contextFor(rest: readonly string[]): CommandContext {
  return {
    args: rest,
    json,
    print: (line) => void (json || process.stdout.write(`${line}\n`)),
    answer: (value) => void (json && process.stdout.write(`${JSON.stringify(value)}\n`)),
  }
}

/** CONTRACT: with --json one object even on failure, exit 1; in words else, with the exit code of the failure. */
function fail(code: string, message: string, exitCode = 1): number {
  if (!json) {
    process.stderr.write(`recado: ${message}\n`)
    return exitCode
  }
  process.stdout.write(`${JSON.stringify({ error: { code, message } })}\n`)
  return 1
}
