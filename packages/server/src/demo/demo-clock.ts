import { sql } from 'kysely'
import { Failure } from '@recado/domain/shared/failure'
import { CLOCK_STEP } from '@recado/contracts/demo'
import {
  DAY,
  HOUR,
  MINUTE,
  SECOND,
  formatInstant,
  parseInstant,
  shift,
  type Instant,
} from '@recado/domain/shared/instant'
import { businessNow, type Db } from '../db/db.ts'
import { pause } from '../platform/clock.ts'
import { inOrganization } from '../platform/postgres/tenancy.ts'
import type { Worker } from '../worker/worker.ts'
import { createPhonesControl } from './phones-control.ts'

export type ClockMove = { readonly advance: string } | { readonly to: string }

export type DemoClock = {
  now(): Promise<Instant>
  nextDueAt(): Promise<Instant | undefined>
  /**
   * A move that was cut off (its process was killed) ends where it had come to: the clock runs on, the phones' too. Waits
   * until nobody steps any more.
   */
  resume(): Promise<void>
  /** Steps there through everything that falls due, each at its own time. Answers how many moments that were. */
  moveTo(move: ClockMove): Promise<{ readonly now: Instant; readonly ran: number }>
}

export type DemoClockDeps = {
  readonly db: Db
  readonly organizationId: string
  /** Absent when the worker runs in another process; then the database alone tells when nothing is due. */
  readonly worker: Worker | undefined
  readonly simulatorUrl: string
}

/** Longer than any call may take; then the clock goes on, and what is left stays due. */
const PATIENCE_MS = 20_000
const POLL_MS = 4

export function createDemoClock(deps: DemoClockDeps): DemoClock {
  const { db } = deps
  const phones = createPhonesControl(deps.simulatorUrl)
  let moving = false

  async function moveTo(move: ClockMove): Promise<{ now: Instant; ran: number }> {
    if (moving) throw new Failure('conflict', 'The clock is being moved already. Try again when it has arrived.')
    const start = await businessNow(db)
    const target = parseTarget(start, move)
    if (target < start) throw new Failure('conflict', 'The clock only moves forward.', { now: formatInstant(start) })
    moving = true
    const keeping = setInterval(() => void keepFrozen(db).catch(() => undefined), KEEP_EVERY_MS) // it runs on by itself
    let arrived = false
    try {
      await freezeAt(db, start)
      await phones.stepTo(start, true)
      const ran = await stepThrough(start, target)
      arrived = true
      return { now: target, ran }
    } finally {
      // Whatever happened, the clock runs on at real speed from where it has come to.
      clearInterval(keeping)
      await runOn(db)
      if (!arrived) await release()
      moving = false
      deps.worker?.wake()
    }
  }

  async function stepThrough(start: Instant, target: Instant): Promise<number> {
    let ran = 0
    await settle(deps, phones, start)
    for (;;) {
      const at = await nextMoment(await businessNow(db))
      if (at === undefined || at > target) break
      ran++
      await freezeAt(db, at)
      await phones.stepTo(at, true)
      await deps.worker?.runTimers()
      await settle(deps, phones, at)
    }
    await freezeAt(db, target)
    await phones.stepTo(target, true)
    await settle(deps, phones, target)
    await phones.stepTo(target, false)
    return ran
  }

  const release = async () => phones.stepTo(await businessNow(db), false).catch(() => undefined) // phones that are away have no clock

  async function resume(): Promise<void> {
    for (;;) {
      const left = await frozenForMs(db)
      if (left === undefined || moving) return
      if (left <= 0) break
      await pause(Math.min(left + 1, KEEP_EVERY_MS))
    }
    await runOn(db)
    await release()
  }

  async function nextMoment(after: Instant): Promise<Instant | undefined> {
    const moments = [await nextDue(db, deps.organizationId, after), await phones.nextDue()].flatMap((at) =>
      at !== undefined && at > after ? [at] : [],
    )
    return moments.length === 0 ? undefined : (Math.min(...moments) as Instant)
  }

  return {
    now: () => businessNow(db),
    nextDueAt: async () => nextDue(db, deps.organizationId, await businessNow(db)),
    moveTo,
    resume,
  }
}

/** Whoever steps says so again and again: when it dies, time runs on by itself after this long (see business_now()). */
const FROZEN_FOR_MS = 6_000
const KEEP_EVERY_MS = 1_500

const frozenUntil = sql`clock_timestamp() + make_interval(secs => ${FROZEN_FOR_MS / 1_000})`

