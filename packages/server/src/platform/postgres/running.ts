import { readFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { APP, DATABASE, type Access } from './cluster.ts'
import { existingHome } from './place.ts'
import { isAlive, type LockHolder } from './process-lock.ts'

/** Whether some process runs the bundled database of this folder. */
export async function isRunningOn(dataDir: string): Promise<boolean> {
  const home = existingHome(dataDir)
  if (!home) return false
  try {
    return isAlive(JSON.parse(await readFile(join(home, 'recado.lock'), 'utf8')) as LockHolder)
  } catch {
    return false
  }
}

/** The login of the application on a bundled server that another process runs; undefined when we may not know it. */
export async function findRunning(dataDir: string): Promise<string | undefined> {
  const home = existingHome(dataDir)
  const socket = home && join(home, 'socket')
  if (!home || !socket || !existsSync(join(socket, '.s.PGSQL.5432'))) return undefined
  const access = JSON.parse(await readFile(join(home, 'access.json'), 'utf8')) as Access
  return `postgres://${APP}:${access.app}@localhost/${DATABASE}?host=${encodeURIComponent(socket)}`
}
