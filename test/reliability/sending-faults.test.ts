// What can go wrong between the clinic and WhatsApp while reminders leave, each played by the simulator or done to the processes.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { simulate, until } from './support/api.ts'
import { csvOf, HOUR, inSaoPaulo, MINUTE, phoneOf, SITE, timeOf, visitDay, type BookRow } from './support/book.ts'
import { chanceOf, report, sized } from './support/chance.ts'
import { openWork, settle, startHospital, type Hospital } from './support/hospital.ts'
import { clinicNow, jumpTo } from './support/jump.ts'
import { checkLedger } from './support/ledger-check.ts'
import { pause } from './support/storm.ts'
import { inParallel } from './support/webhooks.ts'

const PATIENTS = sized(200, 2_000)
const THROUGHPUT = 60
/** People of whose first reminder we never hear again. */
const DEAF = 10
const date = visitDay(Date.now())

let hospital: Hospital
beforeAll(async () => {
  hospital = await startHospital({ workers: 2, throughput: THROUGHPUT, settings: { track_commit_timestamp: 'on' } })
  await importAll()
}, 240_000)
afterAll(() => hospital.close(), 60_000)

const BOOKS = ['late-success', 'throttled', 'standstill', 'opt-outs'] as const
type Book = { readonly rows: readonly BookRow[]; readonly dueAt: number }

/** A book of its own for each test, an hour after the one before: its reminders are due from `dueAt` on. */
function bookOf(source: (typeof BOOKS)[number]): Book {
  const place = BOOKS.indexOf(source)
  const rows = Array.from({ length: PATIENTS }, (_, n): BookRow => ({
    id: `${source}-${n}`,
    phone: phoneOf(100_000 + place * 5_000 + n),
    date,
    time: timeOf(`${11 + place}:00`, 20, n, PATIENTS),
    doctor: `Dr. Fault ${n % 20}`,
  }))
  return { rows, dueAt: inSaoPaulo(date, `${11 + place}:21`, -48 * HOUR) }
}

async function importAll(): Promise<void> {
  for (const source of BOOKS) {
    const { status, body } = await hospital.api('POST', `/api/v1/imports?source=${source}&${SITE}`, csvOf(bookOf(source).rows)) // prettier-ignore
    expect({ status, created: body['created'] }).toEqual({ status: 200, created: PATIENTS })
  }
}

const faults = (rules: readonly object[]) => simulate(hospital.phonesUrl, 'POST', 'faults', { rules })

const acceptedOf = (rows: readonly BookRow[]) => {
  const phones = new Set(rows.map(({ phone }) => phone))
  return hospital.truth.accepted().filter(({ to }) => phones.has(to.replace('+', '')))
}

const progress = () => openWork(hospital.owner)
const sent = (rows: readonly BookRow[], share: number) =>
  until(
    async () => acceptedOf(rows).length >= share * rows.length,
    async () => acceptedOf(rows).length,
    120_000,
  )

/** Everybody of this book has its reminder, nothing left twice unless it says so, and all books agree with the truth. */
async function expectAllSent(source: string, foretold: number = DEAF): Promise<void> {
  const verdict = await checkLedger(hospital.owner, hospital.truth.read(), source, 2, { stillPlanned: true })
  const { labelled, onlyInTruth } = verdict
  // Of the first ones of those that got two nobody ever told us; but who writes has read, and that is told.
  const reconciled = await hospital.owner.rows('select from send_attempt where reconciled_duplicate')
  expect({ ...verdict, labelled: labelled.length, onlyInTruth: onlyInTruth.length + reconciled.length }).toEqual({
    lost: [],
    onlyInTruth: foretold,
    onlyInLedger: [],
    unexplained: [],
    labelled: foretold,
    open: [],
    adrift: [],
    brokenSeals: [],
    inbound: [],
  })
}

