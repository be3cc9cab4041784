import { rounded, type Figure } from '../figure.ts'
import { openConnection, type Connection } from '../load/connection.ts'
import { median, percentile } from '../measure/statistics.ts'
import { cpuEach, type Clinic } from '../program/clinic.ts'

const IDLE_TAPS = 300
/** Taps before those that count: a server that has just been started has compiled little of its code. */
const WARM_TAPS = 200
/** Between two taps of an idle clinic: what the last answer brought about (its statuses) is over by then. */
const IDLE_PAUSE_MS = 60
const LOAD_TAPS = 12_000
const IN_FLIGHT = 400
const CONNECTIONS = 16
/** How often the log of the phones is asked who was answered: it has the times itself, and each look takes from the cores that answer. */
const LOOK_EVERY_MS = 20
const CLOCK_LOOKS = 20
const PATIENCE_MS = 120_000

type Tap = { readonly phone: string; readonly wamid: string; readonly reply_ref: string }
type Truth = { readonly seq: number; readonly at: string; readonly to: string; readonly accepted: boolean }

/** One tap at a time: from the tap on the phone until the Graph API has accepted the answer. */
export async function answersIdle(clinic: Clinic): Promise<Figure[]> {
  await tapAll(clinic, await openTaps(clinic, WARM_TAPS), 1)
  const latencies = await tapAll(clinic, await openTaps(clinic, IDLE_TAPS), 1, IDLE_PAUSE_MS)
  const details = { taps: IDLE_TAPS, share: 'one at a time', pauseMs: IDLE_PAUSE_MS }
  return [
    { name: 'answer.p50', value: rounded(median(latencies.ms)), unit: 'ms', details },
    { name: 'answer.p99', value: rounded(percentile(latencies.ms, 0.99)), unit: 'ms', details },
  ]
}

/** Many patients at once, each of whom confirms: the book changes with each answer. */
export async function answersUnderLoad(clinic: Clinic, scale: number): Promise<Figure[]> {
  const taps = await openTaps(clinic, Math.round(LOAD_TAPS * scale))
  const before = clinic.cpu()
  const { ms, seconds } = await tapAll(clinic, taps, IN_FLIGHT)
  const cpuMsEach = cpuEach(before, clinic.cpu(), taps.length)
  const [book] = await clinic.operator.query<{ confirmed: number }>(
    `select count(*)::int as confirmed from appointment where confirmation = 'confirmed'`,
  )
  if ((book?.confirmed ?? 0) < WARM_TAPS + IDLE_TAPS + taps.length) throw new Error('not every answer changed the book')
  const details = {
    taps: taps.length,
    inFlight: IN_FLIGHT,
    p50Ms: rounded(median(ms)),
    p99Ms: rounded(percentile(ms, 0.99)),
    cpuMsEach,
  }
  return [{ name: 'answer.rate', value: rounded(taps.length / seconds), unit: 'answers/s', details }]
}

/** Reminders that nobody has answered yet, with the button that confirms. */
const openTaps = ({ operator }: Clinic, count: number): Promise<Tap[]> =>
  operator.query<Tap>(
    `select c.value as phone, a.wamid, m.reply_ref from send_attempt a
       join outbound_message m on m.id = a.message_id join contact_point c on c.id = a.contact_point_id
       join appointment v on v.id = m.appointment_id
      where v.source_id = (select id from source where name = 'bench') and v.confirmation in ('none', 'requested') and m.reply_ref is not null
      order by a.id limit $1`,
    [count],
  )

/** Taps with at most so many unanswered at a time; answers how long each took and how long all of them took. */
async function tapAll(
  { phonesUrl }: Clinic,
  taps: readonly Tap[],
  inFlight: number,
  pauseMs = 0,
): Promise<{ ms: number[]; seconds: number }> {
  const clockAhead = await clockAheadMs(phonesUrl)
  const connections = await Promise.all(
    Array.from({ length: Math.min(CONNECTIONS, inFlight) }, () => openConnection(phonesUrl)),
  )
  const tappedAt = new Map<string, number>()
  const ms: number[] = []
  let seq = await newestSeq(phonesUrl)
  let next = 0
  const begun = Date.now()
  let lastAnswerAt = begun
  const look = async () => {
    for (const { to, at, accepted, ...entry } of await truthAfter(phonesUrl, seq)) {
      seq = entry.seq
      const tapped = tappedAt.get(digits(to))
      if (tapped === undefined || !accepted) continue
      tappedAt.delete(digits(to))
      lastAnswerAt = Date.parse(at) - clockAhead
      ms.push(lastAnswerAt - tapped)
    }
  }
  const tapper = async (connection: Connection) => {
    for (let tap = taps[next++]; tap; tap = taps[next++]) {
      while (tappedAt.size >= inFlight) await pause(1)
      if (pauseMs > 0) await pause(pauseMs)
      tappedAt.set(digits(tap.phone), Date.now())
      const { status, body } = await connection.post(
        `/_sim/phones/${digits(tap.phone)}/tap`,
        JSON.stringify({ messageId: tap.wamid, buttonId: `${tap.reply_ref}.0` }),
      )
      if (status !== 200) throw new Error(`a tap was refused: ${body}`)
    }
  }
  const tapping = Promise.all(connections.map(tapper))
  while (ms.length < taps.length) {
    if (Date.now() - begun > PATIENCE_MS) throw new Error(`${taps.length - ms.length} taps were not answered in time`)
    await look()
    await pause(LOOK_EVERY_MS)
  }
  await tapping
  for (const connection of connections) connection.close()
  return { ms, seconds: (lastAnswerAt - begun) / 1_000 }
}

const pause = (forMs: number) => new Promise((resolve) => setTimeout(resolve, forMs))
const digits = (phone: string) => phone.replace(/\D/g, '')

const truthAfter = async (url: string, seq: number): Promise<Truth[]> =>
  (await (await fetch(`${url}/_sim/truth?after=${seq}`)).json()) as Truth[]
const newestSeq = async (url: string): Promise<number> => (await truthAfter(url, 0)).at(-1)?.seq ?? 0

/** How far business time on the phones is ahead of this process: as the quickest of several looks tells, to the millisecond. */
async function clockAheadMs(url: string): Promise<number> {
  let best = { tookMs: Number.POSITIVE_INFINITY, ahead: 0 }
  for (let look = 0; look < CLOCK_LOOKS; look++) {
    const asked = Date.now()
    const { now } = (await (await fetch(`${url}/_sim/clock`)).json()) as { now: string }
    const tookMs = Date.now() - asked
    if (tookMs < best.tookMs) best = { tookMs, ahead: Date.parse(now) - asked - Math.floor(tookMs / 2) }
  }
  return best.ahead
}
