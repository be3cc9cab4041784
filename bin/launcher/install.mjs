import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exclusively } from './exclusive.mjs'
import { npmCi } from './npm.mjs'
import { Problem, say } from './say.mjs'

/** Installs the packages of the checkout when they are missing or not those of package-lock.json. */
export async function ensurePackages(root) {
  if (isInstalled(root)) return
  requireWritable(root)
  await exclusively(
    join(root, '.runtime', 'packages.lock'),
    'recado: another start is installing packages, waiting for it',
    async () => {
      if (isInstalled(root)) return
      say('recado: installing packages (once, about a minute)')
      await npmCi(root, ['--include=dev', '--include=optional'])
    },
  )
}

/**
 * npm writes what it installed to node_modules/.package-lock.json, as the last thing it does. It is compared with what should be
 * there: optional packages may be missing, since most of them are for other machines.
 */
export function isInstalled(root) {
  const wanted = readLock(join(root, 'package-lock.json'))
  const there = readLock(join(root, 'node_modules', '.package-lock.json'))
  if (!wanted || !there) return false
  return Object.entries(wanted).every(([path, { version, link, optional, devOptional, peer }]) => {
    if (!path.includes('node_modules/')) return true
    const found = there[path]
    if (!found) return Boolean(optional || devOptional || peer)
    return link ? existsSync(join(root, path)) : found.version === version
  })
}

function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages
  } catch {
    return undefined
  }
}

/** One sentence instead of npm's page of errors. */
export function requireWritable(root) {
  try {
    accessSync(root, constants.W_OK)
  } catch {
    throw new Problem(
      'packages are missing and this user cannot write to the checkout: run `npm ci` in it once as its owner, or use a checkout of your own.',
    )
  }
}
