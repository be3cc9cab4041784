import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { CommandModule } from './command.ts'

export type CommandEntry = { readonly usage: string; readonly help: string }

/** Every command of the contract, in the order in which `help` shows them; each lives in the file of its name. */
const table: Readonly<Record<string, CommandEntry>> = {
  start: { usage: 'start [--services=web,worker,…]', help: 'Starts Recado and prints its addresses when it is ready.' },
  migrate: { usage: 'migrate', help: 'Brings the database to the schema of this version.' },
  import: { usage: 'import <file> [--dry-run]', help: 'Reads a file of appointments (CSV or XLSX).' },
  understand: { usage: 'understand', help: 'Reads messages as JSON lines and says what they mean.' },
  simulate: { usage: 'simulate', help: 'Runs the WhatsApp simulator alone.' },
  doctor: {
    usage: 'doctor',
    help: 'Looks at Node.js, PostgreSQL, disk, ports, clock and keys, and says what to put right.',
  },
  backup: { usage: 'backup <folder>', help: 'Writes a copy of the database that can be restored.' },
  restore: { usage: 'restore <folder>', help: 'Puts a backup in place.' },
  export: { usage: 'export', help: "Writes a patient's data." },
  erase: { usage: 'erase', help: "Erases a patient's data." },
  audit: { usage: 'audit verify', help: 'Checks the chain of the audit log.' },
  help: { usage: 'help [command]', help: 'Shows this page.' },
}

const fileOf = (name: string) => join(import.meta.dirname, `${name}.ts`)

/** The commands that this version has. */
export const commands = (): readonly (CommandEntry & { readonly name: string })[] =>
  Object.entries(table)
    .map(([name, entry]) => ({ name, ...entry }))
    .filter(({ name }) => existsSync(fileOf(name)))

/** Loads one command's code: `help` must not wait for the web server's. Undefined: this version has no such command. */
export async function loadCommand(name: string): Promise<CommandModule | undefined> {
  if (!Object.hasOwn(table, name) || !existsSync(fileOf(name))) return undefined
  return (await import(`./${name}.ts`)) as CommandModule
}
