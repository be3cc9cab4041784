import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { say } from './say.mjs'

const STALE_MS = 30 * 60_000

/** Runs `work` while no other process runs it for the same file; a holder that was killed is not waited for. */
export async function exclusively(file, waiting, work) {
  mkdirSync(dirname(file), { recursive: true })
  for (let told = false; !take(file);) {
    if (isStale(file)) rmSync(file, { force: true })
    else if (!told) {
      told = true
      say(waiting)
    }
    await sleep(100 + Math.random() * 100)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

function take(file) {
  try {
    const handle = openSync(file, 'wx')
    writeSync(handle, String(process.pid))
    closeSync(handle)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function isStale(file) {
  try {
    if (Date.now() - statSync(file).mtimeMs > STALE_MS) return true
    const pid = Number(readFileSync(file, 'utf8'))
    if (!pid) return false // being written in this moment
    process.kill(pid, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}
