import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { pause } from '../clock.ts'
import { silentLog } from '../log.ts'
import { createPool } from './pool.ts'
import { ask, crashBench, end, isRunning } from './test-crashes.ts'

const bench = crashBench()
afterEach(() => bench.clear())
afterAll(() => bench.close())

const isRoot = process.getuid?.() === 0

describe('a clinic that starts and stops Recado', () => {
  test('finds its data again, on a server that trades no durability for speed', async () => {
    const folder = await bench.usedFolder()
    const first = await bench.start(folder)
    await ask(first.ownerUrl, 'create table book (n int); insert into book values (7)')
    await first.stop()
    const second = await bench.start(folder)
    expect(await ask(second.ownerUrl, 'select n as answer from book')).toBe(7)
    for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums']) {
      expect([setting, await ask(second.url, `select current_setting('${setting}') as answer`)]).toEqual([
        setting,
        'on',
      ])
    }
    expect(
      await ask(
        second.url,
        `select datlocprovider::text || datlocale as answer from pg_database where datname = 'recado'`,
      ),
    ).toBe('bC.UTF-8')
  })

  test('gives the application a login that is bound by row-level security, and a database nobody else can enter', async () => {
    const server = await bench.start(await bench.usedFolder())
    const mighty = `select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as answer from pg_roles where rolname = current_user`
    expect(await ask(server.url, mighty)).toBe(false)
    expect(await ask(server.ownerUrl, mighty)).toBe(false)
    expect(await ask(server.superuserUrl, `select current_setting('listen_addresses') as answer`)).toBe('')
    expect(statSync(server.home).mode & 0o777).toBe(0o700)
    expect(statSync(join(server.home, 'access.json')).mode & 0o777).toBe(0o600)
    const wrong = new URL(server.url)
    wrong.password = 'guessed'
    await expect(ask(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
  })

  test('leaves nothing running when it stops', async () => {
    const server = await bench.start(await bench.usedFolder())
    const pid = server.pid()
    await server.stop()
    await server.stop()
    expect(isRunning(pid)).toBe(false)
    expect(existsSync(join(server.home, 'recado.lock'))).toBe(false)
  })
})

describe('two starts on one data folder', () => {
  test('the second says so, and leaves the first alone', async () => {
    const folder = await bench.usedFolder()
    const first = await bench.start(folder)
    const { said } = await bench.startElsewhere(folder)
    expect(said.refused).toMatch(/^Recado is already running on this data folder \(process \d+\)/)
    expect(await ask(first.url, 'select 1 as answer')).toBe(1)
  })

  test('at the same moment: one wins', async () => {
    const folder = bench.emptyFolder()
    const starts = await Promise.all([
      bench.startElsewhere(folder),
      bench.startElsewhere(folder),
      bench.startElsewhere(folder),
    ])
    expect(starts.filter(({ said }) => said.refused === undefined)).toHaveLength(1)
  })
})

describe('a crash', () => {
  test('of Recado (kill -9): the next start stops the server that was left over and finds every committed row', async () => {
    const folder = await bench.usedFolder()
    const { child, said } = await bench.startElsewhere(folder)
    await ask(said.url, 'create table book (n int); insert into book select generate_series(1, 1000)')
    await end(child, 'SIGKILL')
    expect(isRunning(said.pid)).toBe(true)
    const next = await bench.start(folder)
    expect(isRunning(said.pid)).toBe(false)
    expect(await ask(next.ownerUrl, 'select count(*)::int as answer from book')).toBe(1000)
  })

  test('of Recado and the server together (power cut): the next start recovers every committed row', async () => {
    const folder = await bench.usedFolder()
    const { child, said } = await bench.startElsewhere(folder)
    await ask(said.url, 'create table book (n int); insert into book select generate_series(1, 1000)')
    process.kill(said.pid, 'SIGKILL')
    await end(child, 'SIGKILL')
    const next = await bench.start(folder)
    expect(await ask(next.ownerUrl, 'select count(*)::int as answer from book')).toBe(1000)
  })

  test('of the server alone: it is started again, and pools find it', async () => {
    const server = await bench.start(await bench.usedFolder())
    const pool = createPool({ url: server.ownerUrl, name: 'test', log: silentLog, max: 2 })
    await pool.query('create table book (n int); insert into book values (1)')
    const dead = server.pid()
    process.kill(dead, 'SIGKILL')
    while (server.pid() === dead) await pause(20)
    const rows = await eventually(async () => (await pool.query<{ n: number }>('select n from book')).rows)
    expect(rows).toEqual([{ n: 1 }])
    await pool.end()
  })

  test('of the server while it is asked to stop: it stops, and no server is left', async () => {
    const server = await bench.start(await bench.usedFolder())
    const dead = server.pid()
    process.kill(dead, 'SIGQUIT')
    while (isRunning(dead)) await pause(1)
    await pause(30) // the next one is on its way
    await server.stop()
    expect(isRunning(server.pid())).toBe(false)
  })

  test('in the middle of the first start leaves nothing that looks like a database', async () => {
    const folder = bench.emptyFolder()
    mkdirSync(join(folder, 'postgres', 'cluster.new'), { recursive: true })
    writeFileSync(join(folder, 'postgres', 'cluster.new', 'half'), 'written')
    const server = await bench.start(folder)
    expect(await ask(server.url, 'select 1 as answer')).toBe(1)
    expect(existsSync(join(server.home, 'cluster.new'))).toBe(false)
  })
})

describe.runIf(isRoot)('as root', () => {
  test('the server runs as a user of its own, never as root or nobody', async () => {
    const server = await bench.start(await bench.usedFolder())
    const uid = statSync(`/proc/${server.pid()}`).uid
    const name = readFileSync('/etc/passwd', 'utf8').split('\n').find((line) => line.split(':')[2] === String(uid)) // prettier-ignore
    expect(name?.split(':')[0]).toBe('recado')
  })

  test('a data folder below a private home keeps its database elsewhere, says where, and finds it again', async () => {
    const [folder, systemHome] = [bench.emptyFolder(0o700), bench.emptyFolder()]
    const first = await bench.start(folder, systemHome)
    expect(first.home.startsWith(systemHome)).toBe(true)
    expect(first.moved).toBe(`the database is in ${first.home}, because its own user cannot reach the data folder`)
    await ask(first.ownerUrl, 'create table book (n int); insert into book values (7)')
    await first.stop()
    const second = await bench.start(folder, systemHome)
    expect(await ask(second.ownerUrl, 'select n as answer from book')).toBe(7)
  })
})

/** The answer as soon as there is one; the last error after ten seconds. */
async function eventually<Answer>(run: () => Promise<Answer>): Promise<Answer> {
  const until = performance.now() + 10_000
  for (;;) {
    try {
      return await run()
    } catch (error) {
      if (performance.now() > until) throw error
      await pause(20)
    }
  }
}
