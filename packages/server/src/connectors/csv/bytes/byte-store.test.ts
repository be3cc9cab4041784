import { existsSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { headOf, keepBytes } from './byte-store.ts'

async function* pieces(count: number) {
  for (let at = 0; at < count; at++) yield Buffer.alloc(1000, 65 + (at % 26))
}

async function lengthOf(chunks: AsyncIterable<Uint8Array>): Promise<number> {
  let length = 0
  for await (const chunk of chunks) length += chunk.length
  return length
}

const leftBehind = () => readdirSync(tmpdir()).filter((name) => name.startsWith('recado-import-'))

test('a small file stays in memory and can be read again and again', async () => {
  const store = await keepBytes(pieces(5))
  expect([store.size, await lengthOf(store.chunks()), await lengthOf(store.chunks())]).toEqual([5000, 5000, 5000])
  expect(Buffer.from(await headOf(store, 3)).toString()).toBe('AAA')
})

test('a large file goes to a temporary file that is gone afterwards', async () => {
  const before = leftBehind()
  const store = await keepBytes(pieces(50), 10_000)
  expect(leftBehind().length).toBe(before.length + 1)
  expect([store.size, await lengthOf(store.chunks()), await lengthOf(store.range(0, store.size))]).toEqual([
    50_000, 50_000, 50_000,
  ])
  await store.close()
  expect(
    leftBehind()
      .filter((name) => !before.includes(name))
      .filter((name) => existsSync(`${tmpdir()}/${name}`)),
  ).toEqual([])
})

test.each([
  ['in memory', 1_000_000],
  ['on disk', 10_000],
])('a part of the file can be read alone: %s', async (_where, memoryBytes) => {
  const store = await keepBytes(pieces(50), memoryBytes)
  const parts = []
  for await (const chunk of store.range(999, 3001)) parts.push(chunk)
  expect(Buffer.concat(parts).toString()).toBe(`A${'B'.repeat(1000)}${'C'.repeat(1000)}D`)
  expect([await lengthOf(store.range(49_990, 60_000)), await lengthOf(store.range(7, 7))]).toEqual([10, 0])
  await store.close()
})
