import { sql } from 'kysely'
import type { TimelineEvent } from '@recado/contracts/timeline'
import type { AppointmentStatus, Confirmation } from '@recado/domain/shared/appointment'
import { formatInstant, type Instant } from '@recado/domain/shared/instant'
import type { Db } from '../../db/db.ts'
import type { ContentCipher } from '../../platform/content-cipher.ts'
import { derivedId } from '../../platform/ids.ts'
import { openInbound } from '../messaging/index.ts'
import { loadActors } from '../staff/index.ts'
import { kindsOf, type VisitStep } from './visit-steps.ts'

type Row = {
  readonly id: string
  readonly at: Instant
  readonly actor: string
  readonly action: string
  readonly details: Details
  readonly content: Buffer | null
  readonly key_id: number | null
}
type Details = {
  readonly status?: AppointmentStatus
  readonly confirmation?: Confirmation
  readonly version?: number
  readonly was?: string
  readonly is?: string
  readonly overruled?: readonly string[]
}

/** What happened to a visit and who did it, oldest first: its changes, and what the patient wrote about its messages. */
export async function readVisitEvents(
  trx: Db,
  organizationId: string,
  visitId: string,
  cipher: ContentCipher,
): Promise<TimelineEvent[]> {
  const rows = await loadRows(trx, organizationId, visitId)
  const actorOf = await loadActors(trx, organizationId, rows.map(({ actor }) => actor)) // prettier-ignore
  let before: VisitStep = { status: 'booked', confirmation: 'none', version: 1 }
  return rows.flatMap((row) => {
    const { details } = row
    const after = { ...before, ...stepOf(details) }
    const kinds =
      row.action === 'appointment.changed'
        ? [...kindsOf(before, after), ...(details.overruled?.length ? (['source-won'] as const) : [])]
        : (KINDS[row.action] ?? [])
    if (row.action === 'appointment.changed') before = after
    const shown = {
      at: formatInstant(row.at),
      by: row.action === 'imported' ? { kind: 'source' as const, name: row.actor } : actorOf(row.actor),
      ...(row.content === null ? {} : { text: openInbound(row, cipher).text }),
      ...(details.was === undefined || details.is === undefined ? {} : { was: details.was, is: details.is }),
    }
    return kinds.map((kind, index) => ({ id: index === 0 ? row.id : derivedId(`${row.id}/${kind}`), kind, ...shown }))
  })
}

const KINDS: Readonly<Record<string, TimelineEvent['kind'][]>> = {
  imported: ['imported'],
  'change.changed': ['entered-in-source'],
  'message-received': ['message-received'],
  'opted-out': ['opted-out'],
}

const stepOf = ({ status, confirmation, version }: Details): Partial<VisitStep> => ({
  ...(status === undefined ? {} : { status }),
  ...(confirmation === undefined ? {} : { confirmation }),
  ...(version === undefined ? {} : { version }),
})

async function loadRows(trx: Db, organizationId: string, visitId: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with visit as (
      select a.*, o.name as source from appointment a
        join source o on o.organization_id = a.organization_id and o.id = a.source_id
       where a.organization_id = ${organizationId} and a.id = ${visitId}),
    begun as (
      select v.id, least(v.settled_at, (select min(m.created_at) from outbound_message m
              where m.organization_id = ${organizationId} and m.appointment_id = v.id)) as at from visit v)
    select v.id, b.at, v.source as actor, 'imported' as action, '{}'::jsonb as details, null::bytea as content, null::smallint as key_id
      from visit v join begun b on b.id = v.id
    union all
    select e.id, e.at, e.actor, e.action, e.details, null, null from event e
     where e.organization_id = ${organizationId} and e.subject = ${`appointment:${visitId}`}
       and e.action in ('appointment.changed', 'change.changed')
    union all
    select i.id, i.received_at, 'patient:' || i.contact_point_id, 'message-received', '{}', i.content, i.key_id
      from outbound_message m
      join inbound_message i on i.organization_id = m.organization_id and i.about_message_id = coalesce(m.merged_into, m.id)
       and i.contact_point_id = m.contact_point_id and i.meaning not like 'tap:%' and i.meaning not like 'word:%'
     where m.organization_id = ${organizationId} and m.appointment_id = ${visitId}
    union all
    select c.id, c.at, c.actor, 'opted-out', '{}', null, null from visit v
      join begun b on b.id = v.id
      join consent_event c on c.organization_id = v.organization_id and c.contact_point_id = v.contact_point_id
       and c.kind = 'withdraw' and c.source = 'chat' and c.patient_id is null and c.at >= b.at
     order by at, id`.execute(trx)
  return rows
}
