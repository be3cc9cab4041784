import { EventEmitter } from 'node:events'
import { afterEach, expect, test, vi } from 'vitest'
import { stopSignal } from './stop-signal.ts'

afterEach(() => void vi.useRealTimers())

test('one Ctrl-C stops in order, even when it arrives twice; a later one does not wait', () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const process = new EventEmitter()
  let impatient = 0
  const signal = stopSignal(() => (impatient += 1), process)
  expect(signal.aborted).toBe(false)
  process.emit('SIGINT')
  vi.advanceTimersByTime(5)
  process.emit('SIGINT')
  expect([signal.aborted, impatient]).toEqual([true, 0])
  vi.advanceTimersByTime(4_000)
  process.emit('SIGINT')
  expect(impatient).toBe(1)
})