describe('reminders leave while', () => {
  test('WhatsApp takes messages and says that it did not: nothing is repeated but what stays unclear, and that is labelled', async () => {
    const { rows, dueAt } = bookOf('late-success')
    const deaf = rows.slice(0, DEAF)
    await faults([
      // Of these nobody ever hears again: after ten minutes each gets one more, labelled.
      ...deaf.flatMap(({ phone }) => [
        { match: { to: phone, kind: 'template' }, effect: '500-accepted', count: 1 },
        { match: { to: phone }, effect: 'status-lost' },
      ]),
      { match: { kind: 'template' }, effect: 'hang', accepted: true, count: 3 },
      { match: { kind: 'template' }, effect: 'reset', accepted: true, share: 0.1 },
      { match: { kind: 'template' }, effect: '500-accepted', share: 0.15 },
    ])
    await jumpTo(hospital.owner, hospital.phonesUrl, dueAt)
    await sent(rows, 1)
    await settle(hospital, 'what waits for its status may wait')
    expect(acceptedOf(rows)).toHaveLength(PATIENTS) // not one blind repeat before its time
    const played = acceptedOf(rows).filter(({ fault }) => fault !== undefined).length
    const unclear = await hospital.owner.rows(
      `select from send_attempt where error_class in ('server-error', 'connection-lost', 'time-out')`,
    )
    // Not all that was played: where a status was quicker than the answer, nothing was unclear any more.
    expect(unclear.length).toBeGreaterThan(0)
    await faults([])
    await jumpTo(hospital.owner, hospital.phonesUrl, (await clinicNow(hospital.owner)) + 11 * MINUTE)
    await settle(hospital)
    await expectAllSent('late-success')
    report(
      `late success: ${PATIENTS} sends · ${played} accepted and answered with an error, a reset or nothing · ${unclear.length} unclear · lost 0 · duplicates ${deaf.length} of ${deaf.length} foretold, labelled · unlabelled 0`,
    )
  }, 600_000)

  test('WhatsApp slows us down: answers and receipts go first, and nothing is lost', async () => {
    const { rows, dueAt } = bookOf('throttled')
    const people = (await hospital.owner.rows<{ value: string }>(
      `select c.value from contact_point c join appointment a on a.contact_point_id = c.id join source s on s.id = a.source_id where s.name = 'late-success' order by c.value limit 20`,
    )).map(({ value }) => value.replace('+', '')) // prettier-ignore
    await faults([{ match: { kind: 'template' }, effect: '429', share: 0.5 }])
    const before = hospital.truth.accepted().length
    await jumpTo(hospital.owner, hospital.phonesUrl, dueAt)
    await sent(rows, 0.1)
    const asked = hospital.truth.read().length
    for (const [n, phone] of people.entries()) await simulate(hospital.phonesUrl, 'POST', `phones/${phone}/text`, { text: n % 2 === 0 ? 'STOP' : 'Is there parking?' }) // prettier-ignore
    const answers = () => hospital.truth.read().slice(asked).filter(({ type, accepted }) => accepted && type !== 'template') // prettier-ignore
    await until(async () => answers().length >= people.length, progress, 120_000)
    const left = PATIENTS - acceptedOf(rows).length
    expect(left).toBeGreaterThan(0) // reminders were still waiting when the last answer had left
    await sent(rows, 1)
    await settle(hospital)
    await faults([])
    await expectAllSent('throttled')
    const refused = hospital.truth.read().filter(({ fault }) => fault === '429').length
    report(
      `throttle: ${hospital.truth.accepted().length - before} sends · ${refused} answered 429 · ${people.length} answers left before the last ${left} reminders · lost 0 · duplicates 0`,
    )
  }, 600_000)

  test('the process that sends stands still for a while: another one goes on, and when it wakes it sends nothing', async () => {
    const { rows, dueAt } = bookOf('standstill')
    await jumpTo(hospital.owner, hospital.phonesUrl, dueAt)
    await sent(rows, 0.2)
    const owning = async () => {
      const [row] = await hospital.owner.rows<{ pid: string; token: string }>(`select split_part(lease_owner, '/', 1) as pid, lease_token as token from sender`) // prettier-ignore
      return { pid: Number(row?.pid), token: Number(row?.token) }
    }
    const before = await owning()
    const asleep = hospital.workers.find((worker) => worker.pid() === before.pid)
    expect(asleep).toBeDefined()
    asleep?.freeze()
    const frozenAt = performance.now()
    await until(async () => (await owning()).token > before.token, owning, 60_000)
    const tookMs = performance.now() - frozenAt
    const nothingLeft = async () => (await openWork(hospital.owner)).left.every((row) => 'what' in row && (row.what === 'unknown' || row.what === 'unsealed')) // prettier-ignore
    await until(nothingLeft, progress, 120_000)
    const seen = hospital.truth.read().length
    asleep?.thaw()
    await settle(hospital, 'what waits for its status may wait')
    await jumpTo(hospital.owner, hospital.phonesUrl, (await clinicNow(hospital.owner)) + 11 * MINUTE)
    await settle(hospital)
    const woken = hospital.truth.read().slice(seen).map(({ callbackData }) => callbackData) // prettier-ignore
    const late = await hospital.owner.rows(`select id from send_attempt where id = any ($1::uuid[]) and lease_token <= $2`, [woken, before.token]) // prettier-ignore
    expect(late).toEqual([])
    await expectAllSent('standstill')
    expect(tookMs).toBeLessThanOrEqual(30_000)
    report(
      `standstill: ${PATIENTS} sends · the owner stopped in the middle · its number taken over in ${(tookMs / 1_000).toFixed(1)} s · sent after it woke 0 · lost 0 · duplicates 0`,
    )
  }, 600_000)

  test('people say STOP: nothing is let through after it is written down', async () => {
    const { rows, dueAt } = bookOf('opt-outs')
    const chance = chanceOf('opt-outs')
    const leaving = chance.shuffled(rows).slice(0, PATIENTS / 2)
    await jumpTo(hospital.owner, hospital.phonesUrl, dueAt)
    const stops = await inParallel(leaving, 4, async ({ phone }) => {
      const { id } = await simulate<{ id: string }>(hospital.phonesUrl, 'POST', `phones/${phone}/text`, {
        text: 'STOP',
      })
      await pause(chance.between(0, 60))
      return id
    })
    await settle(hospital)
    const [counts] = await hospital.owner.rows<{ stopped: number; after: number; withheld: number; receipts: number }>(`
      select count(distinct e.contact_point_id)::int as stopped,
             count(a.id) filter (where a.committed_at > pg_xact_commit_timestamp(e.xmin))::int as after,
             count(distinct e.contact_point_id) filter (where a.id is null)::int as withheld,
             (select count(*)::int from outbound_message m join inbound_message i on i.id = m.in_reply_to
               where m.kind = 'safety' and m.state = 'accepted' and i.wamid = any ($1)) as receipts
        from consent_event e
        join inbound_message i on i.id = (e.evidence ->> 'inboundId')::uuid and i.wamid = any ($1)
        left join send_attempt a on a.contact_point_id = e.contact_point_id and a.kind = 'initiated'
       where e.kind = 'withdraw'`, [stops]) // prettier-ignore
    expect(counts).toEqual({ stopped: leaving.length, after: 0, withheld: counts?.withheld, receipts: leaving.length })
    expect(acceptedOf(rows).filter(({ type }) => type === 'template')).toHaveLength(PATIENTS - (counts?.withheld ?? 0))
    // Hours later, too.
    await jumpTo(hospital.owner, hospital.phonesUrl, dueAt + 3 * HOUR)
    await settle(hospital)
    await expectAllSent('opt-outs')
    report(
      `opt-out race: ${PATIENTS} reminders · ${leaving.length} STOP while they left · ${counts?.withheld} withheld, ${leaving.length - (counts?.withheld ?? 0)} had left before · let through after it 0 · receipts ${counts?.receipts}`,
    )
  }, 600_000)
})
