import { Failure } from '@recado/domain/shared/failure'
import { expect, test } from 'vitest'
import { answerFor } from './error-mapping.ts'

const withCode = (code: string, more: object = {}) =>
  Object.assign(new Error('secret words of a patient'), { code, ...more })

test.each([
  ['is starting', withCode('57P03')],
  ['was stopped', withCode('57P01')],
  ['has no room', withCode('53300')],
  ['is gone', withCode('ECONNREFUSED')],
  ['has no socket any more', withCode('ENOENT', { syscall: 'connect' })],
  ['broke off', new Error('Connection terminated unexpectedly')],
])('a database that %s is a 503: try again', (_what, error) => {
  const { status, body, unexpected } = answerFor(error)
  expect([status, body.error.code, unexpected]).toEqual([503, 'unavailable', true])
})

test.each([withCode('23505'), withCode('ENOENT', { syscall: 'open' }), new Error('boom'), 'a text', null])(
  'anything else that nobody expected is a 500 that tells nothing',
  (error) => {
    const { status, body } = answerFor(error)
    expect([status, body.error.code]).toEqual([500, 'internal'])
    expect(JSON.stringify(body)).not.toMatch(/boom|secret|text/)
  },
)

test('a failure keeps its words, its code and its details', () => {
  expect(answerFor(new Failure('conflict', 'Somebody was faster.', { version: 2 }))).toEqual({
    status: 409,
    body: { error: { code: 'conflict', message: 'Somebody was faster.', details: { version: 2 } } },
    unexpected: false,
  })
})
