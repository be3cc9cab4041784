import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withTestDatabase } from '../db/test-db.ts'
import { createInboundStore } from '../modules/messaging/index.ts'
import { silentLog } from '../platform/log.ts'
import { miniClinic, type MiniClinic } from '../testing/mini-clinic.ts'
import { processInbound, type InboundDeps } from './process-inbound.ts'

const database = withTestDatabase()
let clinic: MiniClinic
let deps: InboundDeps

beforeAll(async () => {
  clinic = await miniClinic(database.db)
  const { db, cipher, organizationId } = clinic
  deps = {
    db,
    cipher,
    log: silentLog,
    clinic: { organizationId, name: 'Aurora', language: 'en' },
    senderOf: () => clinic.senderId,
  }
  // Writing down the words of one person fails, as it is told to.
  await sql`create table trouble (wamid text, sqlstate text, times int)`.execute(database.owner)
  await sql`grant select, update on trouble to public`.execute(database.owner)
  await sql`create sequence failures`.execute(database.owner)
  await sql`grant usage on failures to public`.execute(database.owner)
  await sql`
    create function make_trouble() returns trigger language plpgsql as $$
    declare t record;
    begin
      select * into t from trouble where wamid = new.wamid;
      if found and nextval('failures') <= t.times then raise exception 'trouble' using errcode = t.sqlstate; end if;
      return new;
    end $$`.execute(database.owner)
  await sql`create trigger trouble before insert on inbound_message for each row execute function make_trouble()`.execute(
    database.owner,
  )
})

beforeEach(async () => {
  await sql`delete from trouble`.execute(database.owner)
  await sql`alter sequence failures restart`.execute(database.owner)
  await clinic.within((trx) => sql`delete from inbound_event where organization_id = ${clinic.organizationId}`.execute(trx)) // prettier-ignore
})

/** The insert of this message fails so many times with this SQLSTATE: a sequence counts past rollbacks. */
const fails = (wamid: string, sqlstate: string, times: number) =>
  sql`insert into trouble values (${wamid}, ${sqlstate}, ${times})`.execute(database.owner)

let phones = 0
async function arrives(...wamids: string[]): Promise<void> {
  const store = createInboundStore(clinic.db, () => clinic.cipher, () => undefined) // prettier-ignore
  for (const wamid of wamids) {
    const from = String(5511970000000 + phones++)
    const value = {
      messaging_product: 'whatsapp', metadata: { display_phone_number: '551140000009', phone_number_id: '100900' },
      contacts: [{ profile: { name: 'Somebody' }, wa_id: from }],
      messages: [{ from, id: wamid, timestamp: String(Math.floor(Date.now() / 1_000)), type: 'text', text: { body: 'Hello' } }],
    } // prettier-ignore
    const body = { object: 'whatsapp_business_account', entry: [{ id: '200900', changes: [{ field: 'messages', value }] }] } // prettier-ignore
    await store.append(
      { id: clinic.channelId, organizationId: clinic.organizationId },
      Buffer.from(JSON.stringify(body)),
    )
  }
  await store.close()
}

const events = async () =>
  (
    await clinic.within((trx) =>
      sql<{ state: string; attempts: number }>`select state, attempts from inbound_event where organization_id = ${clinic.organizationId} order by id`.execute(trx),
    )
  ).rows // prettier-ignore
const states = async () => (await events()).map(({ state }) => state)

const round = () => processInbound(deps).catch(() => 0)

describe('a delivery that cannot be applied for the moment', () => {
  test.each([
    ['a deadlock', '40P01'],
    ['two transactions at odds', '40001'],
    ['a lock that takes too long', '55P03'],
    ['a server that is going down', '57P01'],
    ['a full disk', '53100'],
  ])('is not held against it: %s', async (_, sqlstate) => {
    const name = `wamid.moment.${sqlstate}`
    await arrives(name, `${name}.next`)
    await fails(name, sqlstate, 30)
    for (let turn = 0; turn < 10; turn++) await round()
    expect(await events()).toEqual([
      { state: 'stored', attempts: 0 },
      { state: 'stored', attempts: 0 },
    ])
    await sql`delete from trouble`.execute(database.owner)
    await round()
    expect(await states()).toEqual(['applied', 'applied'])
  })

  test('is tried again at once when two transactions were in each other\'s way', async () => {
    await arrives('wamid.once')
    await fails('wamid.once', '40P01', 1)
    expect(await processInbound(deps)).toBe(1)
    expect(await states()).toEqual(['applied'])
  }) // prettier-ignore

  test('is not set aside when the connection breaks under it', async () => {
    await arrives('wamid.broken')
    await sql`create or replace function make_trouble() returns trigger language plpgsql as $$
      begin
        if new.wamid = 'wamid.broken' and nextval('failures') <= 8 then perform pg_terminate_backend(pg_backend_pid()); end if;
        return new;
      end $$`.execute(database.owner)
    for (let turn = 0; turn < 8 && (await states())[0] === 'stored'; turn++) await round()
    expect(await events()).toMatchObject([{ state: 'applied' }])
    await sql`create or replace function make_trouble() returns trigger language plpgsql as $$
      declare t record;
      begin
        select * into t from trouble where wamid = new.wamid;
        if found and nextval('failures') <= t.times then raise exception 'trouble' using errcode = t.sqlstate; end if;
        return new;
      end $$`.execute(database.owner)
  })
})

describe('a delivery that is the trouble itself', () => {
  test('is set aside after five rounds, and those around it are applied in the first', async () => {
    await arrives('wamid.before', 'wamid.bad', 'wamid.after')
    await fails('wamid.bad', '22000', 1_000)
    await round()
    expect(await events()).toMatchObject([{ state: 'applied' }, { state: 'stored', attempts: 1 }, { state: 'applied' }])
    for (let turn = 0; turn < 4; turn++) await round()
    expect(await states()).toEqual(['applied', 'parked', 'applied'])
  })

  test('is the one that is set aside, not an older one that another worker has in hand', async () => {
    await arrives('wamid.in-hand', 'wamid.worse')
    await fails('wamid.worse', '22000', 1_000)
    await clinic.within(async (other) => {
      await sql`select from inbound_event where organization_id = ${clinic.organizationId} order by id limit 1 for update`.execute(other) // prettier-ignore
      for (let turn = 0; turn < 5; turn++) await round()
    })
    expect(await events()).toMatchObject([{ state: 'stored', attempts: 0 }, { state: 'parked' }])
  })
})
