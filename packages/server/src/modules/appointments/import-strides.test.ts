import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { withTestDatabase } from '../../db/test-db.ts'
import { newId } from '../../platform/ids.ts'
import { miniClinic, SITES, type MiniClinic } from '../../testing/mini-clinic.ts'
import { loadCatalogue } from '../organizations/index.ts'
import { createRowImport, type ImportCounts } from './import-rows.ts'
import type { SourceRow } from './source-row.ts'

// Rows come in batches, of which three are on their way at once: what one of them makes, the next one must know.

const database = withTestDatabase()
let clinic: MiniClinic

beforeAll(async () => {
  clinic = await miniClinic(database.db)
})

let visits = 0

const row = (told: Partial<SourceRow> = {}): SourceRow => {
  visits += 1
  const startLocal = `2031-03-04T${String(8 + (visits % 9)).padStart(2, '0')}:00:00`
  return {
    key: `V-${visits}`, patientExternalId: `P-${visits}`, name: 'Ana Souza', phoneE164: `+55119${70_000_000 + visits}`, date: '2031-03-04',
    startLocal, zone: SITES.saoPaulo.zone, durationMin: 30, status: 'booked', practitioner: 'Dr. Lima', site: SITES.saoPaulo.name,
    language: 'pt-BR', consent: true, ...told,
  } // prettier-ignore
}

function importBatches(...batches: readonly (readonly SourceRow[])[]): Promise<ImportCounts> {
  return clinic.within(async (trx) => {
    const context = {
      organizationId: clinic.organizationId, sourceId: clinic.sourceId, importId: newId(), defaultSite: SITES.saoPaulo, enableNew: true,
      catalogue: await loadCatalogue(trx, clinic.organizationId), now: await clinic.now(), journey: 'appointment-reminder', stale: false, tellChanges: 'none' as const,
    } // prettier-ignore
    const rows = createRowImport(trx, context, 'keep', false)
    for (const batch of batches) await rows.add(batch)
    return rows.finish()
  })
}

async function counted(table: string, where = 'true'): Promise<number> {
  const { rows } = await clinic.within((trx) =>
    sql<{ n: number }>`select count(*)::int as n from ${sql.raw(`${table} t where ${where}`)}`.execute(trx),
  )
  return rows[0]?.n ?? -1
}

/** Before and after: the test's database is shared with other tests of this file. */
async function added(table: string, run: () => Promise<unknown>, where?: string): Promise<number> {
  const before = await counted(table, where)
  await run()
  return (await counted(table, where)) - before
}

test('a patient of several batches is one patient with one phone, one link and one consent', async () => {
  const ana = { patientExternalId: 'P-ana', phoneE164: '+5511971112222' }
  const batches = Array.from({ length: 5 }, () => [row(ana), row()])
  const tables = ['patient', 'patient_identifier', 'contact_point', 'patient_contact', 'consent_event', 'appointment']
  const before = await Promise.all(tables.map((table) => counted(table)))
  const { created } = await importBatches(...batches)
  const after = await Promise.all(tables.map((table) => counted(table)))
  expect(created).toBe(10)
  expect(after.map((count, index) => count - (before[index] ?? 0))).toEqual([6, 6, 6, 6, 6, 10])
})

test('what a later batch says of a patient is kept, in the order of the file', async () => {
  const [first, second, third] = ['Bia', 'Bia Reis', 'Bia Reis Dias'].map((name) =>
    row({ patientExternalId: 'P-bia', name }),
  )
  await importBatches([first as SourceRow], [second as SourceRow], [third as SourceRow])
  expect(await counted('patient', `name = 'Bia Reis Dias'`)).toBe(1)
  expect(await counted('patient', `name in ('Bia', 'Bia Reis')`)).toBe(0)
})

test('of a visit that is told twice, batches apart, the last word counts', async () => {
  const early = row({ startLocal: '2031-03-05T09:00:00', date: '2031-03-05' })
  const late = { ...early, startLocal: '2031-03-05T15:00:00' }
  const counts = await importBatches([early], [row()], [late], [row()])
  expect(counts).toMatchObject({ rows: 4, created: 3, updated: 1 })
  expect(await counted('appointment', `external_id = '${early.key}' and start_local = '2031-03-05T15:00:00' and version = 2`)).toBe(1) // prettier-ignore
  const back = await importBatches([early], [late], [early])
  expect(back).toMatchObject({ rows: 3, unchanged: 0, updated: 3 })
})

