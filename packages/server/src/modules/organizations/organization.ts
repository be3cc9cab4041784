import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Language } from '@recado/domain/shared/language'
import type { Db } from '../../db/db.ts'
import {
  createContentCipher,
  DATA_KEY_BYTES,
  openWith,
  sealWith,
  type ContentCipher,
} from '../../platform/content-cipher.ts'
import { newId } from '../../platform/ids.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'

export type Organization = {
  readonly id: string
  readonly name: string
  readonly country: string
  readonly language: Language
}

export const listOrganizations = async (db: Db): Promise<Organization[]> =>
  (await sql<Organization>`select id, name, country, language from organization order by created_at, id`.execute(db))
    .rows

/** The first organization, made at the first start. */
export async function ensureOrganization(db: Db, fresh: Omit<Organization, 'id'>): Promise<Organization> {
  const [known] = await listOrganizations(db)
  if (known) return known
  const organization = { id: newId(), ...fresh }
  await sql`
    insert into organization (id, name, country, language)
    values (${organization.id}, ${organization.name}, ${organization.country}, ${organization.language})`.execute(db)
  return organization
}

/** The cipher of an organization's content; its first data key is made here, wrapped with the master key. */
export async function loadCipher(db: Db, masterKey: Buffer, organizationId: string): Promise<ContentCipher> {
  const aad = Buffer.from(organizationId)
  return inOrganization(db, organizationId, async (trx) => {
    const wrapped = sealWith(masterKey, randomBytes(DATA_KEY_BYTES), aad)
    await sql`
      insert into content_key (organization_id, id, wrapped)
      select ${organizationId}, 1, ${wrapped} where not exists (select from content_key where organization_id = ${organizationId})
      on conflict do nothing`.execute(trx)
    const { rows } = await sql<{ id: number; wrapped: Buffer }>`
      select id, wrapped from content_key where organization_id = ${organizationId}`.execute(trx)
    return createContentCipher(
      organizationId,
      new Map(rows.map((row) => [row.id, openWith(masterKey, row.wrapped, aad)])),
    )
  })
}

export type NewSender = {
  readonly phoneNumberId: string
  readonly wabaId: string
  readonly displayPhone: string
  readonly throughputMps: number
  readonly portfolioLimit: number | null
}

/** The organization's first number and the channel that its webhooks arrive at. Safe to repeat at each start. */
export async function ensureSender(db: Db, organizationId: string, sender: NewSender): Promise<void> {
  await inOrganization(db, organizationId, async (trx) => {
    const channelId = newId()
    await sql`
      insert into channel (id, organization_id, phone_number_id, waba_id, first_account)
      values (${channelId}, ${organizationId}, ${sender.phoneNumberId}, ${sender.wabaId}, not exists (select from channel where first_account))
      on conflict (phone_number_id) do nothing`.execute(trx)
    await sql`
      insert into sender (organization_id, id, channel_id, phone_number_id, waba_id, display_phone, throughput_mps, portfolio_limit)
      select ${organizationId}, ${newId()}, c.id, ${sender.phoneNumberId}, ${sender.wabaId}, ${sender.displayPhone},
             ${sender.throughputMps}, ${sender.portfolioLimit}
        from channel c where c.phone_number_id = ${sender.phoneNumberId} and c.organization_id = ${organizationId}
      on conflict (organization_id, phone_number_id) do nothing`.execute(trx)
  })
}

export type SenderRow = {
  readonly id: string
  readonly channel_id: string
  readonly phone_number_id: string
  readonly waba_id: string
  readonly throughput_mps: number
  readonly first_account: boolean
}

export const listSenders = async (db: Db, organizationId: string): Promise<SenderRow[]> =>
  inOrganization(db, organizationId, async (trx) => {
    const { rows } = await sql<SenderRow>`
      select s.id, s.channel_id, s.phone_number_id, s.waba_id, s.throughput_mps, c.first_account
        from sender s join channel c on c.id = s.channel_id where s.organization_id = ${organizationId} order by s.id`.execute(
      trx,
    )
    return rows
  })
