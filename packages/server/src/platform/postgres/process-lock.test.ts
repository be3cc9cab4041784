import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { isAlive, takeProcessLock, type LockHolder } from './process-lock.ts'

const folder = mkdtempSync(join(tmpdir(), 'recado-lock-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const path = (name: string) => join(folder, name)

test('a lock that is held names its holder, and is free again when it is released', async () => {
  const first = await takeProcessLock(path('held'))
  expect(await takeProcessLock(path('held'))).toMatchObject({ heldBy: { pid: process.pid } })
  if ('release' in first) await first.release()
  expect(await takeProcessLock(path('held'))).toHaveProperty('release')
})

test('the lock of a process that is gone is taken over', async () => {
  const child = spawn(process.execPath, ['-e', ''])
  await new Promise((resolve) => child.once('exit', resolve))
  writeFileSync(path('gone'), JSON.stringify({ pid: child.pid, started: 'once' }))
  expect(await takeProcessLock(path('gone'))).toHaveProperty('release')
})

test('a later process with the same number does not keep a lock alive', async () => {
  writeFileSync(path('reused'), JSON.stringify({ pid: process.pid, started: 'before the machine was restarted' }))
  expect(await takeProcessLock(path('reused'))).toHaveProperty('release')
})

test('a lock that nobody can read is taken over', async () => {
  writeFileSync(path('torn'), '{"pid":')
  expect(await takeProcessLock(path('torn'))).toHaveProperty('release')
})

test('of many who find a stale lock, one gets it, and nothing else is left lying about', async () => {
  writeFileSync(path('race'), JSON.stringify({ pid: 2 ** 22 + 1, started: 'never' }))
  const taken = await Promise.all(Array.from({ length: 20 }, () => takeProcessLock(path('race'))))
  expect(taken.filter((lock) => 'release' in lock)).toHaveLength(1)
  expect(readdirSync(folder).filter((name) => name.startsWith('race.'))).toEqual([])
})

test('this process is alive in its own lock', async () => {
  await takeProcessLock(path('own'))
  expect(existsSync(path('own'))).toBe(true)
  expect(isAlive(JSON.parse(readFileSync(path('own'), 'utf8')) as LockHolder)).toBe(true)
})
