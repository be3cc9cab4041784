import { afterEach, expect, test, vi } from 'vitest'
import { keepStream } from './event-stream.ts'

/** A browser's stream that does what the test says. */
class FakeSource extends EventTarget {
  static readonly CLOSED = 2
  static readonly opened: FakeSource[] = []
  readyState = 1
  readonly url: string
  constructor(url: string) {
    super()
    this.url = url
    FakeSource.opened.push(this)
  }
  close(): void {
    this.readyState = FakeSource.CLOSED
  }
  fail(forGood: boolean): void {
    this.readyState = forGood ? FakeSource.CLOSED : 0
    this.dispatchEvent(new Event('error'))
  }
  tell(type: string, data: string, lastEventId: string): void {
    this.dispatchEvent(new MessageEvent(type, { data, lastEventId }))
  }
}

function follow() {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', FakeSource)
  FakeSource.opened.length = 0
  const seen: string[] = []
  const close = keepStream({ onEvent: (data) => seen.push(data), onOpen: () => seen.push('open'), onLost: () => seen.push('lost') }) // prettier-ignore
  const last = (): FakeSource => {
    const source = FakeSource.opened.at(-1)
    if (!source) throw new Error('nothing was opened')
    return source
  }
  return { seen, close, last }
}

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a server that was away is asked again from where we were, later each time', () => {
  const { last, close } = follow()
  last().tell('appointment.changed', '{}', '41')
  last().fail(true)
  vi.advanceTimersByTime(1_000)
  expect(FakeSource.opened).toHaveLength(2)
  expect(last().url).toBe('/api/v1/events?lastEventId=41')
  last().fail(true)
  vi.advanceTimersByTime(1_500)
  expect(FakeSource.opened).toHaveLength(2)
  vi.advanceTimersByTime(500)
  expect(FakeSource.opened).toHaveLength(3)
  close()
})

test('a broken connection is the browser’s to mend: no second stream beside it', () => {
  const { last, seen, close } = follow()
  last().fail(false)
  vi.advanceTimersByTime(60_000)
  expect(FakeSource.opened).toHaveLength(1)
  expect(seen).toEqual(['lost'])
  close()
})

test('a position that is too old to resume from reads everything again', () => {
  const { last, seen, close } = follow()
  last().dispatchEvent(new Event('open'))
  last().dispatchEvent(new Event('reset'))
  expect(seen).toEqual(['open', 'open'])
  close()
})

test('who leaves the console opens nothing any more', () => {
  const { last, close } = follow()
  last().fail(true)
  close()
  vi.advanceTimersByTime(60_000)
  expect(FakeSource.opened).toHaveLength(1)
})
