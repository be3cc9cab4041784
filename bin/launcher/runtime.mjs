import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { exclusively } from './exclusive.mjs'
import { requireWritable } from './install.mjs'
import { canRunTypeScript, runtimePackage } from './node-version.mjs'
import { npmCi } from './npm.mjs'
import { Problem, say } from './say.mjs'

/**
 * The Node that runs Recado: this one if it is new enough, else the pinned one, fetched once into .runtime/ as a package whose
 * checksum stands in bin/runtime/package-lock.json.
 */
export async function findNode(root) {
  if (canRunTypeScript(process.versions.node)) return process.execPath
  const name = runtimePackage(process.platform, process.arch)
  if (!name)
    throw new Problem(
      `Node.js ${process.versions.node} is too old and there is none to bring along for this machine: install Node.js 24.`,
    )
  const { version } = JSON.parse(readFileSync(join(root, 'bin', 'runtime', 'package-lock.json'), 'utf8')).packages[
    `node_modules/${name}`
  ]
  const folder = join(root, '.runtime', `node-${version}`)
  const node = join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (!existsSync(node)) await install(root, folder, version)
  return node
}

async function install(root, folder, version) {
  requireWritable(root)
  await exclusively(
    join(root, '.runtime', 'node.lock'),
    'recado: another start is fetching Node.js, waiting for it',
    async () => {
      if (existsSync(folder)) return
      say(
        `recado: this machine's Node.js ${process.versions.node} is too old, fetching ${version} (once, about 10 seconds)`,
      )
      const making = `${folder}.new`
      rmSync(making, { recursive: true, force: true })
      mkdirSync(making, { recursive: true })
      for (const file of ['package.json', 'package-lock.json'])
        cpSync(join(root, 'bin', 'runtime', file), join(making, file))
      await npmCi(making, ['--include=optional'])
      renameSync(making, folder) // whole or not at all: a fetch that was cut off is done again
    },
  )
}

/** Runs a script on that Node: in this very process where that is possible, else in a child. */
export async function runOn(node, script, args) {
  const quiet = Number(process.versions.node.split('.')[0]) >= 24 // 22 and 23 would warn of an experiment on every line of help
  if (node !== process.execPath || !quiet)
    return runChild(node, [...(quiet ? [] : ['--disable-warning=ExperimentalWarning']), script, ...args])
  whenNpmIsGone(() => process.kill(process.pid, 'SIGTERM'))
  process.argv.splice(1, Infinity, script, ...args)
  await import(pathToFileURL(script).href)
}

/** A signal to npm ends npm and the shell between it and us, and never reaches us: we notice that our parent is gone. */
function whenNpmIsGone(stop) {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    stop()
  }, 250)
  watch.unref()
}

/**
 * Ends as the child ended: same exit code, or 128 + the number of the signal. Signals that reach us are
 * passed on, and we leave only after it.
 */
function runChild(node, args) {
  const path = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` // tools that it starts find the same Node
  const child = spawn(node, args, { stdio: 'inherit', env: { ...process.env, PATH: path } })
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGUSR2']) process.on(name, () => child.kill(name))
  whenNpmIsGone(() => child.kill('SIGTERM'))
  child.once('error', () => {
    say('recado: Node.js could not be started')
    process.exit(1)
  })
  child.once('exit', (code, signal) => process.exit(code ?? 128 + (SIGNALS[signal] ?? 0)))
}

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGABRT: 6, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 }
