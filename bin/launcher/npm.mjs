import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Problem } from './say.mjs'

/** npm of the running installation: the one that started us, or the one beside this Node. */
function findNpm() {
  const bin = dirname(process.execPath)
  const places = [
    process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : undefined,
    join(bin, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(bin, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    '/usr/share/nodejs/npm/bin/npm-cli.js', // Debian's own package
    '/usr/lib/node_modules/npm/bin/npm-cli.js',
    '/usr/local/lib/node_modules/npm/bin/npm-cli.js',
  ]
  return places.find((place) => place && existsSync(place))
}

/** Runs `npm ci` in `folder`. Everything that it says goes to standard error. */
export function npmCi(folder, args = []) {
  const cli = findNpm()
  const flags = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...args]
  const [command, start] = cli ? [process.execPath, [cli]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []]
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...start, ...flags], {
      cwd: folder,
      env: installEnvironment(),
      stdio: ['ignore', 2, 2],
      shell: !cli && process.platform === 'win32',
    })
    child.once('error', () => reject(new Problem('npm was not found: install npm beside Node.js and start again.')))
    child.once('close', (code, signal) => {
      if (code === 0) resolve()
      else
        reject(
          new Problem(`npm could not install what is missing (${signal ?? `exit ${code}`}); its own words are above.`),
        )
    })
  })
}

/** Keys and tokens of the clinic, and what an outer npm was told, are no business of an install. */
function installEnvironment() {
  const secret =
    /^(RECADO_|WHATSAPP_|DATABASE_|npm_config_(?!cache$|userconfig$|registry$|.*proxy$|cafile$)|npm_package_|npm_lifecycle_|NODE_ENV$)/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !secret.test(name)))
}
