import { randomFillSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { createIdSource, newId } from './ids.ts'

test('an id is a version 7 UUID that carries the millisecond it was made in', () => {
  const id = createIdSource(() => 0x0123456789ab, randomFillSync)()
  expect(id).toMatch(/^01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('ids made within one millisecond sort in the order in which they were made', () => {
  const next = createIdSource(() => 1_700_000_000_000, randomFillSync)
  const ids = Array.from({ length: 10_000 }, next)
  expect(ids).toEqual([...ids].sort())
  expect(new Set(ids).size).toBe(ids.length)
})

test('a clock that is set back does not make an older id', () => {
  let ms = 2_000
  const next = createIdSource(() => ms--, randomFillSync)
  const ids = Array.from({ length: 100 }, next)
  expect(ids).toEqual([...ids].sort())
})

test('two ids never share their random part', () => {
  const tails = new Set(Array.from({ length: 5_000 }, () => newId().slice(-17)))
  expect(tails.size).toBe(5_000)
})
