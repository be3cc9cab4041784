import { createServer } from 'node:net'
import { existsSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Config } from '../config.ts'
import { bad, ok, warn, type Finding } from './finding.ts'

export async function checkNode(): Promise<Finding[]> {
  const { node, tz = 'unknown' } = process.versions
  return [ok('Node.js', `${node}, time zones of ${tz}`)]
}

const DISK_BAD_BYTES = 1e9
const DISK_WARN_BYTES = 5e9

/** A full disk stops the database: it is said long before. */
export async function checkDisk({ dataDir }: Config): Promise<Finding[]> {
  const { bavail, bsize } = await statfs(nearestFolder(dataDir))
  const free = bavail * bsize
  const found = `${(free / 1e9).toFixed(1)} GB free where the data is`
  const fix = 'Free space, or set RECADO_DATA_DIR to a larger disk.'
  if (free < DISK_BAD_BYTES) return [bad('disk', found, fix)]
  return [free < DISK_WARN_BYTES ? warn('disk', found, fix) : ok('disk', found)]
}

/** The data folder itself may not be there yet. */
function nearestFolder(path: string): string {
  return existsSync(path) || path === dirname(path) ? path : nearestFolder(dirname(path))
}

/** @param running Recado runs, so its ports are rightly taken */
export async function checkPorts({ host, port, simulatorPort, sending }: Config, running: boolean): Promise<Finding[]> {
  const wanted = [
    { name: 'PORT', host, port },
    ...(sending === 'simulator' ? [{ name: 'SIMULATOR_PORT', host: '127.0.0.1', port: simulatorPort }] : []),
  ]
  return Promise.all(
    wanted.map(async (it) => {
      const name = `port ${it.port}`
      if (running) return ok(name, 'in use by this Recado, or free')
      const why = await whyNotFree(it.host, it.port)
      return why ? bad(name, why, `Set ${it.name} to another port, or stop the other program.`) : ok(name, 'free')
    }),
  )
}

function whyNotFree(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve('another program listens there')
      else
        resolve(
          error.code === 'EACCES' ? 'this user may not listen there' : `cannot be listened on (${error.code ?? ''})`,
        )
    })
    probe.listen(port, host, () => probe.close(() => resolve(undefined)))
  })
}

/** Whoever can read the key can read what patients wrote. */
export async function checkKeys({ keyDir, masterKey }: Config): Promise<Finding[]> {
  if (masterKey) return [ok('keys', 'the master key is given by the environment: keep a copy of it in a safe place')]
  const folder = statSync(keyDir, { throwIfNoEntry: false })
  if (!folder) return [ok('keys', 'no key yet: one is made at the first start')]
  const open = process.platform !== 'win32' && (folder.mode & 0o077) !== 0
  if (open)
    return [
      bad('keys', 'other users of this machine can enter the key folder', 'chmod 700 on the folder of RECADO_KEY_DIR.'),
    ]
  return [ok('keys', 'the key folder is closed to others: keep a copy of it in a safe place, apart from the data')]
}
