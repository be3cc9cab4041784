// A process that runs the bundled PostgreSQL until it is stopped or killed: for the tests about crashes.
import { silentLog } from '../log.ts'
import { startBundledPostgres } from './bundled.ts'

const [dataDir = ''] = process.argv.slice(2)
try {
  const server = await startBundledPostgres({ dataDir, log: silentLog })
  process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)))
  process.stdout.write(`${JSON.stringify({ url: server.ownerUrl, pid: server.pid() })}\n`)
  setInterval(() => undefined, 60_000)
} catch (error) {
  process.stdout.write(`${JSON.stringify({ refused: error instanceof Error ? error.message : 'unknown' })}\n`)
  process.exit(3)
}