test('the same file again is unchanged, whatever its batches, and writes nothing', async () => {
  const rows = Array.from({ length: 9 }, () => row())
  await importBatches(rows.slice(0, 4), rows.slice(4))
  const written = await added('outbound_message', async () => {
    const again = await importBatches(rows.slice(0, 2), rows.slice(2, 7), rows.slice(7))
    expect(again).toMatchObject({ rows: 9, created: 0, updated: 0, unchanged: 9, timeline: { total: 0 } })
  })
  expect(written).toBe(0)
})

test('a row that tells anything new is not taken for the same one', async () => {
  const before = row({ phoneE164: null, consent: null })
  await importBatches([before])
  for (const news of [
    { name: 'Ana Maria Souza' },
    { language: 'en' },
    { phoneE164: '+5511971113333' },
    { consent: true },
  ]) {
    Object.assign(before, news)
    const hash = () => clinic.within((trx) => sql<{ observed_hash: string }>`select observed_hash from appointment where external_id = ${before.key}`.execute(trx)) // prettier-ignore
    const old = await hash()
    await importBatches([before])
    expect((await hash()).rows).not.toEqual(old.rows)
  }
  expect(await counted('patient', `name = 'Ana Maria Souza' and language = 'en'`)).toBe(1)
  expect(await counted('consent_event', `contact_point_id = (select id from contact_point where value = '+5511971113333')`)).toBe(1) // prettier-ignore
})

test('a no in a later batch takes back what an earlier one allowed', async () => {
  const leo = { patientExternalId: 'P-leo', phoneE164: '+5511971114444' }
  await importBatches([row(leo)], [row({ ...leo, consent: false })], [row({ ...leo, consent: true })])
  const links = await clinic.within((trx) =>
    sql<{ granted: string[] }>`
      select l.granted from patient_contact l join contact_point c on c.organization_id = l.organization_id and c.id = l.contact_point_id
       where c.value = ${leo.phoneE164}`.execute(trx),
  )
  expect(links.rows).toEqual([{ granted: [] }])
})

test('a follow-up waits without a row of its own', async () => {
  const touches = await added('outbound_message', () => importBatches([row(), row()]))
  expect(touches).toBe(4)
})

test('nothing that an import writes names a row that is not there', async () => {
  await importBatches(
    [row(), row({ phoneE164: null }), row({ consent: null })],
    [row({ status: 'cancelled' }), row({ consent: false })],
  )
  const orphans = await Promise.all(
    [
      ['appointment', 'patient', 'patient_id'], ['appointment', 'contact_point', 'contact_point_id'], ['appointment', 'site', 'site_id'],
      ['appointment', 'practitioner', 'practitioner_id'], ['appointment', 'service', 'service_id'], ['appointment', 'source', 'source_id'],
      ['patient_identifier', 'patient', 'patient_id'], ['patient_identifier', 'source', 'source_id'], ['patient_contact', 'patient', 'patient_id'],
      ['patient_contact', 'contact_point', 'contact_point_id'], ['consent_event', 'patient', 'patient_id'],
      ['consent_event', 'contact_point', 'contact_point_id'], ['outbound_message', 'appointment', 'appointment_id'],
      ['outbound_message', 'patient', 'patient_id'], ['outbound_message', 'contact_point', 'contact_point_id'],
    ].map(async ([table, named, column]) => [table, column, await counted(table ?? '',
      `t.${column} is not null and not exists (select from ${named} n where n.organization_id = t.organization_id and n.id = t.${column})`)]),
  ) // prettier-ignore
  expect(orphans.filter(([, , count]) => count !== 0)).toEqual([])
})

test('a visit of last week that a file cancels, with another of the same patient and kind in its place, has moved', async () => {
  const old = row({ service: 'Check-up' })
  await importBatches([old])
  await clinic.within((trx) =>
    sql`update appointment set settled_at = settled_at - interval '7 days' where external_id = ${old.key}`.execute(trx),
  )
  const { key: _key, ...rest } = old
  const again = row({ ...rest, startLocal: '2031-03-04T17:30:00' })
  expect(await importBatches([{ ...old, status: 'cancelled' }, again])).toMatchObject({
    created: 1,
    cancelled: 1,
    moved: 1,
  })
})
