import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase, type Opened } from '../../packages/server/src/db/test-db.ts'
import { simulate, until } from './support/api.ts'
import { csvOf, HOUR, inSaoPaulo, MINUTE, phoneOf, SITE, timeOf, visitDay } from './support/book.ts'
import { chanceOf, report, sized, type Chance } from './support/chance.ts'
import { keyFolder, runClinicOn, type Database } from './support/clinic-on.ts'
import { differencesOf, endStateOf, type EndState } from './support/end-state.ts'
import { jumpTo } from './support/jump.ts'
import { openOwner, type Owner } from './support/owner.ts'
import { startTakingGraph } from './support/taking-graph.ts'
import { tellStories, type Happened, type Sent } from './support/telling.ts'
import { delivery, deliverAll, NUMBER } from './support/webhooks.ts'

const PATIENTS = Number(process.env['N'] ?? sized(2_700, 26_000))
/** Shorter than an unclear attempt waits for its status: nothing is decided without it. */
const STORY_MS = 9 * MINUTE
const keys = keyFolder()
let first: Opened<unknown>
let copy: { database: Database; name: string; drop(): Promise<void> }
let story: Happened[] = []
let told = { deliveries: 0, events: 0 }

beforeAll(async () => {
  first = await openTestDatabase()
  const sent = await sendReminders()
  copy = await copyOf(first)
  story = tellStories(sent.reminders, sent.at, chanceOf('stories'))
}, 300_000)

afterAll(async () => {
  await copy.drop()
  await first.close()
  keys.remove()
}, 60_000)

describe('what patients and WhatsApp tell us', () => {
  test('comes to the same end in order as doubled and shuffled', async () => {
    const inOrder = await hear(first.access, first.access.name, inOrderOf(story), 1)
    const chance = chanceOf('shuffle')
    const mixed = shuffledOf(story, chance)
    const shuffled = await hear(copy.database, copy.name, mixed, 16)
    expect(differencesOf(inOrder, shuffled).slice(0, 30)).toEqual([])
    expect(story.length).toBeGreaterThan(3.7 * PATIENTS) // some ten thousand
    report(
      `webhooks: ${story.length} events in order = ${told.events} doubled and shuffled in ${told.deliveries} deliveries · differences 0`,
    )
  }, 600_000)
})

/** A clinic whose reminders have all gone out, a tenth of them with an answer that was lost; no status has come yet. */
async function sendReminders(): Promise<{ reminders: Sent[]; at: number }> {
  const clinic = await runClinicOn(first.access, keys.path)

  const date = visitDay(Date.now())
  const owner = await openOwner(first.access.superuserUrl, first.access.name)
  await owner.rows('update sender set throughput_mps = 5000, portfolio_limit = null')
  await simulate(clinic.phonesUrl, 'PUT', `numbers/${NUMBER.phoneNumberId}`, {
    throughput: 'unlimited',
    tier: 'TIER_UNLIMITED',
  })
  await simulate(clinic.phonesUrl, 'POST', 'faults', {
    rules: [{ match: {}, effect: 'status-lost' }, { match: {}, effect: '500-accepted', share: 0.1 }],
  }) // prettier-ignore
  const rows = Array.from({ length: PATIENTS }, (_, n) => ({
    id: `W${n}`,
    phone: phoneOf(n),
    date,
    time: timeOf('10:00', 90, n, PATIENTS),
    doctor: 'Dra. Helena Prado',
  }))
  const imported = await clinic.api('POST', `/api/v1/imports?source=desk&${SITE}`, csvOf(rows))
  expect(imported).toMatchObject({ status: 200, body: { created: PATIENTS } })
  const at = inSaoPaulo(date, '12:00', -48 * HOUR)
  await jumpTo(owner, clinic.phonesUrl, at)
  await until(
    async () => (await openWork(owner)).open === 0,
    () => openWork(owner),
  )
  const truth = await simulate<{ accepted: boolean; wamid: string; callbackData: string; to: string }[]>(
    clinic.phonesUrl,
    'GET',
    'truth',
  )
  await clinic.stop()
  const refs = await owner.rows<{ id: string; reply_ref: string; known: boolean }>(
    `select a.id, m.reply_ref, a.wamid is not null as known from send_attempt a join outbound_message m on m.id = a.message_id`,
  )
  // From here on the clock stands: both tellings happen at the same moment.
  await owner.rows('update installation set clock_frozen_at = to_timestamp($1::float8 / 1000)', [at + STORY_MS])
  await owner.close()
  const attempts = new Map(refs.map((row) => [row.id, row]))
  const reminders = truth
    .filter(({ accepted }) => accepted)
    .map(({ wamid, callbackData, to }) => ({
      attemptId: callbackData,
      wamid,
      to: to.replace('+', ''),
      replyRef: attempts.get(callbackData)?.reply_ref ?? '',
      known: attempts.get(callbackData)?.known ?? false,
    }))
  expect(reminders.length).toBeGreaterThanOrEqual(PATIENTS)
  return { reminders, at }
}

