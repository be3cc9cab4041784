import { sql } from 'kysely'
import type { Purpose } from '@recado/domain/shared/appointment'
import { formatInstant, instant, type Instant } from '@recado/domain/shared/instant'
import type { Language } from '@recado/domain/shared/language'
import { instantToWallTime } from '@recado/domain/shared/zoned'
import { businessNow, type Db } from '../db/db.ts'
import { withWrites } from '../db/writes.ts'
import { recordBatch, type SourceRow } from '../modules/appointments/index.ts'
import { replan } from '../modules/journeys/index.ts'
import { ensureOrganization, ensureSender, loadCatalogue, loadCipher } from '../modules/organizations/index.ts'
import type { ContentCipher } from '../platform/content-cipher.ts'
import { newId } from '../platform/ids.ts'
import { inOrganization } from '../platform/postgres/tenancy.ts'

/** A clinic as small as it can be: an organization with its sender, sites in three zones, staff, and one source. */
export type MiniClinic = {
  readonly db: Db
  readonly organizationId: string
  readonly cipher: ContentCipher
  readonly senderId: string
  readonly channelId: string
  readonly sourceId: string
  readonly staff: Readonly<Record<'reception' | 'administrator', string>>
  /** One transaction as the application, for this clinic. */
  within<T>(run: (trx: Db) => Promise<T>): Promise<T>
  now(): Promise<Instant>
}

export const SITES = {
  saoPaulo: { name: 'Aurora Paulista', zone: 'America/Sao_Paulo', country: 'BR' },
  madrid: { name: 'Aurora Chamberí', zone: 'Europe/Madrid', country: 'ES' },
  kolkata: { name: 'Aurora Salt Lake', zone: 'Asia/Kolkata', country: 'IN' },
} as const
export type SiteKey = keyof typeof SITES

const MASTER_KEY = Buffer.alloc(32, 7)

export async function miniClinic(db: Db): Promise<MiniClinic> {
  await sql`insert into installation (mode) values ('demo') on conflict do nothing`.execute(db)
  const organization = await ensureOrganization(db, { name: 'Aurora', country: 'BR', language: 'en' })
  const organizationId = organization.id
  await ensureSender(db, organizationId, {
    phoneNumberId: '100900',
    wabaId: '200900',
    displayPhone: '+55 11 4000 0009',
    throughputMps: 80,
    portfolioLimit: null,
  })
  const cipher = await loadCipher(db, MASTER_KEY, organizationId)
  const within = <T>(run: (trx: Db) => Promise<T>) => inOrganization<T>(db, organizationId, run)
  const ids = { sourceId: newId(), staff: { reception: newId(), administrator: newId() } }
  const sender = await within(async (trx) => {
    await sql`
      insert into staff (organization_id, id, name, role, language)
      values (${organizationId}, ${ids.staff.reception}, 'Rita Nunes', 'reception', 'pt-BR'),
             (${organizationId}, ${ids.staff.administrator}, 'Ada Byrne', 'administrator', 'en')`.execute(trx)
    for (const [key, site] of Object.entries(SITES)) {
      await sql`
        insert into site (organization_id, id, key, name, zone, country, sending_enabled)
        values (${organizationId}, ${newId()}, ${site.name.toLowerCase()}, ${site.name}, ${site.zone}, ${site.country}, ${key !== ''})`.execute(
        trx,
      )
    }
    await sql`
      insert into source (organization_id, id, name, enable_new) values (${organizationId}, ${ids.sourceId}, 'agenda', true)`.execute(
      trx,
    )
    const { rows } = await sql<{
      id: string
      channel_id: string
    }>`select id, channel_id from sender where organization_id = ${organizationId}`.execute(trx)
    return rows[0]
  })
  return {
    db, organizationId, cipher, ...ids, senderId: sender?.id ?? '', channelId: sender?.channel_id ?? '', within,
    now: () => within(businessNow),
  } // prettier-ignore
}

