import { sql } from 'kysely'
import type { SendOutcome } from '@recado/domain/messaging/send-outcome'
import { instant, MINUTE, SECOND } from '@recado/domain/shared/instant'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withTestDatabase } from '../../db/test-db.ts'
import { businessNow } from '../../db/db.ts'
import { apiOf } from '../../testing/api-client.ts'
import { bookVisit, miniClinic, type MadeVisit, type MiniClinic } from '../../testing/mini-clinic.ts'
import { afterAttempt } from './after-attempt.ts'
import { applyStatuses } from './apply-statuses.ts'
import { dispatchBatch, type Outgoing } from './dispatch-batch.ts'
import { recordOutcomes } from './ledger.ts'
import type { DeliveryPart } from './parts.ts'
import { acquireLease, type Lease } from './sender-lease.ts'
import { noteTemplates } from './template-rows.ts'
import { recoverAttempts, recoverExpired, settleUnknowns } from './unknowns.ts'

const database = withTestDatabase()
let clinic: MiniClinic
let lease: Lease
let visit: MadeVisit

const run = (statement: ReturnType<typeof sql>) => clinic.within((trx) => statement.execute(trx))

beforeAll(async () => {
  clinic = await miniClinic(database.db)
  await noteTemplates(database.db, clinic.organizationId, '200900')
  await run(sql`update template set state = 'approved' where organization_id = ${clinic.organizationId}`)
})

/** A Tuesday, 11:00 in São Paulo: no rule of the gate keeps a reminder back. What the last test left is put away. */
beforeEach(async () => {
  await run(sql`update outbound_message set state = 'withdrawn', reason = 'other-test' where organization_id = ${clinic.organizationId} and state in ('planned', 'unknown', 'attempting')`) // prettier-ignore
  await sql`update installation set clock_offset_ms = round(extract(epoch from (timestamptz '2027-03-02 14:00Z' - clock_timestamp())) * 1000)`.execute(
    database.owner,
  )
  lease = await takeOver()
  visit = await bookVisit(clinic)
  await dueNow()
})

async function takeOver(): Promise<Lease> {
  await run(sql`update sender set lease_until = null where organization_id = ${clinic.organizationId}`)
  const taken = await acquireLease(database.db, clinic.organizationId, clinic.senderId, 'us')
  if (!taken) throw new Error('the sender is taken')
  return taken
}

const dueNow = () =>
  run(
    sql`update outbound_message set due_at = business_now() where organization_id = ${clinic.organizationId} and step = 'confirm' and state = 'planned'`,
  )

const later = (ms: number) => sql`update installation set clock_offset_ms = clock_offset_ms + ${ms}`.execute(database.owner) // prettier-ignore

/** The reminder leaves: an attempt is committed and on the wire. */
async function leaves(): Promise<Outgoing> {
  const { outgoing } = await dispatchBatch(database.db, clinic.cipher, lease, 10, 0)
  const [one] = outgoing
  if (!one || outgoing.length > 1) throw new Error(`${outgoing.length} messages leave`)
  return one
}

const answered = (outgoing: Outgoing, outcome: SendOutcome) =>
  clinic.within(async (trx) => {
    const now = await businessNow(trx)
    const message = afterAttempt(outgoing, outcome, now, 0)
    await recordOutcomes(trx, clinic.organizationId, now, [{ ...outgoing, outcome, message }])
  })

const ACCEPTED = (outgoing: Outgoing): SendOutcome => ({
  kind: 'accepted',
  wamid: `wamid.${outgoing.attemptId}`,
  heldForQuality: false,
})
const LOST: SendOutcome = { kind: 'unknown', why: 'time-out' }
const THROTTLED: SendOutcome = { kind: 'not-sent', why: 'throttled', retryAfterMs: 2 * SECOND }

const told = (outgoing: Outgoing, status: DeliveryPart['status'], code?: number) =>
  clinic.within(async (trx) => {
    const now = await businessNow(trx)
    const part = {
      kind: 'status',
      wamid: `wamid.${outgoing.attemptId}`,
      callbackData: outgoing.attemptId,
      status,
      at: now,
      errors: code === undefined ? [] : [{ code }],
    } as unknown as DeliveryPart
    await applyStatuses(trx, clinic.organizationId, now, [part])
  })

