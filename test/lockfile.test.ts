import { describe, expect, test } from 'vitest'
import { textOf } from './support/source-files.ts'

type Entry = {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly link?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
type Packages = Readonly<Record<string, Entry>>

/**
 * What `npm ci` would stumble over elsewhere. npm can leave out platform packages that its server did not have in that moment, and
 * writes no error; `npm ci` then refuses the lock (github.com/npm/cli/issues/4828).
 */
function faults(packages: Packages): string[] {
  const names = new Set(
    Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)),
  )
  return Object.entries(packages).flatMap(([path, entry]) => [
    ...Object.keys(entry.optionalDependencies ?? {}).filter((name) => !names.has(name)).map((name) => `${name} is missing (optional of ${path || 'the project'})`), // prettier-ignore
    ...(entry.resolved?.includes('://') ? [`${path} carries the address that it came from`] : []),
    ...(path.includes('node_modules/') && !entry.link && !entry.integrity ? [`${path} has no checksum`] : []),
  ])
}

describe.each(['package-lock.json', 'bin/runtime/package-lock.json'])('%s', (path) => {
  const { packages } = JSON.parse(textOf(path)) as { packages: Packages }
  test('is complete, has checksums and no addresses', () => expect(faults(packages)).toEqual([]))
})

test('every package is asked for in one exact version', () => {
  const lock = JSON.parse(textOf('package-lock.json')) as { packages: Readonly<Record<string, { dependencies?: Record<string, string>; devDependencies?: Record<string, string> }>> } // prettier-ignore
  const ours = Object.entries(lock.packages).filter(([name]) => name === '' || /^packages\/[^/]+$/.test(name))
  const asked = ours.flatMap(([, { dependencies = {}, devDependencies = {} }]) =>
    Object.entries({ ...dependencies, ...devDependencies }),
  )
  const loose = asked.filter(
    ([name, range]) => !name.startsWith('@recado/') && !/^(npm:.+@)?\d+\.\d+\.\d+[\w.-]*$/.test(range),
  )
  expect(loose).toEqual([])
})

test('each fault is seen', () => {
  const broken: Packages = {
    '': { optionalDependencies: { '@x/linux': '1.0.0' } },
    'node_modules/a': { integrity: 'sha512-a', resolved: 'https://packages.example/a.tgz' },
    'node_modules/b': { version: '1.0.0' },
  }
  expect(faults(broken)).toEqual([
    '@x/linux is missing (optional of the project)',
    'node_modules/a carries the address that it came from',
    'node_modules/b has no checksum',
  ])
})