/** Never back, should time have run on meanwhile. */
const freezeAt = (db: Db, at: Instant) =>
  sql`
    update installation
       set clock_frozen_at = greatest(to_timestamp(${at}::float8 / 1000), case when clock_frozen_at is not null then business_now() end),
           clock_frozen_until = ${frozenUntil}`.execute(db)

const keepFrozen = (db: Db) =>
  sql`
    update installation set clock_frozen_until = ${frozenUntil}
     where clock_frozen_at is not null and clock_frozen_until > clock_timestamp()`.execute(db)

/** How long it still stands if nobody prolongs it; undefined when it runs, or was stopped for good. */
async function frozenForMs(db: Db): Promise<number | undefined> {
  const { rows } = await sql<{ left: number }>`
    select extract(epoch from clock_frozen_until - clock_timestamp())::float8 * 1000 as left
      from installation where clock_frozen_at is not null and clock_frozen_until is not null`.execute(db)
  return rows[0]?.left
}

const runOn = (db: Db) =>
  sql`
    update installation
       set clock_offset_ms = round(extract(epoch from (business_now() - clock_timestamp())) * 1000), clock_frozen_at = null,
           clock_frozen_until = null
     where clock_frozen_at is not null`.execute(db)

/** The next moment at which our side has something to do: a message, an open outcome, a visit that counts as done. */
async function nextDue(db: Db, organizationId: string, after: Instant): Promise<Instant | undefined> {
  return inOrganization(db, organizationId, async (trx) => {
    const { rows } = await sql<{ at: Instant | null }>`
      select min(at) as at from (
        select min(due_at) as at from outbound_message
         where organization_id = ${organizationId} and waiting and due_at > to_timestamp(${after}::float8 / 1000)
        union all
        select min(due_at) from outbound_message
         where organization_id = ${organizationId} and unclear and due_at > to_timestamp(${after}::float8 / 1000)
        union all
        select min(a.start_at + make_interval(mins => coalesce(a.duration_min, 0) + o.assume_fulfilled_after_min))
          from appointment a join source o on o.organization_id = a.organization_id and o.id = a.source_id
         where a.organization_id = ${organizationId} and o.assume_fulfilled_after_min is not null
           and a.status in ('proposed', 'pending', 'booked', 'arrived', 'in-progress')
           and a.confirmation not in ('declined', 'reschedule-requested')
           and a.start_at + make_interval(mins => coalesce(a.duration_min, 0) + o.assume_fulfilled_after_min) > to_timestamp(${after}::float8 / 1000)
      ) due`.execute(trx)
    return rows[0]?.at ?? undefined
  })
}

/**
 * Waits until nothing is left to do at this moment, here and on the phones. The order of the looks matters: when every
 * webhook is stored, and then nothing stored, due or on the wire is left, nobody can give anybody anything to do.
 */
async function settle(deps: DemoClockDeps, phones: ReturnType<typeof createPhonesControl>, at: Instant): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS
  while (performance.now() < deadline) {
    const left = !(await nothingLeft(deps.db, deps.organizationId, at))
    if (!left && (await phones.quietAt(at)) && (await nothingLeft(deps.db, deps.organizationId, at))) return
    deps.worker?.wake()
    deps.worker?.wakeReceiver()
    await pause(POLL_MS)
  }
}

async function nothingLeft(db: Db, organizationId: string, at: Instant): Promise<boolean> {
  return inOrganization(db, organizationId, async (trx) => {
    const { rows } = await sql<{ busy: boolean }>`
      select exists (select from send_attempt where organization_id = ${organizationId} and outcome = 'pending')
          or exists (select from outbound_message where organization_id = ${organizationId} and waiting
                       and due_at <= to_timestamp(${at}::float8 / 1000))
          or exists (select from inbound_event where organization_id = ${organizationId} and state = 'stored') as busy`.execute(
      trx,
    )
    return rows[0]?.busy === false
  })
}

const UNITS_MS = [7 * DAY, DAY, HOUR, MINUTE, SECOND]
/** As far as dates are written with four digits. */
const LAST = parseInstant('9999-12-31T00:00:00Z')

/** @throws Failure `invalid` for a moment that no calendar here reaches */
export function parseTarget(now: Instant, move: ClockMove): Instant {
  const target = 'to' in move ? parseInstant(move.to) : shift(now, durationMs(move.advance))
  if (!(target <= LAST)) throw new Failure('invalid', 'That is too far.')
  return target
}

function durationMs(text: string): number {
  const parts = (CLOCK_STEP.exec(text) ?? []).slice(1)
  return Math.round(UNITS_MS.reduce((sum, unit, at) => sum + unit * Number((parts[at] ?? '0').replace(',', '.')), 0))
}