type Row = { state: string; reason: string | null; due_at: number }
async function message(): Promise<Row> {
  const { rows } = await clinic.within((trx) =>
    sql<Row>`select state, reason, due_at from outbound_message where organization_id = ${clinic.organizationId} and appointment_id = ${visit.id} and step = 'confirm'`.execute(trx),
  ) // prettier-ignore
  const [row] = rows
  if (!row) throw new Error('there is no reminder')
  return row
}

type Attempt = { id: string; outcome: string; repeat: boolean; duplicate: boolean }
const attempts = async () =>
  (
    await clinic.within((trx) =>
      sql<Attempt>`select a.id, a.outcome, a.resent_after_unknown as repeat, a.reconciled_duplicate as duplicate from send_attempt a join outbound_message m on m.id = a.message_id where a.organization_id = ${clinic.organizationId} and m.appointment_id = ${visit.id} order by a.id`.execute(trx),
    )
  ).rows // prettier-ignore
const labels = async () => (await attempts()).map(({ repeat }) => repeat)

/** The first attempt had no answer and no status came: the repeat is planned. */
async function unclearThenPlannedAgain(): Promise<Outgoing> {
  const first = await leaves()
  await answered(first, LOST)
  await later(11 * MINUTE)
  expect(await settleUnknowns(database.db, clinic.organizationId)).toBe(1)
  expect((await message()).state).toBe('planned')
  return first
}

describe('a repeat after an unknown outcome', () => {
  test('stays labelled when the gate holds it first', async () => {
    await unclearThenPlannedAgain()
    await run(sql`update organization set paused_at = now(), paused_by = 'Rita' where id = ${clinic.organizationId}`)
    await dispatchBatch(database.db, clinic.cipher, lease, 10, 0)
    expect(await message()).toMatchObject({ state: 'planned', reason: 'organization-paused' })
    await run(sql`update organization set paused_at = null, paused_by = null where id = ${clinic.organizationId}`)
    await dueNow()
    await leaves()
    expect(await labels()).toEqual([false, true])
  })

  test('stays labelled when WhatsApp puts it off', async () => {
    await unclearThenPlannedAgain()
    await answered(await leaves(), THROTTLED)
    await later(3 * SECOND)
    await leaves()
    expect(await labels()).toEqual([false, true, true])
  })

  test('is no repeat any more once the first turns out not to have left', async () => {
    const first = await unclearThenPlannedAgain()
    await answered(first, { kind: 'not-sent', why: 'aborted-before-start', retryAfterMs: 0 })
    await leaves()
    expect(await labels()).toEqual([false, false])
  })

  test.each(['sent', 'delivered', 'read'] as const)('does not go out when "%s" of the first comes before it', async (status) => {
    const first = await unclearThenPlannedAgain()
    await told(first, status)
    expect(await message()).toMatchObject({ state: 'accepted', reason: null })
    expect((await dispatchBatch(database.db, clinic.cipher, lease, 10, 0)).outgoing).toEqual([])
  }) // prettier-ignore

  test('does not go out when the acceptance of the first comes before it', async () => {
    const first = await unclearThenPlannedAgain()
    await answered(first, ACCEPTED(first))
    expect(await message()).toMatchObject({ state: 'accepted', reason: null })
    expect((await attempts()).map(({ outcome }) => outcome)).toEqual(['accepted'])
  })

  test('does not go out when the first turns out to have failed for this phone', async () => {
    const first = await unclearThenPlannedAgain()
    await told(first, 'failed', 131026)
    expect(await message()).toMatchObject({ state: 'failed', reason: 'undeliverable' })
  })

  test('withdrawn meanwhile, counts as sent when the first turns out to have arrived', async () => {
    const first = await unclearThenPlannedAgain()
    await run(sql`update outbound_message set state = 'withdrawn', reason = 'opted-out' where organization_id = ${clinic.organizationId} and state = 'planned'`) // prettier-ignore
    await told(first, 'delivered')
    expect(await message()).toMatchObject({ state: 'accepted', reason: null })
  })
})

