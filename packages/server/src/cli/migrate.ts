import { migrate } from '../db/migrate.ts'
import { loadConfig, type Config } from '../platform/config.ts'
import { createLog, type Log } from '../platform/log.ts'
import { startBundledPostgres } from '../platform/postgres/bundled.ts'
import type { Command } from './command.ts'

/** `recado migrate`: for installations that migrate before they start (start does it too). */
export const run: Command = async ({ print, answer }) => {
  const config = loadConfig()
  const log = createLog('warn')
  const { applied } = config.databaseUrl
    ? await migrateOwn(config, config.databaseUrl, log)
    : await migrateBundled(config, log)
  answer({ applied })
  print(applied.length > 0 ? `Migrated: ${applied.join(', ')}.` : 'The database is up to date.')
  return 0
}

const migrateOwn = (config: Config, appUrl: string, log: Log) =>
  migrate({ ownerUrl: config.databaseOwnerUrl ?? appUrl, appUrl, log })

async function migrateBundled({ dataDir }: Config, log: Log) {
  const server = await startBundledPostgres({ dataDir, log })
  try {
    return await migrate({ ownerUrl: server.ownerUrl, appUrl: server.url, log })
  } finally {
    await server.stop()
  }
}
