import { expect, test } from 'vitest'
import { isTransient } from './transient.ts'

const withCode = (code: string) => Object.assign(new Error('failed'), { code })

test.each(['40001', '40P01', '55P03', '25P03', '57P01', '57P03', '08006', '53300', '53100', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE'])(
  '%s is the moment\'s fault',
  (code) => expect(isTransient(withCode(code))).toBe(true),
) // prettier-ignore

test.each(['23505', '22P02', '42P01', '25P02', '57014', 'RC001', 'ERR_INVALID_ARG_TYPE'])('%s is the work\'s own fault', (code) =>
  expect(isTransient(withCode(code))).toBe(false),
) // prettier-ignore

test('a connection that breaks or cannot be had is the moment\'s fault, as pg and Node word it', () => {
  expect(isTransient(new Error('Connection terminated unexpectedly'))).toBe(true)
  expect(isTransient(new Error('timeout exceeded when trying to connect'))).toBe(true)
  expect(isTransient(Object.assign(new Error('connect ENOENT'), { code: 'ENOENT', syscall: 'connect' }))).toBe(true)
  expect(isTransient(new Error('it failed', { cause: withCode('40P01') }))).toBe(true)
}) // prettier-ignore

test('nothing else is', () => {
  expect(isTransient(new Error('Connection is a word'))).toBe(false)
  expect(isTransient(Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'open' }))).toBe(false)
  expect(isTransient('40P01')).toBe(false)
})
