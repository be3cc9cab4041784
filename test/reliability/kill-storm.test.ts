// Real processes on a real PostgreSQL of its own (startBundledPostgres, everything durable), killed while they work.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { simulate } from './support/api.ts'
import { csvOf, HOUR, inSaoPaulo, MINUTE, phoneOf, SITE, timeOf, visitDay, type BookRow } from './support/book.ts'
import { chanceOf, report, sized } from './support/chance.ts'
import { settle, startHospital, type Hospital } from './support/hospital.ts'
import { clinicNow, jumpTo } from './support/jump.ts'
import { checkLedger, unheard } from './support/ledger-check.ts'
import { reviveAll, storm } from './support/storm.ts'

const VISITS = Number(process.env['N'] ?? sized(1_000, 10_000))
const KILLS = Number(process.env['K'] ?? sized(40, 200))
/** Rather slow, so that the kills fall into the sending. */
const THROUGHPUT = sized(150, 80)
/** Of the lease of a process that was killed. */
const RECOVERED_WITHIN_MS = 30_000

let hospital: Hospital
beforeAll(async () => void (hospital = await startHospital({ workers: 2, throughput: THROUGHPUT })), 120_000)
afterAll(() => hospital.close(), 60_000)

describe('a clinic whose processes are killed over and over', () => {
  test('loses no reminder, sends none twice, hears every patient once, and its journal still holds', async () => {
    const { owner, truth, web, workers } = hospital
    const chance = chanceOf('kill storm')
    const date = visitDay(Date.now())
    const rows = Array.from({ length: VISITS }, (_, n): BookRow => ({
      id: `K${n}`,
      phone: phoneOf(n),
      date,
      time: timeOf('10:30', 30, n, VISITS),
      doctor: `Dr. Storm ${n % 20}`,
    }))
    await importBook(rows)

    const victims = [web, ...workers]
    const share = (from: number, to: number) => Math.round((KILLS * to) / 3) - Math.round((KILLS * from) / 3)
    const said: string[] = []
    let kills = 0
    let starts = 0
    const recoveriesMs: number[] = []
    const phase = async (at: number, part: number, more: { halfway?: () => Promise<void> } = {}) => {
      await jumpTo(owner, hospital.phonesUrl, at)
      const stormed = await storm({ hospital, chance, victims, kills: share(part, part + 1), sends: VISITS, ...more })
      kills += stormed.kills
      starts += stormed.starts
      recoveriesMs.push(...stormed.recoveriesMs)
      await reviveAll(victims)
      await settle(hospital, 'what waits for its status may wait')
      // Whatever never reached WhatsApp is decided about ten minutes later.
      await jumpTo(owner, hospital.phonesUrl, (await clinicNow(owner)) + 11 * MINUTE)
      await settle(hospital)
    }

    await phase(inSaoPaulo(date, '11:01', -48 * HOUR), 0, {
      halfway: async () => void said.push(...(await patientsConfirm(rows, 0.2))),
    })
    await phase(inSaoPaulo(date, '09:02'), 1, {
      halfway: async () => void process.kill(hospital.postgres.pid(), 'SIGQUIT'),
    })
    await jumpTo(owner, hospital.phonesUrl, inSaoPaulo(date, '12:30'))
    await importBook(rows.map((row) => ({ ...row, status: 'Completed' })))
    await phase(inSaoPaulo(date, '13:00', 24 * HOUR), 2)

    const verdict = await checkLedger(owner, truth.read(), 'storm', 3)
    expect(verdict).toEqual({
      lost: [],
      onlyInTruth: [],
      onlyInLedger: [],
      unexplained: [],
      labelled: [],
      open: [],
      adrift: [],
      brokenSeals: [],
      inbound: [],
    })
    expect(await unheard(owner, said)).toEqual([])
    expect(await outcomes()).toEqual([{ state: 'accepted', reason: null, n: VISITS * 3 }])
    const slowest = Math.max(...recoveriesMs)
    expect(recoveriesMs.length).toBeGreaterThan(0)
    expect(slowest).toBeLessThanOrEqual(RECOVERED_WITHIN_MS)
    const [unclear] = await owner.rows<{ n: number; settled: number }>(
      `select count(*)::int as n, count(*) filter (where outcome = 'accepted')::int as settled from send_attempt where error_class = 'process-lost' or outcome = 'unknown'`,
    )
    report(
      `kill storm: ${VISITS} appts · ${truth.accepted().length} sends · ${kills} SIGKILL, 1 of PostgreSQL, ${starts} starts · ${said.length} taps · lost 0 · duplicates 0 (unknown ${unclear?.n}, reconciled ${unclear?.settled}) · dead leases ${recoveriesMs.length}, slowest taken over in ${(slowest / 1_000).toFixed(1)} s`,
    )
  }, 1_800_000)
})

async function importBook(rows: readonly BookRow[]): Promise<void> {
  const { status, body } = await hospital.api('POST', `/api/v1/imports?source=storm&${SITE}`, csvOf(rows))
  expect({ status, rows: body['rows'], rejected: body['rejected'] }).toEqual({
    status: 200,
    rows: rows.length,
    rejected: [],
  })
}

/** Some of those who have their reminder tap Confirm, while things are being killed. Answers the ids of what they said. */
async function patientsConfirm(rows: readonly BookRow[], share: number): Promise<string[]> {
  const chance = chanceOf('taps')
  const said: string[] = []
  for (const { phone } of rows) {
    if (chance.unit() >= share) continue
    const messages = await simulate<{ id: string }[]>(hospital.phonesUrl, 'GET', `phones/${phone}/messages`)
    const reminder = messages[0]
    if (!reminder) continue
    const { id } = await simulate<{ id: string }>(hospital.phonesUrl, 'POST', `phones/${phone}/tap`, {
      messageId: reminder.id,
      title: 'Confirm',
    })
    said.push(id)
  }
  return said
}

const outcomes = () =>
  hospital.owner.rows<{ state: string; reason: string | null; n: number }>(
    `select m.state, m.reason, count(*)::int as n from outbound_message m join appointment a on a.id = m.appointment_id join source s on s.id = a.source_id
      where s.name = 'storm' and m.journey is not null group by 1, 2 order by 1, 2`,
  )
