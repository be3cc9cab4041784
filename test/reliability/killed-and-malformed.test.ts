// Processes killed in the middle of what people do, and everything malformed at the doors that are open to the outside.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FIXTURE_NAMES, fixtureBytes } from '../../packages/server/src/channels/whatsapp/testing/fixtures.ts'
import { simulate, until } from './support/api.ts'
import { csvOf, HOUR, inSaoPaulo, MINUTE, phoneOf, SITE, timeOf, visitDay, type BookRow } from './support/book.ts'
import { chanceOf, report, sized } from './support/chance.ts'
import { bookContent } from './support/book-content.ts'
import { damagedDocument, damagedText } from './support/damage.ts'
import { openWork, settle, startHospital, type Hospital } from './support/hospital.ts'
import { clinicNow, jumpTo } from './support/jump.ts'
import { checkLedger } from './support/ledger-check.ts'
import { reviveAll } from './support/storm.ts'
import { deliver, inParallel } from './support/webhooks.ts'

const TAPS = sized(1_000, 4_000)
const RIVALS = sized(50, 500)
const ROWS = sized(1_500, 20_000)
const date = visitDay(Date.now())
/** So far ahead that nothing of it is due while we look. */
const farDate = visitDay(Date.now() + 28 * 24 * HOUR)

let hospital: Hospital
beforeAll(async () => void (hospital = await startHospital({ workers: 2, throughput: 500 })), 180_000)
afterAll(() => hospital.close(), 60_000)

const bookOf = (
  source: string,
  first: number,
  count: number,
  doctor: (n: number) => string,
  from: string,
  on = date,
): BookRow[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `${source}-${n}`,
    phone: phoneOf(first + n),
    date: on,
    time: timeOf(from, 20, n, count),
    doctor: doctor(n),
  }))

const importAs = (source: string, rows: readonly BookRow[]) =>
  hospital.api('POST', `/api/v1/imports?source=${source}&${SITE}`, csvOf(rows))

type PhoneMessage = {
  readonly id: string
  readonly text: string
  readonly buttons: readonly { readonly title: string }[]
}
const messagesOf = (phone: string) => simulate<PhoneMessage[]>(hospital.phonesUrl, 'GET', `phones/${phone}/messages`)
const tap = (phone: string, messageId: string, title: string) =>
  simulate<{ id: string }>(hospital.phonesUrl, 'POST', `phones/${phone}/tap`, { messageId, title })
const progress = () => openWork(hospital.owner)

test('a thousand people tap at once and everything is killed: each is heard once, answered once, and its visit changed', async () => {
  const { owner, workers, web } = hospital
  const rows = bookOf('taps', 200_000, TAPS, (n) => `Dr. Tap ${n % 20}`, '11:00')
  expect((await importAs('taps', rows)).status).toBe(200)
  await jumpTo(owner, hospital.phonesUrl, inSaoPaulo(date, '11:21', -48 * HOUR))
  await until(async () => hospital.truth.accepted().length >= TAPS, progress)
  await settle(hospital)
  const sends = hospital.truth.read().length

  const stored = async () => (await owner.rows<{ n: number }>(`select count(*)::int as n from inbound_event where state = 'stored'`))[0]?.n ?? 0 // prettier-ignore
  const answered = () => hospital.truth.read().slice(sends).filter(({ accepted }) => accepted).length // prettier-ignore
  for (const worker of workers) worker.freeze()
  const said: string[] = []
  await inParallel(rows, 16, async ({ phone }) => {
    const [reminder] = await messagesOf(phone)
    if (reminder) said.push((await tap(phone, reminder.id, 'Confirm')).id)
  })
  expect(said).toHaveLength(TAPS)
  await until(async () => (await simulate<{ webhooksWaiting: number }>(hospital.phonesUrl, 'GET', 'due')).webhooksWaiting === 0, stored) // prettier-ignore
  for (const worker of workers) worker.thaw()
  for (const share of [0.1, 0.5]) {
    await until(async () => answered() >= share * TAPS, progress)
    await Promise.all([...workers, web].map((one) => one.kill()))
    await reviveAll([web, ...workers])
  }
  await settle(hospital)

  const [heard] = await owner.rows<Record<string, number>>(`
    select count(*)::int as messages, count(distinct i.wamid)::int as people, count(*) filter (where m.n = 1)::int as answers,
           count(*) filter (where m.accepted = 1)::int as accepted, count(*) filter (where m.repeats > 0)::int as repeats,
           (select count(*)::int from appointment a join source s on s.id = a.source_id where s.name = 'taps' and a.confirmation = 'confirmed') as confirmed
      from inbound_message i
      left join lateral (select count(*) as n, count(*) filter (where o.state = 'accepted') as accepted,
                                (select count(*) from send_attempt t where t.message_id = any (array_agg(o.id)) and t.resent_after_unknown) as repeats
                           from outbound_message o where o.in_reply_to = i.id) m on true
     where i.wamid = any ($1)`, [said]) // prettier-ignore
  expect(heard).toEqual({ messages: TAPS, people: TAPS, answers: TAPS, accepted: TAPS, repeats: heard?.['repeats'], confirmed: TAPS }) // prettier-ignore
  const verdict = await checkLedger(owner, hospital.truth.read(), 'taps', 2, { stillPlanned: true })
  expect(verdict).toMatchObject({ lost: [], onlyInTruth: [], onlyInLedger: [], unexplained: [], open: [], inbound: [] })
  report(
    `taps: ${TAPS} in flight · ${2 * (workers.length + 1)} SIGKILL · heard once ${heard?.['people']} · answered once ${heard?.['accepted']} · visits changed ${heard?.['confirmed']} · lost 0 · unexplained repeats 0 (labelled ${verdict.labelled.length})`,
  )
}, 900_000)

