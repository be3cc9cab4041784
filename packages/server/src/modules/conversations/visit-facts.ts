import { sql } from 'kysely'
import type { Action } from '@recado/domain/conversation/action'
import type { About, OwnVisit } from '@recado/domain/conversation/facts'
import { DAY, type Instant } from '@recado/domain/shared/instant'
import type { Language } from '@recado/domain/shared/language'
import { arrayOf } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import { ABOUT_COLUMNS, visitsOf, type AboutRow } from './about-messages.ts'
import { visitColumns, type VisitRow } from '../appointments/index.ts'

/** Visits of the last days stay in sight, so that a late answer is told what became of them. */
const LOOK_BACK_MS = 7 * DAY

export type ContactFacts = {
  readonly visits: readonly OwnVisit[]
  /** The same visits as they are stored, locked. */
  readonly rows: readonly VisitRow[]
  readonly languages: readonly Language[]
  readonly country: string | undefined
  readonly optedOut: boolean
  readonly latest: About | undefined
  /** When a member of staff last wrote to this contact: an answer after it may be meant for them. */
  readonly staffWroteAt: Instant | null
}

type Row = VisitRow & {
  /** The contact of those asked for at which this visit's patient is reached; the visit itself may name another. */
  readonly reached_at: string
  readonly given: string | null
  readonly patient: string
  readonly language: Language | null
  readonly patients: number
  readonly share_texts: boolean
  readonly practitioner: string | null
  readonly service: string | null
  readonly site: string
  readonly country: string
}

/** The visits that each of these contacts may answer for, locked in one order; with the words that may be used of them. */
export async function loadContactFacts(
  trx: Db,
  organizationId: string,
  contactIds: readonly string[],
  now: Instant,
): Promise<Map<string, ContactFacts>> {
  const since = now - LOOK_BACK_MS
  const visits = sql<Row>`
    select pc.contact_point_id as reached_at, ${visitColumns('a')}, p.given, p.name as patient, p.language,
           (select count(*)::int from patient_contact o where o.organization_id = pc.organization_id
               and o.contact_point_id = pc.contact_point_id) as patients,
           c.share_texts, r.name as practitioner, v.name as service, s.name as site, s.country
      from patient_contact pc
      join contact_point c on c.organization_id = pc.organization_id and c.id = pc.contact_point_id
      join patient p on p.organization_id = pc.organization_id and p.id = pc.patient_id
      join appointment a on a.organization_id = pc.organization_id and a.patient_id = pc.patient_id
       and (a.start_at > to_timestamp(${since}::float8 / 1000)
            or a.start_at is null and a.date >= to_char(to_timestamp(${since}::float8 / 1000), 'YYYY-MM-DD'))
      join site s on s.organization_id = a.organization_id and s.id = a.site_id
      left join practitioner r on r.organization_id = a.organization_id and r.id = a.practitioner_id
      left join service v on v.organization_id = a.organization_id and v.id = a.service_id
     where pc.organization_id = ${organizationId} and pc.contact_point_id = any (${arrayOf('uuid', contactIds)})
     order by a.id
       for update of a`.execute(trx)
  const [{ rows }, contacts] = await Promise.all([visits, loadContacts(trx, organizationId, contactIds)])
  const byContact = Map.groupBy(rows, (row) => row.reached_at)
  const facts = new Map<string, ContactFacts>()
  for (const id of contactIds) {
    const own = byContact.get(id) ?? []
    const contact = contacts.get(id)
    facts.set(id, {
      visits: own.map(ownVisit),
      rows: own,
      languages: [...new Set(own.flatMap((row) => row.language ?? []))],
      country: own[0]?.country,
      optedOut: contact?.opted_out ?? false,
      staffWroteAt: contact?.staff_wrote_at ?? null,
      latest:
        contact && contact.appointment_id !== null
          ? { visits: visitsOf(contact), actions: contact.actions, how: 'latest', sentAt: contact.sent_at }
          : undefined,
    })
  }
  return facts
}

type ContactRow = AboutRow & {
  readonly id: string
  readonly opted_out: boolean
  readonly sent_at: Instant
  readonly actions: readonly Action[]
  readonly staff_wrote_at: Instant | null
}

/**
 * Whether the person said stop, and what our newest reminder to this contact was about. `coalesce` keeps the planner off
 * the index of all dedupe keys, which looks small while nobody has written for a while.
 */
async function loadContacts(
  trx: Db,
  organizationId: string,
  contactIds: readonly string[],
): Promise<Map<string, ContactRow>> {
  const { rows } = await sql<ContactRow>`
    select c.id, c.opted_out_at is not null as opted_out, l.settled_at as sent_at, coalesce(l.options, '[]') as actions,
           l.appointment_id, l.appointment_version, coalesce(l.riders, '[]') as riders,
           (select max(w.created_at) from outbound_message w where w.organization_id = c.organization_id and w.contact_point_id = c.id
               and w.journey is null and w.state in ('planned', 'accepted') and coalesce(w.dedupe_key, '') like 'staff/%') as staff_wrote_at
      from contact_point c
      left join lateral (
        select m.settled_at, m.options, ${ABOUT_COLUMNS}
          from outbound_message m
         where m.organization_id = c.organization_id and m.contact_point_id = c.id and m.told and m.state = 'accepted'
           and m.journey is not null
         order by m.due_at desc limit 1) l on true
     where c.organization_id = ${organizationId} and c.id = any (${arrayOf('uuid', contactIds)})`.execute(trx)
  return new Map(rows.map((row) => [row.id, row]))
}

function ownVisit(row: Row): OwnVisit {
  const named = row.patients === 1 || row.share_texts
  return {
    id: row.id,
    version: row.version,
    status: row.status,
    confirmation: row.confirmation,
    date: row.date,
    zone: row.zone,
    settledAt: row.settled_at,
    siteId: row.site_id,
    ...(row.start_at === null ? {} : { startAt: row.start_at }),
    ...(row.duration_min === null ? {} : { durationMin: row.duration_min }),
    ...(row.fulfilled_at === null ? {} : { fulfilledAt: row.fulfilled_at }),
    ...(row.practitioner_id === null ? {} : { practitionerId: row.practitioner_id }),
    ...(row.cancelled_at === null ? {} : { cancelledAt: row.cancelled_at }),
    ...(row.undo_until === null ? {} : { undoUntil: row.undo_until }),
    ...(row.cancelled_by?.startsWith('patient') ? { cancelledBy: 'patient' as const } : {}),
    show: {
      site: row.site,
      // The visit type can tell a diagnosis: it stays out until policy allows it (invariant 7).
      ...(named ? { patient: row.given ?? row.patient } : {}),
      ...(row.practitioner === null ? {} : { practitioner: row.practitioner }),
    },
  }
}
