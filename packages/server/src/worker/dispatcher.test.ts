import { sql } from 'kysely'
import pg from 'pg'
import type { SendOutcome } from '@recado/domain/messaging/send-outcome'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CallOptions } from '../channels/whatsapp/transport.ts'
import { withTestDatabase } from '../db/test-db.ts'
import { acquireLease, noteTemplates } from '../modules/messaging/index.ts'
import { machineClock, type MachineClock } from '../platform/clock.ts'
import { silentLog } from '../platform/log.ts'
import { bookVisit, miniClinic, type MiniClinic } from '../testing/mini-clinic.ts'
import { startDispatcher, type Dispatcher } from './dispatcher.ts'
import { startPresence, type Presence } from './presence.ts'

const database = withTestDatabase()
let clinic: MiniClinic
const running: { stop(): Promise<void> }[] = []

const run = (statement: ReturnType<typeof sql>) => clinic.within((trx) => statement.execute(trx))

beforeAll(async () => {
  clinic = await miniClinic(database.db)
  await noteTemplates(database.db, clinic.organizationId, '200900')
  await run(sql`update template set state = 'approved' where organization_id = ${clinic.organizationId}`)
})
beforeEach(async () => {
  await run(sql`update outbound_message set state = 'withdrawn', reason = 'other-test' where organization_id = ${clinic.organizationId} and state in ('planned', 'unknown', 'attempting')`) // prettier-ignore
  await sql`update installation set clock_offset_ms = round(extract(epoch from (timestamptz '2027-03-02 14:00Z' - clock_timestamp())) * 1000)`.execute(
    database.owner,
  )
})
afterEach(async () => {
  for (const one of running.splice(0).toReversed()) await one.stop()
})

async function until(check: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = performance.now() + 10_000
  while (!(await check())) {
    if (performance.now() > deadline) throw new Error('it did not come about')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** A wire that takes what is given to it when it is told to; each request asks first whether it may still leave. */
function wire() {
  const left: string[] = []
  const waiting: (() => void)[] = []
  let open = true
  const send = async (_: unknown, attemptId: string, { mayStart }: CallOptions = {}): Promise<SendOutcome> => {
    if (!open) await new Promise<void>((resolve) => waiting.push(resolve))
    if (mayStart?.() === false) return { kind: 'not-sent', why: 'aborted-before-start', retryAfterMs: 0 }
    left.push(attemptId)
    return { kind: 'accepted', wamid: `wamid.${attemptId}`, heldForQuality: false }
  }
  return {
    send,
    left,
    waiting,
    shut: () => void (open = false),
    reopen() {
      open = true
      for (const go of waiting.splice(0)) go()
    },
  }
}

function dispatcherOn(client: ReturnType<typeof wire>, clock: MachineClock = machineClock): Dispatcher {
  const presence = present('1/us')
  const dispatcher = startDispatcher({
    db: database.db,
    claims: database.db,
    outcomes: database.db,
    log: silentLog,
    clock,
    cipher: clinic.cipher,
    client,
    organizationId: clinic.organizationId,
    senderId: clinic.senderId,
    throughputMps: 80,
    presence,
    settleMs: 0,
  })
  running.push(dispatcher)
  return dispatcher
}

function present(owner: string): Presence {
  const presence = startPresence(database.db, owner, silentLog)
  running.push(presence)
  return presence
}

async function reminderIsDue() {
  const visit = await bookVisit(clinic)
  await run(
    sql`update outbound_message set due_at = business_now() where organization_id = ${clinic.organizationId} and appointment_id = ${visit.id} and step = 'confirm'`,
  )
  return visit
}

const stateOf = async (visitId: string) =>
  (
    await clinic.within((trx) =>
      sql<{ state: string; reason: string | null }>`select state, reason from outbound_message where organization_id = ${clinic.organizationId} and appointment_id = ${visitId} and step = 'confirm'`.execute(trx),
    )
  ).rows[0] // prettier-ignore

/** A machine clock that can be set forward, as it seems to a process that stood still. */
function stoppableClock() {
  let stood = 0
  return {
    now: machineClock.now,
    elapsedMs: () => machineClock.elapsedMs() + stood,
    standStill: (ms: number) => void (stood += ms),
  }
}

describe('a reminder that was let through and has not left yet', () => {
  test('does not leave when its process stood still and the person said STOP meanwhile', async () => {
    const client = wire()
    const clock = stoppableClock()
    client.shut()
    const visit = await reminderIsDue()
    const dispatcher = dispatcherOn(client, clock)
    dispatcher.wake()
    await until(() => client.waiting.length === 1)
    clock.standStill(2_000)
    await run(sql`update contact_point set opted_out_at = business_now() where organization_id = ${clinic.organizationId} and id = ${visit.contactPointId}`) // prettier-ignore
    client.reopen()
    await until(async () => (await stateOf(visit.id))?.state === 'denied')
    expect(client.left).toEqual([])
  })

  test('leaves after all when nothing has changed meanwhile, once', async () => {
    const client = wire()
    const clock = stoppableClock()
    client.shut()
    const visit = await reminderIsDue()
    dispatcherOn(client, clock).wake()
    await until(() => client.waiting.length === 1)
    clock.standStill(2_000)
    client.reopen()
    await until(async () => (await stateOf(visit.id))?.state === 'accepted')
    expect(client.left.length).toBe(1)
  })

  test('does not leave from a process that woke after its lease was over', async () => {
    const client = wire()
    const clock = stoppableClock()
    client.shut()
    await reminderIsDue()
    dispatcherOn(client, clock).wake()
    await until(() => client.waiting.length === 1)
    clock.standStill(60_000)
    const presence = present('2/them')
    await until(() => presence.isSeen())
    await run(sql`update sender set lease_until = clock_timestamp() where organization_id = ${clinic.organizationId}`)
    expect(await acquireLease(database.db, clinic.organizationId, clinic.senderId, '2/them')).toBeDefined()
    client.reopen()
    await until(() => client.waiting.length === 0)
    await run(sql`update sender set lease_until = null where organization_id = ${clinic.organizationId}`)
    expect(client.left).toEqual([])
  })
})

async function cutAllLocks(): Promise<void> {
  const client = new pg.Client({ connectionString: database.access.superuserUrl })
  await client.connect()
  await client.query(`select pg_terminate_backend(l.pid) from pg_locks l join pg_database d on d.oid = l.database
                       where l.locktype = 'advisory' and d.datname = current_database()`)
  await client.end()
}

describe('the number of a process that died', () => {
  const take = (owner: string) => acquireLease(database.db, clinic.organizationId, clinic.senderId, owner)

  test('is taken over at once, and that of one that lives is not', async () => {
    await run(sql`update sender set lease_until = null where organization_id = ${clinic.organizationId}`)
    const dying = startPresence(database.db, '3/dying', silentLog)
    await until(() => dying.isSeen())
    const first = await take('3/dying')
    expect(first).toBeDefined()
    expect(await take('4/next')).toBeUndefined()
    await dying.stop()
    const next = await take('4/next')
    expect(next?.token).toBe((first?.token ?? 0) + 1)
  })

  test('is taken over too when the server has cut its connection, and it shows itself again', async () => {
    await run(sql`update sender set lease_until = null where organization_id = ${clinic.organizationId}`)
    const cut = present('5/cut')
    await until(() => cut.isSeen())
    await take('5/cut')
    await cutAllLocks()
    await until(async () => (await take('6/next')) !== undefined)
    await until(() => cut.isSeen())
    expect(cut.isSeen()).toBe(true)
  })
})
