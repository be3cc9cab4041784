import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exclusively } from './exclusive.mjs'
import { Problem, say } from './say.mjs'

/** What the console's bundle is made of. */
const SOURCES = [
  'packages/console',
  'packages/contracts/src',
  'packages/texts/src',
  'packages/domain/src',
  'package-lock.json',
]
const LEFT_OUT = new Set(['node_modules', 'dist'])

/** Builds the staff's web app when its sources are not those that it was built from. */
export async function ensureConsole(root, node) {
  const console = join(root, 'packages', 'console')
  if (!existsSync(join(console, 'index.html'))) return
  const stamp = join(console, 'dist', '.built-from')
  const isFresh = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOf(root)
  if (isFresh()) return
  await exclusively(
    join(root, '.runtime', 'console.lock'),
    'recado: another start is building the console, waiting for it',
    async () => {
      if (isFresh()) return
      say('recado: building the console (once per version, a few seconds)')
      const hash = hashOf(root)
      await build(console, node, join(root, 'node_modules', 'vite', 'bin', 'vite.js'))
      writeFileSync(stamp, hash)
    },
  )
}

function build(cwd, node, vite) {
  return new Promise((resolve, reject) => {
    let words = ''
    const child = spawn(node, [vite, 'build', '--logLevel', 'warn'], {
      cwd,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (words += chunk))
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) return resolve()
      say(words)
      reject(new Problem('the console could not be built; the reason is above.', 'build'))
    })
  })
}

function hashOf(root) {
  const hash = createHash('sha256')
  for (const source of SOURCES)
    for (const file of filesOf(root, source)) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function filesOf(root, path) {
  const entries = existsSync(join(root, path)) ? readEntries(join(root, path)) : []
  if (!entries) return [path]
  return entries
    .filter((entry) => !LEFT_OUT.has(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesOf(root, `${path}/${entry.name}`) : [`${path}/${entry.name}`]))
}

function readEntries(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return undefined // a file
  }
}
