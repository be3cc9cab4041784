import { chain, type EventRow } from '../../../packages/server/src/modules/audit/seal-events.ts'
import type { Owner } from './owner.ts'
import type { TruthLine } from './truth.ts'

/** What the invariants of DESIGN 4 say about a clinic that has come to rest; every list is empty when they hold. */
export type Verdict = {
  /** Touches of the book that are not settled, or that a due step has no row for. */
  readonly lost: readonly object[]
  /** Attempts that one side knows as accepted and the other does not. */
  readonly onlyInTruth: readonly string[]
  readonly onlyInLedger: readonly string[]
  /** Messages that a person got twice although nobody labelled the second one. */
  readonly unexplained: readonly string[]
  /** Messages that a person got twice, labelled. */
  readonly labelled: readonly string[]
  readonly open: readonly object[]
  /** Rows that name one that is not there: what is written all day has no foreign keys. */
  readonly adrift: readonly object[]
  readonly brokenSeals: readonly string[]
  /** What people said that had not exactly one effect, and answers that were not given once. */
  readonly inbound: readonly object[]
}

type Attempt = { readonly id: string; readonly message_id: string; readonly outcome: string; readonly resent: boolean }

/**
 * Compares what the clinic's ledger says with what the other side saw.
 * @param steps how many touches each visit of `source` must have come to by now; with `stillPlanned`, or have ahead of it
 */
export async function checkLedger(
  owner: Owner,
  truth: readonly TruthLine[],
  source: string,
  steps: number,
  { stillPlanned = false }: { readonly stillPlanned?: boolean } = {},
): Promise<Verdict> {
  const attempts = await owner.rows<Attempt>(
    'select id, message_id, outcome, resent_after_unknown as resent from send_attempt',
  )
  const accepted = truth.filter((line) => line.accepted)
  const seen = new Set(accepted.map((line) => line.callbackData ?? `none ${line.seq}`))
  const known = new Set(attempts.filter(({ outcome }) => outcome === 'accepted').map(({ id }) => id))
  return {
    lost: await lostTouches(owner, source, steps, stillPlanned),
    onlyInTruth: [...seen].filter((id) => !known.has(id)),
    onlyInLedger: [...known].filter((id) => !seen.has(id)),
    ...duplicatesIn(accepted, attempts),
    open: await owner.rows(`
      select 'message' as what, id, state from outbound_message
       where state in ('attempting', 'unknown') or (state = 'planned' and due_at <= business_now())
      union all select 'attempt', id, outcome from send_attempt where outcome = 'pending'
      union all select 'delivery', id, state from inbound_event where state <> 'applied'`),
    adrift: await owner.rows(`
      select 'attempt' as what, a.id from send_attempt a
       where not exists (select from outbound_message m where m.organization_id = a.organization_id and m.id = a.message_id)
      union all select 'conversation', v.id from conversation v
       where not exists (select from contact_point c where c.organization_id = v.organization_id and c.id = v.contact_point_id)`),
    brokenSeals: await brokenSeals(owner),
    inbound: await inboundTwice(owner),
  }
}

/** Every visit has one settled row for each of its steps (invariant 1); that it is at most one, its key sees to. */
const lostTouches = (owner: Owner, source: string, steps: number, stillPlanned: boolean) =>
  owner.rows(
    `select a.external_id, count(m.id)::int as settled from appointment a join source s on s.id = a.source_id
       left join outbound_message m on m.appointment_id = a.id and m.appointment_version = a.version and m.journey is not null
        and (m.state in ('accepted', 'failed', 'expired', 'denied', 'skipped', 'withdrawn', 'merged')
             or $3 and m.state = 'planned' and m.due_at > business_now())
      where s.name = $1 group by a.external_id having count(m.id) < $2`,
    [source, steps, stillPlanned],
  )

/** The same message accepted twice: each repeat must be one that was labelled when it left (reference 4.2). */
function duplicatesIn(accepted: readonly TruthLine[], attempts: readonly Attempt[]) {
  const byId = new Map(attempts.map((attempt) => [attempt.id, attempt]))
  const times = new Map<string, number>()
  const unexplained: string[] = []
  const labelled: string[] = []
  for (const { callbackData } of accepted) {
    const attempt = byId.get(callbackData ?? '')
    if (!attempt) continue // told as onlyInTruth
    const before = times.get(attempt.message_id) ?? 0
    times.set(attempt.message_id, before + 1)
    if (before > 0) (attempt.resent ? labelled : unexplained).push(attempt.id)
  }
  const twice = accepted.length - new Set(accepted.map((line) => line.callbackData)).size
  return { labelled, unexplained: twice > 0 ? [...unexplained, `${twice} attempts went out twice`] : unexplained }
}

async function brokenSeals(owner: Owner): Promise<string[]> {
  const events = await owner.rows<Omit<EventRow, 'at'> & { at: Date; position: string; hash: Buffer }>(
    'select id, at, actor, action, subject, details, position, hash from event where position is not null order by position',
  )
  let before: Buffer = Buffer.alloc(32)
  return events.flatMap(({ at, position, hash, ...event }, index) => {
    before = chain(before, { ...event, at: at.getTime() as EventRow['at'] })
    return before.equals(hash) && Number(position) === index + 1 ? [] : [event.id]
  })
}

/** Two turns for one message of a person, or a turn without its mark in the journal, or an answer twice. */
const inboundTwice = (owner: Owner) =>
  owner.rows(`
    select i.id, count(distinct e.id)::int as turns from inbound_message i
      left join event e on e.action = 'conversation.changed' and e.details ->> 'inboundId' = i.id::text
     group by i.id having count(distinct e.id) <> 1`)

/** What people said that never arrived: `said` are the ids under which WhatsApp took it. */
export async function unheard(owner: Owner, said: readonly string[]): Promise<string[]> {
  const rows = await owner.rows<{ wamid: string }>('select wamid from inbound_message')
  const heard = new Set(rows.map(({ wamid }) => wamid))
  return said.filter((wamid) => !heard.has(wamid))
}
