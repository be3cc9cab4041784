import { homedir } from 'node:os'
import { expect, test } from 'vitest'
import { filesBelow, root, textOf } from './support/source-files.ts'

const TEXT = /\.(tsx?|m?js|json|md|sql|css|html|ya?ml|svg|csv|txt)$|\/run$|rc$/

// Written in pieces, so that this file does not find itself.
const HOSTS = ['registry[.]' + 'npmjs', 'registry[.]' + 'yarnpkg', 'deb[.]' + 'debian[.]', 'npm[.]pkg[.]' + 'github']
const HOMES = ['/home/' + '[a-z_][a-z0-9_-]*/', '/Users/' + '[A-Za-z]+/']

const escape = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
const machine = [root, homedir()].filter((path) => path.length > 1).map((path) => `(?<![\\w.-])${escape(path)}/`)
const places = new RegExp([...HOSTS, ...HOMES, ...machine].join('|'))

test('no file names a path of somebody’s machine or a host that packages come from', () => {
  const found = filesBelow()
    .filter((path) => TEXT.test(path))
    .flatMap((path) =>
      textOf(path)
        .split('\n')
        .flatMap((line, index) => (places.test(line) ? [`${path}:${index + 1}`] : [])),
    )
  expect(found).toEqual([])
})

test.each([`${root}/packages`, '/home/' + 'ana/recado', 'https://registry.' + 'npmjs' + '.org/x'])(
  '%s would be found',
  (text) => {
    expect(text).toMatch(places)
  },
)
