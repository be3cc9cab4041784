import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { Failure } from '@recado/domain/shared/failure'
import { canReach, serverAccount, type Account } from './account.ts'
import { copyBinaries, findBinaries, makeLinks, type Binaries } from './binaries.ts'

/** Everything that depends on who runs us and where the data folder lies. */
export type Place = {
  readonly account: Account | undefined
  readonly binaries: Binaries
  /** The folder of the database and what belongs to it: `cluster`, `socket`, `access.json`, `server.log`. */
  readonly home: string
  /** Set when `home` is not in the data folder: a sentence for the person who started us. */
  readonly moved: string | undefined
}

const SYSTEM_HOME = '/var/lib/recado'
const POINTER = 'database-is-elsewhere.txt'

/**
 * Finds where the database of this data folder lives. As root it may lie outside of it: the server's own user cannot reach a
 * checkout below a private home folder, and opening that home to others is not ours to do.
 */
export function findPlace(folder: string, systemHome: string = SYSTEM_HOME): Place {
  const dataDir = resolve(folder)
  makeFolder(dataDir)
  const account = serverAccount()
  const found = findBinaries()
  const inside = join(dataDir, 'postgres')
  if (!account) return { account, binaries: runnable(found, dataDir), home: prepare(inside, account), moved: undefined }
  const binaries = canReach(account, found.folder) ? runnable(found, systemHome) : copyBinaries(found, systemHome)
  const home = knownHome(dataDir, account) ?? (canReach(account, dataDir) ? inside : outsideHome(dataDir, systemHome))
  const moved = `the database is in ${home}, because its own user cannot reach the data folder`
  return { account, binaries, home: prepare(home, account), moved: home === inside ? undefined : moved }
}

/** The home that an earlier start made for this data folder, if any. Touches nothing. */
export function existingHome(folder: string): string | undefined {
  const dataDir = resolve(folder)
  const inside = join(dataDir, 'postgres')
  if (existsSync(join(inside, 'cluster'))) return inside
  const pointer = join(dataDir, POINTER)
  return existsSync(pointer) ? (readFileSync(pointer, 'utf8').trim().split('\n').at(-1) ?? '') : undefined
}

/** Where an earlier start put the database: it stays there, however the folders above it were opened or closed since. */
function knownHome(dataDir: string, account: Account): string | undefined {
  const home = existingHome(dataDir)
  if (home === undefined) return undefined
  if (!existsSync(home)) {
    throw new Failure(
      'unavailable',
      `${POINTER} in the data folder names a folder that is gone: bring it back, or remove that file to begin with an empty database.`,
    )
  }
  if (canReach(account, home)) return home
  throw new Failure(
    'unavailable',
    'The database in the data folder cannot be reached by its own user any more: open the folders above it (chmod o+x), or move the data folder.',
  )
}

function outsideHome(dataDir: string, systemHome: string): string {
  const home = join(systemHome, randomBytes(6).toString('hex')) // not of the path: who deletes a data folder wants to begin anew
  mkdirSync(home, { recursive: true, mode: 0o755 })
  writeFileSync(join(dataDir, POINTER), `The database of this data folder is in\n${home}\n`)
  return home
}

/** In the package itself when its links can be made there, else a copy that can have them. */
function runnable(found: Binaries, copyTo: string): Binaries {
  return makeLinks(found) ? found : copyBinaries(found, copyTo)
}

function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true })
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw new Failure(
      'unavailable',
      'The data folder cannot be written to by this user: set RECADO_DATA_DIR to a folder that can, or start Recado as its owner.',
      {},
      { cause },
    )
  }
}

/** The home belongs to the server's user and nobody else reads it. @throws Failure when it is another user's */
function prepare(home: string, account: Account | undefined): string {
  mkdirSync(home, { recursive: true, mode: 0o700 })
  if (account) chownSync(home, account.uid, account.gid)
  else if (process.getuid && statSync(home).uid !== process.getuid()) {
    throw new Failure(
      'unavailable',
      'The database in the data folder belongs to another user: start Recado as the user who made it, or set RECADO_DATA_DIR.',
    )
  }
  chmodSync(home, 0o700)
  return home
}
