import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { say } from './say.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The browser of this machine, or undefined. RECADO_CHROMIUM names another one. */
export function findBrowser() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const places = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [process.env.RECADO_CHROMIUM, ...places, ...ELSEWHERE].find((place) => place && isProgram(place))
}

/**
 * The browser, installed from Debian's packages where it is missing and we have the right.
 * @returns {{ path: string } | { missing: string }} the reason in plain words when there is none
 */
export function ensureBrowser() {
  const found = findBrowser()
  if (found) return { path: found }
  const apt = aptCommand()
  if (!apt)
    return {
      missing: 'there is no Chromium, and this user has no right to install it (Debian: apt-get install chromium)',
    }
  say('recado: installing Chromium for the browser tests (once, about a minute)')
  apt(['update'])
  apt(['install', '-y', '--no-install-recommends', 'chromium'])
  const path = findBrowser()
  return path ? { path } : { missing: 'Chromium could not be installed; the words of apt-get are above' }
}

function aptCommand() {
  if (process.platform !== 'linux' || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0)
    return undefined
  const isRoot = process.getuid() === 0
  if (!isRoot && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) return undefined
  const start = isRoot ? [] : ['sudo', '-n', '--preserve-env=DEBIAN_FRONTEND']
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return (args) => {
    const [command, ...rest] = [...start, 'apt-get', '-q', ...args]
    return spawnSync(command, rest, { env, stdio: ['ignore', 2, 2] })
  }
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
