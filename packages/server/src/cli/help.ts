import type { CommandContext } from './command.ts'
import { commands } from './commands.ts'

export async function run({ args, print, answer }: CommandContext): Promise<number> {
  const shown = commands().filter(({ name }) => args.length === 0 || args[0] === name)
  answer({ commands: shown })
  print('Usage: npx recado <command> [--json]\n')
  for (const { usage, help } of shown) print(`  ${usage.padEnd(36)} ${help}`)
  print('\nEnvironment variables: docs/generated/config.md')
  return 0
}
