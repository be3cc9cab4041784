import { readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { isRunning } from '../platform/postgres/test-crashes.ts'
import { recadoBench } from './test-recado.ts'

// One data folder for all of them, as in a clinic: making the demo is the longest part of a first start.
const bench = recadoBench()
afterEach(() => bench.stopAll())
afterAll(() => bench.clear())

const serverPid = () =>
  Number(readFileSync(join(bench.folder, 'data/postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0])
const consoleUrl = (ready: string | undefined) => /console (http:\/\/[\d.]+:\d+)/.exec(ready ?? '')?.[1] ?? ''

describe('recado start', () => {
  test('is ready in one line with the addresses, and Ctrl-C leaves nothing running', async () => {
    const recado = await bench.start()
    expect(recado.ready).toMatch(
      /^Recado is ready \(DEMO: made-up patients\): console http:\/\/127\.0\.0\.1:\d+, phones http:\/\/127\.0\.0\.1:\d+\.$/,
    )
    const pid = serverPid()
    recado.child.kill('SIGINT')
    recado.child.kill('SIGINT') // a terminal and the launcher both pass on one keystroke
    expect([await recado.exited, recado.errors()]).toEqual([0, ''])
    expect(isRunning(pid)).toBe(false)
  })

  test('a second start on the same folder says so and exits, and the first goes on', async () => {
    const first = await bench.start()
    const second = await bench.start()
    expect(await second.exited).toBe(1)
    expect(second.errors()).toMatch(/^recado: Recado is already running on this data folder \(process \d+\)/m)
    expect((await fetch(`${consoleUrl(first.ready)}/healthz`)).status).toBe(200)
  })

  test('after kill -9 of everything the next start is ready again', async () => {
    const first = await bench.start()
    process.kill(serverPid(), 'SIGKILL')
    first.child.kill('SIGKILL')
    await first.exited
    const second = await bench.start()
    expect(second.ready).toMatch(/^Recado is ready/)
  })

  test('a database keeps the mode that it was made in', async () => {
    const first = await bench.start()
    first.child.kill('SIGTERM')
    await first.exited
    const second = await bench.start({ RECADO_MODE: 'live' })
    expect(await second.exited).toBe(2)
    expect(second.errors().trim().split('\n')).toHaveLength(1)
  })

  test('the bootstrap key reaches no child process', async () => {
    await bench.start({ RECADO_BOOTSTRAP_API_KEY: 'a-key-for-checks-that-is-long-enough' })
    expect(readFileSync(`/proc/${serverPid()}/environ`, 'utf8')).not.toContain('a-key-for-checks')
  })

  test('a port that another program holds is named with what to do', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    const recado = await bench.start({ PORT: String(port) })
    expect(await recado.exited).toBe(1)
    expect(recado.errors()).toContain(
      `recado: Another program listens on 127.0.0.1:${port}: stop it, or choose other ports`,
    )
    other.close()
  })
})
