import { DAY, shift } from '@recado/domain/shared/instant'
import { makeBook } from '../data/book.ts'
import { rounded, type Bench } from '../figure.ts'
import { openClinic, until, type Clinic } from '../program/clinic.ts'

const SMALL = 10_000
const LARGE = 10_000_000
/** Reminders that are sent with each of the two backlogs; the claims that they take are what is measured. */
const REMINDERS = 4_000

/**
 * What it costs to find the messages that are due beside ten thousand and beside ten million that are not: the server's
 * own count of the time that the program's claiming statements take (pg_stat_statements).
 */
export const claimBench: Bench = {
  names: ['claim.growth'],
  async *run({ seed, scale }) {
    const clinic = await openClinic()
    try {
      await countStatements(clinic)
      const small = await claimMs(clinic, SMALL, seed)
      const large = await claimMs(clinic, Math.round(LARGE * scale), seed + 1)
      const details = {
        smallMs: rounded(small.ms),
        largeMs: rounded(large.ms),
        small: SMALL,
        large: Math.round(LARGE * scale),
        claims: [small.claims, large.claims],
        fillSeconds: large.fillSeconds,
      }
      yield {
        name: 'claim.growth',
        value: rounded(large.ms / small.ms),
        unit: 'times',
        baseline: rounded(small.ms),
        seed,
        details,
      }
    } finally {
      await clinic.stop()
    }
  },
}

async function countStatements(clinic: Clinic): Promise<void> {
  await clinic.operator.query(`alter system set shared_preload_libraries = 'pg_stat_statements'`)
  await clinic.restart('web')
  await clinic.operator.query('create schema bench; create extension pg_stat_statements schema bench')
}

type Claims = { readonly ms: number; readonly claims: number; readonly fillSeconds: number }

/** Mean milliseconds of a claim while reminders leave beside so many planned messages that are not due. */
async function claimMs(clinic: Clinic, backlog: number, seed: number): Promise<Claims> {
  await clinic.restart('web')
  const begun = performance.now()
  await fillBacklog(clinic, backlog)
  const fillSeconds = rounded((performance.now() - begun) / 1_000)
  const messages = await importReminders(clinic, seed)
  await clinic.restart('web,worker')
  await clinic.operator.query('select bench.pg_stat_statements_reset()')
  await clinic.operator.query(`update outbound_message set due_at = business_now() where id = any ($1::uuid[])`, [
    messages,
  ])
  await until(async () => {
    const [row] = await clinic.operator.query<{ left: number }>(`select count(*)::int as left from outbound_message where id = any ($1::uuid[]) and state in ('planned', 'attempting')`, [messages])
    return row?.left === 0
  }, 120_000, 250) // prettier-ignore
  const [claim] = await clinic.operator.query<{ calls: number; ms: number }>(
    `select sum(calls)::int as calls, sum(total_exec_time) / sum(calls) as ms from bench.pg_stat_statements
      where query like '%outbound_message%' and query like '%skip locked%' and query like '%generate_series%' and rows > 0`,
  )
  if (!claim?.calls) throw new Error('no claim was seen')
  return { ms: claim.ms, claims: claim.calls, fillSeconds }
}

/** Reminders of the coming weeks, as many as asked for; made in the database because an import of them would take minutes. */
async function fillBacklog({ operator, organizationId }: Clinic, backlog: number): Promise<void> {
  const { query } = operator
  const indexes = await query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index where indrelid = 'outbound_message'::regclass and not indisunique`,
  )
  for (const { name } of indexes) await query(`drop index ${name}`)
  const [{ known } = { known: 0 }] = await query<{ known: number }>(
    `select count(*)::int as known from outbound_message where dedupe_key like 'backlog/%'`,
  )
  await query(
    `insert into outbound_message (organization_id, id, kind, lane, purpose, state, dedupe_key, contact_point_id, patient_id, appointment_id,
            appointment_version, journey, step, template, language, due_at, expires_at, created_at)
     select $1, lpad(to_hex(n), 32, '0')::uuid, 'initiated', 2 + n % 2, 'appointment_logistics', 'planned', 'backlog/' || to_char(n, 'FM00000000'),
            ('a' || lpad(to_hex(n), 31, '0'))::uuid, ('b' || lpad(to_hex(n), 31, '0'))::uuid, ('c' || lpad(to_hex(n), 31, '0'))::uuid, 1, 'appointment-reminder', 'confirm',
            'appointment_reminder_confirm', 'pt-BR', b.now + interval '3 days' + n % 5000000 * interval '1 second',
            b.now + interval '4 days' + n % 5000000 * interval '1 second', b.now
       from (select business_now() as now offset 0) b, generate_series($2::int, $3::int) n`,
    [organizationId, known + 1, backlog],
  )
  await query(`set maintenance_work_mem = '512MB'`)
  for (const { definition } of indexes) await query(definition)
  await query('vacuum analyze outbound_message')
}

/** Visits whose first reminder waits to fall due; answers the ids of those reminders. */
async function importReminders({ installation, operator, now }: Clinic, seed: number): Promise<string[]> {
  const book = makeBook({ visits: REMINDERS, patients: REMINDERS, from: shift(now, 3 * DAY), days: 1, seed })
  const source = `claims-${seed}`
  await installation.post(`/api/v1/imports?source=${source}&country=BR&zone=America/Sao_Paulo`, book, 'text/csv')
  await operator.query(`update appointment set settled_at = settled_at - interval '1 day'`)
  const rows = await operator.query<{ id: string }>(
    `select m.id from outbound_message m join appointment a on a.id = m.appointment_id join source s on s.id = a.source_id
      where s.name = $1 and m.step = 'confirm' and m.state = 'planned'`,
    [source],
  )
  return rows.map(({ id }) => id)
}
