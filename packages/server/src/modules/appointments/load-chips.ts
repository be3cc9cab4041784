import { sql } from 'kysely'
import { chipOf, type Chip, type ChipMessage } from '@recado/domain/measures/chip'
import type { AppointmentStatus, Confirmation } from '@recado/domain/shared/appointment'
import { formatInstant, type Instant } from '@recado/domain/shared/instant'
import { rowsAs } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'

/** What the chip looks at beside the messages; every query of visits for a screen selects it as REACH. */
export type Reach = { readonly has_contact: boolean; readonly opted_out: boolean; readonly unreachable: boolean }

/** Columns of Reach, for a query that joins the visit's contact point as `c` (left join). */
export const REACH = sql.raw(
  `c.id is not null as has_contact, c.opted_out_at is not null as opted_out, c.unreachable_at is not null as unreachable`,
)

/** Why nobody can be reached about a visit; undefined when somebody can. In the planner's words. */
export function unreachableOf({ has_contact, opted_out, unreachable }: Reach): string | undefined {
  if (!has_contact) return 'no-contact-point'
  if (opted_out) return 'opted-out'
  return unreachable ? 'not-on-whatsapp' : undefined
}

type Visit = Reach & {
  readonly id: string
  readonly version: number
  readonly status: AppointmentStatus
  readonly confirmation: Confirmation
}
type WireChip = Omit<Chip, 'nextAt'> & { readonly nextAt?: string }

/** The chips of these visits by their ids, with one query for all of them. */
export async function loadChips(
  trx: Db,
  organizationId: string,
  visits: readonly Visit[],
): Promise<Map<string, WireChip>> {
  const messages = await loadMessages(trx, organizationId, visits)
  return new Map(
    visits.map((visit) => {
      const unreachable = unreachableOf(visit)
      const { nextAt, ...chip } = chipOf({
        status: visit.status,
        confirmation: visit.confirmation,
        messages: messages.get(visit.id) ?? [],
        ...(unreachable === undefined ? {} : { unreachable }),
      })
      return [visit.id, { ...chip, ...(nextAt === undefined ? {} : { nextAt: formatInstant(nextAt) }) }]
    }),
  )
}

type MessageRow = {
  readonly appointment_id: string
  readonly state: ChipMessage['state'] | 'merged'
  readonly reason: string | null
  readonly due_at: Instant
  readonly arrived: boolean | null
  readonly read: boolean | null
}

/** Messages about the visits as they stand: of their present version. One that rode along has the state of its carrier. */
async function loadMessages(
  trx: Db,
  organizationId: string,
  visits: readonly Visit[],
): Promise<Map<string, ChipMessage[]>> {
  if (visits.length === 0) return new Map()
  const { rows } = await sql<MessageRow>`
    select m.appointment_id, coalesce(l.state, m.state) as state, coalesce(l.reason, m.reason) as reason, m.due_at, t.arrived, t.read
      from ${rowsAs('w', { id: 'uuid', version: 'int' }, visits)}
      join outbound_message m on m.organization_id = ${organizationId} and m.appointment_id = w.id
       and m.appointment_version = w.version and m.journey is not null
      left join outbound_message l on l.organization_id = m.organization_id and l.id = m.merged_into
      left join lateral (
        select bool_or(a.delivered_at is not null) as arrived, bool_or(coalesce(a.read_at, a.played_at) is not null) as read
          from send_attempt a where a.organization_id = m.organization_id and a.message_id = coalesce(m.merged_into, m.id)
           and coalesce(l.state, m.state) = 'accepted') t on true`.execute(trx)
  const byVisit = new Map<string, ChipMessage[]>()
  for (const row of rows) {
    const messages = byVisit.get(row.appointment_id) ?? []
    messages.push(messageOf(row))
    byVisit.set(row.appointment_id, messages)
  }
  return byVisit
}

const messageOf = ({ state, reason, due_at, arrived, read }: MessageRow): ChipMessage => ({
  // A carrier that is gone from the outbox leaves its rider with what it was: part of a message that left.
  state: state === 'merged' ? 'accepted' : state,
  dueAt: due_at,
  ...(reason === null ? {} : { reason }),
  ...(read ? { reached: 'read' } : arrived ? { reached: 'delivered' } : {}),
})