async function copyOf({ access }: Opened<unknown>) {
  const name = `${access.name}_copy`
  const elsewhere = new URL(access.superuserUrl)
  elsewhere.pathname = '/postgres'
  const admin = async (text: string) => {
    const client = new pg.Client({ connectionString: elsewhere.href })
    await client.connect()
    await client.query(text)
    await client.end()
  }
  const inside = (url: string) => {
    const changed = new URL(url)
    changed.pathname = `/${name}`
    return changed.href
  }
  await admin(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${access.name}'`)
  await admin(`create database "${name}" template "${access.name}" owner "${new URL(access.ownerUrl).username}"`)
  return {
    name,
    database: { url: inside(access.url), ownerUrl: inside(access.ownerUrl) },
    drop: () => admin(`drop database if exists "${name}" with (force)`),
  }
}

/** Deliveries of some twenty events each, one after the other. */
const inOrderOf = (events: readonly Happened[]): Buffer[] => packed(events, () => 20)

/** Every event one to four times, everything in any order, in deliveries of one to forty. */
function shuffledOf(events: readonly Happened[], chance: Chance): Buffer[] {
  const copies = events.flatMap((event) => Array.from({ length: chance.between(1, 4) }, () => event))
  const bodies = packed(chance.shuffled(copies), () => chance.between(1, 40))
  told = { deliveries: bodies.length, events: copies.length }
  return bodies
}

function packed(events: readonly Happened[], size: () => number): Buffer[] {
  const bodies: Buffer[] = []
  for (let at = 0; at < events.length;) {
    const part = events.slice(at, at + size())
    at += part.length
    bodies.push(delivery(part.map(({ item }) => item)))
  }
  return bodies
}

/** The clinic hears all of it and comes to rest. */
async function hear(
  database: Database,
  name: string,
  bodies: readonly Buffer[],
  connections: number,
): Promise<EndState> {
  const graph = await startTakingGraph()
  const clinic = await runClinicOn(database, keys.path, graph.url)
  const owner = await openOwner(first.access.superuserUrl, name)
  try {
    await deliverAll(() => clinic.webUrl, bodies, connections)
    await until(
      async () => (await openWork(owner)).open === 0,
      () => openWork(owner),
    )
    return await endStateOf(owner)
  } finally {
    await owner.close()
    await clinic.stop()
    await graph.close()
  }
}

/** Deliveries to apply, answers to send, attempts to record. */
async function openWork(owner: Owner): Promise<{ open: number; left: unknown }> {
  const left = await owner.rows<{ what: string; n: number }>(`
    select 'stored' as what, count(*)::int as n from inbound_event where state = 'stored'
    union all select state, count(*)::int from outbound_message
     where state = 'attempting' or (state = 'planned' and due_at <= business_now()) group by state`)
  return { open: left.reduce((sum, { n }) => sum + n, 0), left }
}