test('many patients want the one free time at once: one gets it, and each of the others is told', async () => {
  const { owner } = hospital
  const rows = bookOf('rivals', 300_000, RIVALS, () => 'Dr. Only', '15:00')
  expect((await importAs('rivals', rows)).status).toBe(200)
  const friday = [{ weekday: 5, fromMinute: 10 * 60, toMinute: 10 * 60 + 30 }]
  await owner.rows(`update practitioner set hours_state = 'accepted', hours = $1 where name = 'Dr. Only'`, [JSON.stringify({ zone: 'America/Sao_Paulo', weekly: friday, breaks: [], exceptions: [] })]) // prettier-ignore
  await jumpTo(owner, hospital.phonesUrl, inSaoPaulo(date, '15:21', -48 * HOUR))
  await settle(hospital)
  const offers = new Map<string, { id: string; title: string }>()
  for (const { phone } of rows) {
    const [reminder] = await messagesOf(phone)
    await tap(phone, reminder?.id ?? '', 'Reschedule')
    await until(async () => (await messagesOf(phone)).length > 1, progress)
    const offer = (await messagesOf(phone)).at(-1)
    offers.set(phone, { id: offer?.id ?? '', title: offer?.buttons[0]?.title ?? '' })
    // Whoever thinks for longer than ten minutes holds it no more: all of them are offered the same time.
    await owner.rows(`update slot_claim set expires_at = business_now() where kind = 'hold'`)
  }
  expect(new Set([...offers.values()].map(({ title }) => title)).size).toBe(1)
  await inParallel(rows, RIVALS, ({ phone }) => tap(phone, offers.get(phone)?.id ?? '', offers.get(phone)?.title ?? ''))
  await settle(hospital)
  const answers = await Promise.all(rows.map(async ({ phone }) => (await messagesOf(phone)).slice(2).map(({ text }) => text))) // prettier-ignore
  const won = answers.filter((texts) => texts.length === 1 && texts[0]?.startsWith('Done. Your new appointment'))
  const lost = answers.filter((texts) => texts.length === 1 && texts[0]?.includes('no longer free'))
  expect({ won: won.length, lost: lost.length }).toEqual({ won: 1, lost: RIVALS - 1 })
  const moved = await owner.rows(`select from appointment a join source s on s.id = a.source_id where s.name = 'rivals' and a.version > 1`) // prettier-ignore
  const claims = await owner.rows(`select from slot_claim c join appointment a on a.id = c.appointment_id join source s on s.id = a.source_id where s.name = 'rivals' and c.kind = 'visit'`) // prettier-ignore
  expect({ moved: moved.length, claims: claims.length }).toEqual({ moved: 1, claims: 1 })
  report(
    `one free time: ${RIVALS} taps at once · won ${won.length} · told that it is gone ${lost.length} · double-booked 0`,
  )
}, 900_000)

test('an import is killed in the middle, again and again, then repeated: the book is what it would have been', async () => {
  const { owner, web } = hospital
  const rows = bookOf('whole', 400_000, ROWS, (n) => `Dr. Row ${n % 20}`, '10:00', farDate)
  const undisturbed = await importAs('whole', rows)
  expect(undisturbed).toMatchObject({ status: 200, body: { created: ROWS } })
  const chance = chanceOf('import kills')
  const lines = bookOf('killed', 400_000, ROWS, (n) => `Dr. Row ${n % 20}`, '10:00', farDate)
  let kills = 0
  for (const share of [0.1, 0.4, 0.8]) {
    const at = share * 1_000 + chance.between(0, 300)
    const going = importAs('killed', lines).catch(() => ({ status: 0, body: {} }))
    const killed = new Promise<void>((resolve) => setTimeout(() => void web.kill().then(resolve), at))
    await Promise.all([going, killed])
    kills++
    await reviveAll([web])
  }
  expect((await importAs('killed', lines)).status).toBe(200)
  expect(await importAs('killed', lines)).toMatchObject({
    status: 200,
    body: { created: 0, updated: 0, unchanged: ROWS },
  })
  const [one, other] = [await bookContent(owner, 'whole'), await bookContent(owner, 'killed')]
  expect(other).toEqual(one)
  expect(one.visits).toBe(ROWS)
  report(`import: ${ROWS} rows · ${kills} SIGKILL in the middle · repeated: the same ${one.visits} visits and ${one.touches} messages · twice: unchanged ${ROWS}`) // prettier-ignore
}, 900_000)

