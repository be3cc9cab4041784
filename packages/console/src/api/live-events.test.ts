import { QueryClient } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import { makeInvalidator, staleKeys } from './live-events.ts'

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

test('one change is followed within a blink, and a burst after it a few times a second', () => {
  vi.useFakeTimers()
  const client = new QueryClient()
  const asked = vi.spyOn(client, 'invalidateQueries')
  const books = () => asked.mock.calls.filter(([filter]) => filter?.queryKey?.[0] === 'book').length
  const tell = makeInvalidator(client)
  tell({ type: 'appointment.changed', ids: ['a'] })
  tell({ type: 'conversation.changed', ids: ['c'] })
  vi.advanceTimersByTime(20)
  expect(books()).toBe(1)
  for (let step = 0; step < 50; step += 1) {
    tell({ type: 'appointment.changed', ids: [`b${step}`] })
    vi.advanceTimersByTime(10)
  }
  expect(books()).toBeLessThanOrEqual(3)
  vi.advanceTimersByTime(300)
  expect(books()).toBeLessThanOrEqual(4)
  vi.useRealTimers()
})
