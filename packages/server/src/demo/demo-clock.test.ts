import { sql } from 'kysely'
import { instant, MINUTE } from '@recado/domain/shared/instant'
import { beforeAll, describe, expect, test } from 'vitest'
import { businessNow } from '../db/db.ts'
import { withTestDatabase } from '../db/test-db.ts'
import { miniClinic } from '../testing/mini-clinic.ts'
import { createDemoClock, parseTarget } from './demo-clock.ts'

const database = withTestDatabase()
beforeAll(() => miniClinic(database.db))

const FAR = Date.parse('2027-03-02T14:00:00Z')

/** As a process leaves it that was killed while it stepped. */
const frozen = (leftMs: number) =>
  sql`update installation set clock_frozen_at = to_timestamp(${FAR / 1_000}), clock_frozen_until = clock_timestamp() + make_interval(secs => ${leftMs / 1_000})`.execute(
    database.owner,
  )

const clockOf = () =>
  createDemoClock({ db: database.db, organizationId: '01900000-0000-7000-8000-000000000000', worker: undefined, simulatorUrl: 'http://127.0.0.1:9' }) // prettier-ignore

describe('the clock of a demo whose process was killed while it stepped', () => {
  test('stands for a moment, then runs on by itself from where it had come to', async () => {
    await frozen(60_000)
    expect(await businessNow(database.db)).toBe(FAR)
    await frozen(-5_000)
    const first = await businessNow(database.db)
    expect(first - FAR).toBeGreaterThanOrEqual(5_000)
    expect(first - FAR).toBeLessThan(MINUTE)
    expect(await businessNow(database.db)).toBeGreaterThan(first)
  })

  test('is put right by the next start, without a jump', async () => {
    await frozen(300)
    await clockOf().resume()
    const { rows } = await sql<{ standing: boolean }>`select clock_frozen_at is not null as standing from installation`.execute(database.owner) // prettier-ignore
    expect(rows).toEqual([{ standing: false }])
    const now = await businessNow(database.db)
    expect(now).toBeGreaterThanOrEqual(FAR)
    expect(now - FAR).toBeLessThan(MINUTE)
  })

  test('is left alone by a start while nothing is wrong with it', async () => {
    const before = await businessNow(database.db)
    await clockOf().resume()
    expect((await businessNow(database.db)) - before).toBeLessThan(MINUTE)
  })

  test('runs on when the phones cannot be reached in the middle of a move', async () => {
    const start = await businessNow(database.db)
    await expect(clockOf().moveTo({ advance: 'PT1M' })).rejects.toThrow('ECONNREFUSED')
    expect(await businessNow(database.db)).toBeGreaterThan(start)
  })
})

describe('how far the clock is to go', () => {
  const from = instant(Date.parse('2026-11-22T08:00:00Z'))
  const to = (text: string) => new Date(parseTarget(from, { advance: text })).toISOString().slice(0, 19)
  test.each([
    ['PT46H', '2026-11-24T06:00:00'],
    ['P2D', '2026-11-24T08:00:00'],
    ['P1DT2H30M', '2026-11-23T10:30:00'],
    ['P2W', '2026-12-06T08:00:00'],
    ['PT1.5H', '2026-11-22T09:30:00'],
    ['PT0,5S', '2026-11-22T08:00:00'],
    ['PT0S', '2026-11-22T08:00:00'],
  ])('is %s', (text, expected) => expect(to(text)).toBe(expected))

  test('has an end', () => expect(() => parseTarget(from, { advance: 'P99999999D' })).toThrow('too far'))
})
