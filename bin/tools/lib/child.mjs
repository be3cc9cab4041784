import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './root.mjs'

/** A program of node_modules, by the file that its package names as its bin. */
export const program = (path) => join(root, 'node_modules', path)

/** Runs a script on this Node in the checkout, its output going to ours. Answers the exit code. */
export function runScript(script, args, env = {}) {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name))
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
}

/** Runs a script and keeps its output until it is done: for steps that run side by side. */
export function runQuietly(script, args, env = {}) {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0', ...env },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  return new Promise((resolve) => child.once('close', (code) => resolve({ ok: code === 0, output })))
}
