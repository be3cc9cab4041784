import { expect, test } from 'vitest'
import { staleKeys } from './live-events.ts'

test('a changed appointment makes the book and that appointment old, nobody else’s', () => {
  const keys = staleKeys([{ type: 'appointment.changed', ids: ['a'] }])
  expect(keys).toContainEqual(['book'])
  expect(keys).toContainEqual(['timeline', 'a'])
  expect(keys).not.toContainEqual(['timeline'])
})

test('a burst of events asks for each list once', () => {
  const keys = staleKeys([
    { type: 'touch.changed', ids: ['a'] },
    { type: 'touch.changed', ids: ['b'] },
    { type: 'appointment.changed', ids: ['a'] },
  ])
  expect(keys.filter(([area]) => area === 'book')).toHaveLength(1)
  expect(keys.filter(([area]) => area === 'timeline')).toEqual([
    ['timeline', 'a'],
    ['timeline', 'b'],
  ])
})

test('an import of thousands drops the area instead of naming each visit', () => {
  const ids = Array.from({ length: 2_000 }, (_, index) => String(index))
  expect(staleKeys([{ type: 'appointment.changed', ids }]).filter(([area]) => area === 'timeline')).toEqual([
    ['timeline'],
  ])
})

test('moving the clock makes every time on screen old', () => {
  expect(staleKeys([{ type: 'clock.moved', ids: [] }])).toEqual(
    expect.arrayContaining([['clock'], ['overview'], ['book']]),
  )
})
