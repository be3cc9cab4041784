import { sql } from 'kysely'
import type { Attempt, Timeline, Touch, TraceEntry } from '@recado/contracts/timeline'
import { formatInstant, type Instant } from '@recado/domain/shared/instant'
import { nearestLanguage } from '@recado/domain/shared/language'
import type { z } from 'zod'
import type { Db } from '../../db/db.ts'
import type { ContentCipher } from '../../platform/content-cipher.ts'
import {
  asKnown,
  deliveriesOf,
  DELIVERY_COLUMNS,
  openOutgoing,
  previewMessage,
  type DeliveryTimes,
  type VisitWords,
} from '../messaging/index.ts'

type TouchRow = {
  readonly id: string
  readonly carrier_id: string | null
  readonly journey: string
  readonly step: string
  readonly version: number
  readonly due_at: Instant
  readonly state: string
  readonly reason: string | null
  readonly trace: readonly StoredTrace[] | null
  readonly known: { readonly startAt?: Instant } | null
  readonly template: string | null
  readonly language: string | null
  readonly content: Buffer | null
  readonly key_id: number | null
  readonly settled_at: Instant | null
}

type StoredTrace = {
  readonly rule: string
  readonly verdict: 'pass' | 'wait' | 'deny'
  readonly reason?: string
  readonly until?: Instant
}

/** Every message of the visit's journeys, sent or not. One that rode along shows what its carrier said and how that went. */
export async function readTouches(
  trx: Db,
  organizationId: string,
  visitId: string,
  cipher: ContentCipher,
): Promise<Timeline['touches']> {
  const { rows } = await sql<TouchRow>`
    select m.id, m.merged_into as carrier_id, m.journey, m.step, m.appointment_version as version, m.due_at, m.state,
           coalesce(m.reason, l.reason) as reason, coalesce(l.trace, m.trace) as trace, m.known, m.template,
           coalesce(l.language, m.language) as language, coalesce(l.content, m.content) as content, coalesce(l.key_id, m.key_id) as key_id, m.settled_at
      from outbound_message m
      left join outbound_message l on l.organization_id = m.organization_id and l.id = m.merged_into
     where m.organization_id = ${organizationId} and m.appointment_id = ${visitId} and m.journey is not null
     order by m.due_at, m.id`.execute(trx)
  if (rows.length === 0) return []
  const attempts = await loadAttempts(trx, organizationId, rows.map((row) => row.carrier_id ?? row.id)) // prettier-ignore
  const words = await loadWords(trx, organizationId, visitId)
  return rows.map((row) => touchOf(row, attempts.get(row.carrier_id ?? row.id) ?? [], wordsOf(row, cipher, words)))
}

function touchOf(row: TouchRow, attempts: readonly z.input<typeof Attempt>[], words: Words): Touch {
  const waits = row.state === 'planned' && row.reason !== null
  return {
    id: row.id,
    journey: row.journey,
    step: row.step,
    version: row.version,
    dueAt: NEVER_DUE.has(row.reason ?? '') ? undefined : formatInstant(row.due_at),
    state: waits ? 'held' : (STATES[row.state] ?? 'planned'),
    reason: row.reason ?? (row.state === 'expired' ? 'expired' : undefined),
    trace: row.trace?.map(traceOf),
    language: words?.language ?? (row.language === null ? undefined : nearestLanguage(row.language)),
    preview: words?.text,
    buttons: words?.buttons && [...words.buttons],
    attempts: [...attempts],
  }
}

/** The outbox's words in those of the wire (contracts/timeline). */
const STATES: Readonly<Record<string, Touch['state']>> = {
  planned: 'planned', attempting: 'attempting', unknown: 'unknown', accepted: 'sent', failed: 'not-sent', expired: 'not-sent',
  denied: 'not-sent', skipped: 'not-planned', withdrawn: 'withdrawn', merged: 'merged',
} // prettier-ignore

/** Steps that were left out before they had a time; their rows carry the moment of planning instead. */
const NEVER_DUE: ReadonlySet<string> = new Set(['date-only', 'not-fulfilled-yet'])

const VERDICTS = { pass: 'allow', wait: 'hold', deny: 'deny' } as const

const traceOf = ({ rule, verdict, reason, until }: StoredTrace): TraceEntry => ({
  rule,
  verdict: VERDICTS[verdict],
  reason,
  until: until === undefined ? undefined : formatInstant(until),
})

type Words =
  { readonly text?: string; readonly buttons?: readonly string[]; readonly language?: Touch['language'] } | undefined
type VisitForWords = VisitWords & { readonly clinic: string; readonly clinic_language: string }

/** What was said where that is known; what would be said now where it is still to come. */
function wordsOf(row: TouchRow, cipher: ContentCipher, visit: VisitForWords | undefined): Words {
  if (row.content !== null) return openOutgoing(row, cipher)
  if (row.state !== 'planned' || visit === undefined || row.template === null) return undefined
  return previewMessage({
    template: row.template,
    language: row.language,
    visit: asKnown(visit, row.step, row.known),
    clinic: { name: visit.clinic, language: visit.clinic_language },
  })
}

async function loadWords(trx: Db, organizationId: string, visitId: string): Promise<VisitForWords | undefined> {
  const { rows } = await sql<VisitForWords>`
    select a.start_at, a.date, a.zone, s.country, p.given, p.name as patient_name, s.name as site, s.address,
           g.name as clinic, g.language as clinic_language
      from appointment a
      join organization g on g.id = a.organization_id
      join patient p on p.organization_id = a.organization_id and p.id = a.patient_id
      join site s on s.organization_id = a.organization_id and s.id = a.site_id
     where a.organization_id = ${organizationId} and a.id = ${visitId}`.execute(trx)
  return rows[0]
}

type AttemptRow = DeliveryTimes & {
  readonly id: string
  readonly message_id: string
  readonly begun_at: Instant
  readonly outcome: keyof typeof OUTCOMES
  readonly wamid: string | null
  readonly error_code: number | null
  readonly error_class: string | null
  readonly resent_after_unknown: boolean
  readonly reconciled_duplicate: boolean
}

const OUTCOMES = {
  pending: 'attempting',
  accepted: 'accepted',
  rejected: 'refused',
  'not-sent': 'failed',
  unknown: 'unknown',
} as const

async function loadAttempts(
  trx: Db,
  organizationId: string,
  messageIds: readonly string[],
): Promise<Map<string, z.input<typeof Attempt>[]>> {
  const { rows } = await sql<AttemptRow>`
    select t.id, t.message_id, t.begun_at, t.outcome, t.wamid, t.error_code, t.error_class, t.resent_after_unknown,
           t.reconciled_duplicate, ${DELIVERY_COLUMNS}
      from send_attempt t
     where t.organization_id = ${organizationId} and t.message_id = any (${messageIds}::uuid[])
     order by t.begun_at, t.id`.execute(trx)
  const grouped = Map.groupBy(rows, (row) => row.message_id)
  return new Map([...grouped].map(([id, own]) => [id, own.map(attemptOf)]))
}

const attemptOf = (row: AttemptRow): z.input<typeof Attempt> => ({
  id: row.id,
  at: formatInstant(row.begun_at),
  outcome: OUTCOMES[row.outcome],
  wamid: row.wamid ?? undefined,
  errorCode: row.error_code ?? undefined,
  reason: row.error_class ?? undefined,
  repeat: row.resent_after_unknown || undefined,
  duplicate: row.reconciled_duplicate || undefined,
  statuses: deliveriesOf(row),
})