export type NewVisit = {
  readonly externalId?: string
  readonly site?: SiteKey
  /** From now; negative for the past. */
  readonly inHours?: number
  /** The day alone is known. */
  readonly dayOnly?: boolean
  readonly durationMin?: number
  readonly practitioner?: string
  readonly service?: string
  readonly patient?: string
  readonly patientId?: string
  readonly phone?: string | null
  readonly language?: Language
  readonly consent?: boolean | null
  readonly status?: SourceRow['status']
}

export type MadeVisit = {
  readonly id: string
  readonly patientId: string
  readonly contactPointId: string | null
  readonly startAt: Instant | null
}

let counter = 0

/** Books visits as an import would: recorded against the source, then planned. */
export async function bookVisits(clinic: MiniClinic, ...wanted: readonly NewVisit[]): Promise<MadeVisit[]> {
  const { organizationId, sourceId } = clinic
  return clinic.within(async (trx) => {
    const now = await businessNow(trx)
    const catalogue = await loadCatalogue(trx, organizationId)
    const context = {
      organizationId,
      sourceId,
      importId: newId(),
      defaultSite: SITES.saoPaulo,
      enableNew: true,
      catalogue,
      now,
    }
    const recorded = await withWrites((writes) => recordBatch(trx, context, wanted.map((visit) => rowOf(visit, now)), writes)) // prettier-ignore
    // As if booked a week ago: a visit that was booked this minute is left alone for a while.
    const ids = recorded.map(({ visit }) => visit.id)
    await sql`update appointment set settled_at = settled_at - interval '7 days' where organization_id = ${organizationId} and id = any (${ids}::uuid[])`.execute(
      trx,
    )
    await replan(trx, organizationId, ids, now)
    return recorded.map(({ visit }) => ({
      id: visit.id,
      patientId: visit.patient_id,
      contactPointId: visit.contact_point_id,
      startAt: visit.start_at,
    }))
  })
}

function rowOf(visit: NewVisit, now: Instant): SourceRow {
  counter += 1
  const {
    site = 'saoPaulo',
    inHours = 72,
    externalId = `A-${counter}`,
    patient = 'Ana Souza',
    phone = `+55119${String(40_000_000 + counter)}`,
  } = visit
  const { name, zone } = SITES[site]
  const at = instant(Math.round((now + inHours * 3_600_000) / 60_000) * 60_000)
  const startLocal = `${instantToWallTime(at, zone)}:00`
  return {
    key: externalId,
    patientExternalId: visit.patientId ?? `P-${counter}`,
    name: patient,
    given: patient.split(' ')[0] ?? patient,
    phoneE164: phone,
    date: startLocal.slice(0, 10),
    ...(visit.dayOnly ? {} : { startLocal, utc: formatInstant(at) }),
    zone,
    durationMin: visit.durationMin ?? 30,
    practitioner: visit.practitioner ?? 'Dr. Lima',
    service: visit.service ?? 'Consultation',
    site: name,
    language: visit.language ?? 'pt-BR',
    consent: visit.consent === undefined ? true : visit.consent,
    ...(visit.status === undefined ? {} : { status: visit.status }),
  }
}

export async function bookVisit(clinic: MiniClinic, visit: NewVisit = {}): Promise<MadeVisit> {
  const [made] = await bookVisits(clinic, visit)
  if (!made) throw new Error('the visit was not booked')
  return made
}

/** Opens a practitioner's week: every day from 08:00 to 18:00 at the clocks of the site. */
export const acceptHours = (
  clinic: MiniClinic,
  practitioner: string,
  { fromMinute = 8 * 60, toMinute = 18 * 60 } = {},
): Promise<unknown> =>
  clinic.within((trx) =>
    sql`
      update practitioner set hours_state = 'accepted', hours = ${JSON.stringify({
        weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute, toMinute })),
        breaks: [],
        exceptions: [],
      })}::jsonb
       where organization_id = ${clinic.organizationId} and name = ${practitioner}`.execute(trx),
  )

export type Written = { readonly conversationId: string; readonly inboundId: string }