describe('what the first attempt came to, told while the repeat is on the wire', () => {
  test.each<[string, SendOutcome]>([
    ['not sent', THROTTLED],
    ['refused', { kind: 'rejected', class: 'transient', code: 131016, delaysMs: [1_000] }],
    ['refused for good', { kind: 'rejected', class: 'bug', code: 100, delaysMs: [] }],
  ])('does not take the message back: %s', async (_, outcome) => {
    const first = await unclearThenPlannedAgain()
    const repeat = await leaves()
    await answered(first, outcome)
    expect((await message()).state).toBe('attempting')
    await answered(repeat, ACCEPTED(repeat))
    expect((await message()).state).toBe('accepted')
    expect((await attempts()).map(({ outcome: one }) => one)).toEqual([outcome.kind, 'accepted'])
  })

  test('does not take it back when the repeat is accepted already', async () => {
    const first = await unclearThenPlannedAgain()
    const repeat = await leaves()
    await answered(repeat, ACCEPTED(repeat))
    await answered(first, THROTTLED)
    expect((await message()).state).toBe('accepted')
    expect((await dispatchBatch(database.db, clinic.cipher, lease, 10, 0)).outgoing).toEqual([])
  })

  test('settles the message when it is an acceptance, and a lost repeat does not unsettle it', async () => {
    const first = await unclearThenPlannedAgain()
    const repeat = await leaves()
    await told(first, 'delivered')
    expect((await message()).state).toBe('accepted')
    await answered(repeat, LOST)
    expect((await message()).state).toBe('accepted')
  })

  test('leaves no attempt open when the process of the repeat dies afterwards', async () => {
    const first = await unclearThenPlannedAgain()
    await leaves()
    await told(first, 'delivered')
    await recoverAttempts(database.db, await takeOver())
    expect((await attempts()).map(({ outcome }) => outcome)).toEqual(['accepted', 'unknown'])
    expect((await message()).state).toBe('accepted')
  })
})

describe('a failure of one attempt', () => {
  const bothLeft = async () => {
    const first = await unclearThenPlannedAgain()
    const repeat = await leaves()
    await answered(repeat, ACCEPTED(repeat))
    return { first, repeat }
  }

  test.each(['sent', 'delivered', 'read'] as const)('does not undo that the other one was %s', async (status) => {
    const { first, repeat } = await bothLeft()
    await told(repeat, status)
    await told(first, 'failed', 131026)
    expect((await message()).state).toBe('accepted')
  })

  test('does not undo that the other one was accepted, and gives way to its arrival', async () => {
    const { first, repeat } = await bothLeft()
    await told(first, 'failed', 131026)
    expect((await message()).state).toBe('accepted')
    await told(repeat, 'failed', 131026)
    expect((await message()).state).toBe('failed')
    await told(repeat, 'delivered')
    expect((await message()).state).toBe('accepted')
  })

  test('waits for what the repeat on the wire comes to', async () => {
    const first = await unclearThenPlannedAgain()
    const repeat = await leaves()
    await told(first, 'failed', 131026)
    expect((await message()).state).toBe('attempting')
    await answered(repeat, ACCEPTED(repeat))
    expect((await message()).state).toBe('accepted')
  })
})

describe('two attempts that both turn out to be accepted', () => {
  test.each([
    ['the status of the first comes after the repeat', async (first: Outgoing, repeat: Outgoing) => { await answered(repeat, ACCEPTED(repeat)); await told(first, 'sent') }],
    ['the answer to the repeat comes after the status of the first', async (first: Outgoing, repeat: Outgoing) => { await told(first, 'sent'); await answered(repeat, ACCEPTED(repeat)) }],
    ['both are told by statuses', async (first: Outgoing, repeat: Outgoing) => { await told(first, 'sent'); await told(repeat, 'delivered') }],
    ['both are told by late answers', async (first: Outgoing, repeat: Outgoing) => { await answered(first, ACCEPTED(first)); await answered(repeat, ACCEPTED(repeat)) }],
  ] as const)('are one reconciled duplicate: %s', async (_, happens) => {
    const first = await unclearThenPlannedAgain()
    const repeat = await leaves()
    await happens(first, repeat)
    expect((await attempts()).map(({ outcome, duplicate }) => [outcome, duplicate])).toEqual([['accepted', false], ['accepted', true]])
    expect((await message()).state).toBe('accepted')
  }) // prettier-ignore

  test('are both in the timeline, the second as what it is, and in the figures', async () => {
    const api = await apiOf(clinic)
    await api.signIn(clinic.staff.reception)
    const counted = async () => {
      const { body } = await api.app.inject({ method: 'GET', url: '/metrics', headers: { host: '127.0.0.1' } })
      return Number(/^recado_outbox_reconciled_duplicates (\d+)$/m.exec(body)?.[1])
    }
    const before = await counted()
    const first = await unclearThenPlannedAgain()
    const repeat = await leaves()
    await answered(repeat, ACCEPTED(repeat))
    await told(first, 'delivered')
    const { touches } = await api.call('getTimeline', { params: { id: visit.id } })
    const reminder = touches.find(({ step }) => step === 'confirm')
    expect(reminder?.attempts.map(({ id, outcome, repeat: again, duplicate }) => ({ id, outcome, again, duplicate }))).toEqual([
      { id: first.attemptId, outcome: 'accepted', again: undefined, duplicate: undefined },
      { id: repeat.attemptId, outcome: 'accepted', again: true, duplicate: true },
    ]) // prettier-ignore
    expect(await counted()).toBe(before + 1)
    await api.app.close()
  })
})

