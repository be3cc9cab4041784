import { Failure } from '@recado/domain/shared/failure'
import { expect, test } from 'vitest'
import { createLog, type Log } from './log.ts'

function lines(write: (log: Log) => void): Record<string, unknown>[] {
  const written: string[] = []
  write(createLog('debug', { write: (line) => void written.push(line) }))
  return written.map((line) => JSON.parse(line) as Record<string, unknown>)
}

test('a line is an event name with ids, its level and its time', () => {
  const [line] = lines((log) => log.with({ worker: 'w1' }).info('outbox.claimed', { count: 3 }))
  expect(line).toMatchObject({ event: 'outbox.claimed', level: 'info', worker: 'w1', count: 3 })
  expect(line?.['time']).toBeTypeOf('number')
})

test.each(['Ana Pereira', '+34600111222', '34600111222', 'ana@example.org', 'não posso ir'])(
  'a value that reads as a person or a text is dropped: %s',
  (value) => {
    const [line] = lines((log) => log.info('patient.seen', { who: value }))
    expect(line).toMatchObject({ who: '[dropped]' })
  },
)

test.each(['0193a1f0-7c1e-7abc-8def-0123456789ab', 'wamid.HBgM', '2026-11-22T02:31:00.000Z', '23505'])(
  'an id, a code or a time is kept: %s',
  (value) => {
    const [line] = lines((log) => log.info('row.read', { id: value }))
    expect(line).toMatchObject({ id: value })
  },
)

test("a database's error is told by its code and constraint, never by its message, which may quote a patient", () => {
  const error = Object.assign(new Error('duplicate key value (phone)=(+34600111222)'), {
    code: '23505',
    constraint: 'one_phone',
  })
  const written = lines((log) => log.warn('contact.refused', { id: 'c1' }, error))
  expect(written[0]).toMatchObject({ code: '23505', constraint: 'one_phone' })
  expect(JSON.stringify(written)).not.toContain('34600111222')
})

test('our own failures keep their sentence, which is safe by rule', () => {
  const [line] = lines((log) =>
    log.error('start.failed', {}, new Failure('unavailable', 'The database does not answer')),
  )
  expect(line).toMatchObject({ why: 'The database does not answer', code: 'unavailable' })
})