/** What a patient wrote and the bot handed to staff, as the receiver leaves it. */
export async function patientWrites(
  clinic: MiniClinic,
  contactPointId: string,
  body: string,
  { hoursAgo = 0, queue = 'unanswered', reason = 'not-understood' } = {},
): Promise<Written> {
  const { organizationId, senderId, cipher } = clinic
  const [inboundId, conversationId] = [newId(), newId()]
  const { bytes, keyId } = cipher.seal(JSON.stringify({ type: 'text', body }))
  return clinic.within(async (trx) => {
    const at = (await businessNow(trx)) - hoursAgo * 3_600_000
    const when = sql`to_timestamp(${at}::float8 / 1000)`
    const { rows } = await sql<{ id: string }>`
      insert into conversation (organization_id, id, sender_id, contact_point_id, queue, reason, owner, last_inbound_at, last_inbound_id, waiting_since, updated_at)
      values (${organizationId}, ${conversationId}, ${senderId}, ${contactPointId}, ${queue}, ${reason}, 'queue', ${when}, ${inboundId}, ${when}, ${when})
      on conflict (organization_id, contact_point_id, sender_id) do update
        set last_inbound_at = excluded.last_inbound_at, last_inbound_id = excluded.last_inbound_id,
            waiting_since = coalesce(conversation.waiting_since, excluded.waiting_since), queue = coalesce(conversation.queue, excluded.queue)
      returning id`.execute(trx)
    const id = rows[0]?.id ?? conversationId
    await sql`
      insert into inbound_message (organization_id, id, wamid, event_id, conversation_id, contact_point_id, type, content, key_id, meaning, sent_at, received_at)
      values (${organizationId}, ${inboundId}, ${`wamid.in.${inboundId}`}, ${newId()}, ${id}, ${contactPointId}, 'text', ${bytes}, ${keyId}, 'text', ${when}, ${when})`.execute(
      trx,
    )
    return { conversationId: id, inboundId }
  })
}

export type Delivered = {
  readonly outcome?: 'accepted' | 'unknown'
  readonly delivered?: boolean
  readonly read?: boolean
  readonly text?: string
}

/** Sends the next planned message of a visit, as the dispatcher and the channel's reports leave it. Answers the message's id. */
export async function messageLeaves(
  clinic: MiniClinic,
  visitId: string,
  { outcome = 'accepted', delivered = false, read = false }: Delivered = {},
): Promise<string> {
  const { organizationId, senderId } = clinic
  const attemptId = newId()
  return clinic.within(async (trx) => {
    const { rows } = await sql<{ id: string; contact_point_id: string; patient_id: string; purpose: Purpose }>`
      update outbound_message m set state = ${outcome}, last_attempt_id = ${attemptId}, sender_id = ${senderId}, settled_at = business_now(), due_at = business_now(), attempts = 1,
             trace = '[{"rule":"not-expired","verdict":"pass"}]'
       where m.organization_id = ${organizationId} and m.id = (
         select id from outbound_message where organization_id = ${organizationId} and appointment_id = ${visitId} and state = 'planned' order by due_at limit 1)
      returning m.id, m.contact_point_id, m.patient_id, m.purpose`.execute(trx)
    const [message] = rows
    if (!message) throw new Error('the visit has no planned message')
    await sql`
      insert into send_attempt (organization_id, id, message_id, sender_id, kind, purpose, contact_point_id, patient_ids, lease_token, begun_at, outcome,
                                finished_at, wamid, sent_at, delivered_at, read_at)
      values (${organizationId}, ${attemptId}, ${message.id}, ${senderId}, 'initiated', ${message.purpose}, ${message.contact_point_id}, array[${message.patient_id}::uuid], 1,
              business_now(), ${outcome}, business_now(), ${outcome === 'accepted' ? `wamid.out.${message.id}` : null}, business_now(),
              case when ${delivered || read} then business_now() end, case when ${read} then business_now() end)`.execute(
      trx,
    )
    return message.id
  })
}