describe('malformed at the doors', () => {
  const chance = chanceOf('malformed')
  const alive = async () => (await fetch(`${hospital.webUrl}/readyz`)).status

  test('webhooks: what is signed is kept, whatever it is; what is not signed is refused without a hint', async () => {
    const { owner } = hospital
    await settle(hospital)
    const [before] = await owner.rows<{ n: number }>('select count(*)::int as n from inbound_event')
    const documents = FIXTURE_NAMES.map((name) => fixtureBytes(name))
    const bodies = Array.from({ length: sized(2_000, 10_000) }, (_, n) => damagedDocument(documents[n % documents.length] ?? Buffer.of(), chance)) // prettier-ignore
    const forged = bodies.slice(0, bodies.length / 4)
    const statuses = new Map<number, number>()
    await inParallel(bodies, 16, async (body) => {
      const status = await deliver(hospital.webUrl, body)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    })
    expect(Object.fromEntries(statuses)).toEqual({ 200: bodies.length })
    const refused = await inParallel(forged, 16, (body) => deliver(hospital.webUrl, body, chance.pick(['', 'sha256=', `sha256=${'0'.repeat(64)}`, 'sha1=abc', 'ü']))) // prettier-ignore
    expect(new Set(refused)).toEqual(new Set([401]))
    await settle(hospital)
    const [after] = await owner.rows<{ n: number; stored: number; unnamed: number }>(`
      select count(*)::int as n, count(*) filter (where state = 'stored')::int as stored,
             count(*) filter (where state <> 'applied' and not exists (select from jsonb_array_elements(parts) p where p ? 'why'))::int as unnamed
        from inbound_event`)
    expect(after).toEqual({ n: (before?.n ?? 0) + bodies.length, stored: 0, unnamed: 0 })
    expect(await alive()).toBe(200)
    report(`malformed webhooks: ${bodies.length} signed, all kept and settled, those not applied with a reason · ${forged.length} forged, all refused · lost 0 · still serving`) // prettier-ignore
  }, 900_000)

  test('files: each is imported or refused with a clear error, and the book of others is untouched', async () => {
    const { owner } = hospital
    const good = csvOf(bookOf('fuzz', 500_000, 12, () => 'Dr. Fuzz', '10:00'))
    const files = Array.from({ length: sized(200, 2_000) }, () => damagedText(good, chance))
    const before = await bookContent(owner, 'taps')
    const answers = await inParallel(files, 4, (file) =>
      hospital.api<{ error?: { code?: string; message?: string } }>(
        'POST',
        `/api/v1/imports?source=fuzz&${SITE}`,
        file,
      ),
    )
    for (const { status, body } of answers) {
      expect([200, 400, 409, 413, 415, 422]).toContain(status)
      if (status !== 200 && status !== 409) expect((body.error?.message ?? '').length).toBeGreaterThan(10)
    }
    const imported = answers.filter(({ status }) => status === 200).length
    expect(imported).toBeGreaterThan(0)
    expect(imported).toBeLessThan(files.length)
    expect(await bookContent(owner, 'taps')).toEqual(before)
    expect(await alive()).toBe(200)
    report(`malformed files: ${files.length} · imported ${imported} · refused or asked about ${files.length - imported}, each with its reason · still serving`) // prettier-ignore
  }, 900_000)
})

test('the demo clock is moved and its process killed in the middle: time runs on, and can be moved again', async () => {
  const { owner, web } = hospital
  const start = await clinicNow(owner)
  const moving = hospital.api('POST', '/api/v1/demo/clock', { advance: 'PT20H' }).catch(() => undefined)
  const frozen = async () =>
    (await owner.rows('select from installation where clock_frozen_at is not null')).length === 1
  await until(frozen, () => clinicNow(owner))
  await web.kill()
  await moving
  expect(await frozen()).toBe(true)
  await reviveAll([web])
  await until(async () => !(await frozen()), frozen, 30_000)
  const first = await clinicNow(owner)
  await until(async () => (await clinicNow(owner)) >= first + 500, () => clinicNow(owner)) // prettier-ignore
  expect(first).toBeGreaterThanOrEqual(start)
  const again = await hospital.api('POST', '/api/v1/demo/clock', { advance: 'PT1M' })
  expect(again.status).toBe(200)
  expect(await clinicNow(owner)).toBeGreaterThanOrEqual(first + MINUTE)
  report('demo clock: SIGKILL in the middle of a move · runs on by itself · moved again')
}, 600_000)