describe('an unknown outcome', () => {
  /** Until nothing more happens by itself: an unknown attempt every time, as if WhatsApp had gone. */
  async function staysUnknown(): Promise<number> {
    const begun = await clinic.now()
    for (let turn = 0; turn < 60; turn++) {
      const { state } = await message()
      if (state === 'accepted' || state === 'failed' || state === 'expired' || state === 'denied')
        return (await clinic.now()) - begun
      if (state === 'planned')
        for (const one of (await dispatchBatch(database.db, clinic.cipher, lease, 10, 0)).outgoing)
          await answered(one, LOST)
      await later(MINUTE)
      await settleUnknowns(database.db, clinic.organizationId)
    }
    throw new Error('it never ends')
  }

  test('ends in a named state: one labelled repeat, then it is given up', async () => {
    const lasted = await staysUnknown()
    expect(await message()).toMatchObject({ state: 'failed', reason: 'unknown-outcome' })
    expect(await labels()).toEqual([false, true])
    expect(lasted).toBeLessThanOrEqual(2 * (10 * MINUTE + 60 * SECOND) + MINUTE)
  })

  test('of a message that is soon worth nothing waits no longer than it is worth', async () => {
    await run(sql`update outbound_message set expires_at = business_now() + interval '4 minutes' where organization_id = ${clinic.organizationId} and step = 'confirm'`) // prettier-ignore
    await answered(await leaves(), LOST)
    expect(instant((await message()).due_at) - (await clinic.now())).toBeLessThanOrEqual(4 * MINUTE)
    await later(5 * MINUTE)
    await settleUnknowns(database.db, clinic.organizationId)
    expect(await message()).toMatchObject({ state: 'failed', reason: 'unknown-outcome' })
  })

  test('told twice does not wait twice as long', async () => {
    const first = await leaves()
    await answered(first, LOST)
    const { due_at } = await message()
    await later(5 * MINUTE)
    await answered(first, LOST)
    expect((await message()).due_at).toBe(due_at)
  })

  test('is given to an attempt whose process died, by whoever owns the number next', async () => {
    const first = await leaves()
    expect(await recoverAttempts(database.db, await takeOver())).toBe(1)
    expect((await message()).state).toBe('unknown')
    expect((await attempts()).map(({ id, outcome }) => [id, outcome])).toEqual([[first.attemptId, 'unknown']])
  })

  test('is given to it after its own time too, when nobody takes over the number', async () => {
    await leaves()
    expect(await recoverExpired(database.db, clinic.organizationId)).toBe(0)
    await run(sql`update send_attempt set committed_at = committed_at - interval '31 seconds' where organization_id = ${clinic.organizationId}`) // prettier-ignore
    expect(await recoverExpired(database.db, clinic.organizationId)).toBe(1)
    expect((await message()).state).toBe('unknown')
  })
})

test('being put off by WhatsApp does not count as a try', async () => {
  for (let turn = 0; turn < 4; turn++) {
    const one = await leaves()
    expect(one.attempts).toBe(0)
    await answered(one, THROTTLED)
    await later(3 * SECOND)
  }
  await answered(await leaves(), { kind: 'rejected', class: 'transient', code: 131016, delaysMs: [1_000] })
  expect((await message()).state).toBe('planned')
})

test('a status proves that WhatsApp took it, whatever the answer had said', async () => {
  const first = await leaves()
  await answered(first, THROTTLED)
  await told(first, 'delivered')
  expect((await attempts()).map(({ outcome }) => outcome)).toEqual(['accepted'])
  expect((await message()).state).toBe('accepted')
})
