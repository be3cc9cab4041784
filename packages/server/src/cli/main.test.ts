import { spawn } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const launcher = join(import.meta.dirname, '../../../../bin/recado.mjs')
const folder = mkdtempSync(join(tmpdir(), 'recado-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs `recado` as a user would, in an environment with nothing of ours but `env`. */
function recado(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const { PATH = '', HOME = folder } = process.env
  const surroundings = {
    PATH,
    HOME,
    RECADO_DATA_DIR: join(folder, 'data'),
    RECADO_KEY_DIR: join(folder, 'keys'),
    PORT: '0',
    SIMULATOR_PORT: '0',
  }
  const child = spawn(process.execPath, [launcher, ...args], { env: { ...surroundings, ...env } })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk) => (stdout += String(chunk)))
  child.stderr.on('data', (chunk) => (stderr += String(chunk)))
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })))
}

describe('the command line', () => {
  test('shows its commands', async () => {
    const { code, stdout } = await recado(['help'])
    expect(code).toBe(0)
    expect(stdout).toContain('doctor')
  })

  test('answers a command with --help by its help', async () => {
    const { stdout } = await recado(['doctor', '--help'])
    expect(stdout).toContain('Looks at Node.js')
  })

  test('answers an unknown command in words, or as one JSON object when JSON was asked for', async () => {
    expect(await recado(['nonsense'])).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('no command "nonsense"'),
    })
    const { code, stdout } = await recado(['nonsense', '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toEqual({
      error: { code: 'unknown-command', message: expect.stringContaining('nonsense') },
    })
  })

  test('says which database does not answer', async () => {
    const { code, stderr } = await recado(['migrate'], { DATABASE_URL: 'postgres://desk:secret@127.0.0.1:9/clinic' })
    expect([code, stderr]).toEqual([1, expect.stringContaining('127.0.0.1:9: is PostgreSQL running')])
    expect(stderr).not.toContain('secret')
  })

  test('does not take a name that every object has for a command', async () => {
    expect(await recado(['constructor'])).toMatchObject({ code: 1 })
  })
})

describe('the doctor', () => {
  test('finds a sound installation in order, and leaves no database behind', async () => {
    const { code, stdout } = await recado(['doctor', '--json'])
    const { ok, checks } = JSON.parse(stdout) as { ok: boolean; checks: { name: string; state: string }[] }
    expect([code, ok]).toEqual([0, true])
    expect(checks.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'PostgreSQL',
        'fsync',
        'full_page_writes',
        'synchronous_commit',
        'disk',
        'keys',
        'clock',
      ]),
    )
    expect(readdirSync(folder)).toEqual([])
  })

  test('names each problem of the configuration with what to do', async () => {
    const { code, stdout } = await recado(['doctor'], { HOST: '0.0.0.0' })
    expect(code).toBe(1)
    expect(stdout).toContain('BAD  configuration: HOST must be a loopback address')
  })

  test('sees a port that another program holds', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    const { code, stdout } = await recado(['doctor'], { PORT: String(port) })
    other.close()
    expect(code).toBe(1)
    expect(stdout).toContain(`BAD  port ${port}: another program listens there`)
  })

  test('says how a database that cannot be reached is to be put right', async () => {
    const { code, stdout } = await recado(['doctor'], { DATABASE_URL: 'postgres://nobody:x@127.0.0.1:9/none' })
    expect(code).toBe(1)
    expect(stdout).toMatch(/BAD {2}PostgreSQL: does not let us in \(ECONNREFUSED\)\n.*DATABASE_URL/)
  })
})
