import { randomBytes } from 'node:crypto'
import { spawn } from 'node:child_process'
import { chmod, chown, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '@recado/domain/shared/failure'
import type { Place } from './place.ts'

/** Passwords of the three roles: the server's own superuser, the owner of the tables, and the application. */
export type Access = { readonly superuser: string; readonly owner: string; readonly app: string }

export type ClusterOptions = { readonly extraInitdb?: readonly string[] }

export const SUPERUSER = 'postgres'
export const OWNER = 'recado_owner'
export const APP = 'recado_app'
export const DATABASE = 'recado'

/**
 * The cluster in the place's home, made at the first start. It is made beside its final name and renamed, so that a start that
 * was killed half way leaves nothing that looks like a database.
 */
export async function ensureCluster(place: Place, { extraInitdb = [] }: ClusterOptions = {}): Promise<Access> {
  const cluster = join(place.home, 'cluster')
  const accessFile = join(place.home, 'access.json')
  if (existsSync(cluster)) return readAccess(accessFile)
  const access = { superuser: secret(), owner: secret(), app: secret() }
  const making = join(place.home, 'cluster.new')
  const passwordFile = join(place.home, 'password.new')
  await rm(making, { recursive: true, force: true })
  await writeFile(passwordFile, access.superuser, { mode: 0o600 })
  if (place.account) await chown(passwordFile, place.account.uid, place.account.gid)
  try {
    await initdb(place, [`--pgdata=${making}`, `--pwfile=${passwordFile}`, ...extraInitdb])
  } finally {
    await rm(passwordFile, { force: true })
  }
  await writeFile(accessFile, JSON.stringify(access), { mode: 0o600 })
  await chmod(accessFile, 0o600)
  await rename(making, cluster)
  return access
}

async function readAccess(path: string): Promise<Access> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Access
  } catch (cause) {
    throw new Failure(
      'unavailable',
      'access.json of the bundled database is missing or cannot be read: restore it from the same backup as the database.',
      {},
      { cause },
    )
  }
}

const secret = () => randomBytes(24).toString('base64url')

// The builtin provider sorts the same on every system (names are sorted by the application, in the reader's language).
const INITDB = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--data-checksums',
  '--auth=scram-sha-256',
  `--username=${SUPERUSER}`,
]

function initdb(place: Place, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(place.binaries.folder, 'bin', 'initdb'), [...INITDB, ...args], {
      ...place.account,
      cwd: place.home,
      env: childEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let complaint = ''
    child.stderr.on('data', (chunk: Buffer) => (complaint = (complaint + String(chunk)).slice(-2_000)))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) return resolve()
      reject(
        new Failure(
          'unavailable',
          `The bundled PostgreSQL could not make its database: ${complaint.trim().split('\n').at(-1) ?? ''}`,
          { exit: code },
        ),
      )
    })
  })
}

/** Nothing of ours reaches the server's environment: no key, no token. */
export const childEnvironment = (): Record<string, string> => ({ PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' })
