import { sql } from 'kysely'
import { MINUTE } from '@recado/domain/shared/instant'
import { beforeAll, describe, expect, test } from 'vitest'
import { businessNow } from '../db/db.ts'
import { withTestDatabase } from '../db/test-db.ts'
import { miniClinic } from '../testing/mini-clinic.ts'
import { createDemoClock } from './demo-clock.ts'

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
    await expect(clockOf().moveTo((start + MINUTE) as typeof start)).rejects.toThrow('ECONNREFUSED')
    expect(await businessNow(database.db)).toBeGreaterThan(start)
  })
})
