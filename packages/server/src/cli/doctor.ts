import { checkDatabase } from '../platform/checkup/database.ts'
import { bad, type Finding } from '../platform/checkup/finding.ts'
import { checkDisk, checkKeys, checkNode, checkPorts } from '../platform/checkup/machine.ts'
import { ConfigError, loadConfig, type Config } from '../platform/config.ts'
import { isRunningOn } from '../platform/postgres/running.ts'
import type { CommandContext } from './command.ts'

const MARK = { ok: 'ok  ', warn: 'WARN', bad: 'BAD ' } as const

/** `recado doctor`: exit 1 when something must be put right. */
export async function run({ print, answer }: CommandContext): Promise<number> {
  const findings = await examine()
  const isWell = findings.every(({ state }) => state !== 'bad')
  answer({ ok: isWell, checks: findings })
  for (const { name, state, found, fix } of findings) {
    print(`${MARK[state]} ${name}: ${found}`)
    if (fix) print(`     → ${fix}`)
  }
  return isWell ? 0 : 1
}

async function examine(): Promise<Finding[]> {
  const config = readConfig()
  if (config instanceof ConfigError)
    return config.problems.map((problem) => bad('configuration', problem, 'See docs/generated/config.md.'))
  const running = await isRunningOn(config.dataDir)
  const checks: [string, () => Promise<Finding[]>][] = [
    ['Node.js', checkNode],
    ['disk', () => checkDisk(config)],
    ['ports', () => checkPorts(config, running)],
    ['keys', () => checkKeys(config)],
    ['PostgreSQL', () => checkDatabase(config, running)],
  ]
  const findings = await Promise.all(
    checks.map(([name, check]) => check().catch((error: unknown) => [failed(name, error)])),
  )
  return findings.flat()
}

/** A check that cannot be made is a finding, not the end of the doctor's visit. */
function failed(name: string, error: unknown): Finding {
  return bad(
    name,
    error instanceof Error ? error.message : 'could not be checked',
    'Put this right and run the doctor again.',
  )
}

function readConfig(): Config | ConfigError {
  try {
    return loadConfig()
  } catch (error) {
    if (error instanceof ConfigError) return error
    throw error
  }
}
