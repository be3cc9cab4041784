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
  expect([store.size, await lengthOf(store.chunks()), (await store.all()).length]).toEqual([50_000, 50_000, 50_000])
  await store.close()
  expect(
    leftBehind()
      .filter((name) => !before.includes(name))
      .filter((name) => existsSync(`${tmpdir()}/${name}`)),
  ).toEqual([])
})
