import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { CreateApiKeyRequest } from '@recado/contracts/api-keys'
import { PERMISSIONS, type Permission } from '@recado/contracts/session'
import { Failure } from '@recado/domain/shared/failure'
import { formatInstant, type Instant } from '@recado/domain/shared/instant'
import type { z } from 'zod'
import { businessNow, type Db } from '../../db/db.ts'
import type { Handlers } from '../../http/bind-routes.ts'
import { newId } from '../../platform/ids.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'
import { recordEvents } from '../audit/index.ts'
import { actorName, type Actor } from './actor.ts'
import { hashToken } from './authenticate.ts'

export type KeyDeps = { readonly db: Db }

/** API keys, as far as they may be shown: the key itself is stored hashed. */
export const keyRoutes = ({ db }: KeyDeps): Handlers => ({
  async listApiKeys({ actor }) {
    return { items: (await selectKeys(db, actor.organizationId)).map(keyOf) }
  },
  async createApiKey({ actor, body, reply }) {
    const { id, key } = await inOrganization(db, actor.organizationId, (trx) => create(trx, actor, body))
    const [row] = await selectKeys(db, actor.organizationId, id)
    if (!row) throw new Failure('unavailable', 'The key could not be stored; please try again.')
    // Sent from here, so that nothing keeps the answer: the key would stand in the database in clear.
    return reply
      .status(201)
      .header('cache-control', 'no-store')
      .send({ ...keyOf(row), key })
  },
  async revokeApiKey({ actor, params }) {
    await inOrganization(db, actor.organizationId, (trx) => revoke(trx, actor, params.id))
    const [row] = await selectKeys(db, actor.organizationId, params.id)
    if (!row) throw new Failure('not-found', 'There is no such key.')
    return keyOf(row)
  },
})

type Row = {
  readonly id: string
  readonly name: string
  readonly created_at: Instant
  readonly expires_at: Instant | null
  readonly revoked_at: Instant | null
}

async function selectKeys(db: Db, organizationId: string, only?: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select id, name, created_at, expires_at, revoked_at from api_key
     where organization_id = ${organizationId} and (${only ?? null}::uuid is null or id = ${only ?? null}) order by created_at desc, id`.execute(
    db,
  )
  return rows
}

type Wanted = z.output<typeof CreateApiKeyRequest>

async function create(trx: Db, actor: Actor, { name, expiresInDays }: Wanted): Promise<{ id: string; key: string }> {
  const id = newId()
  const key = `recado_${randomBytes(32).toString('base64url')}`
  await sql`
    insert into api_key (token_hash, organization_id, id, name, expires_at)
    values (${hashToken(key)}, ${actor.organizationId}, ${id}, ${name}, clock_timestamp() + make_interval(days => ${expiresInDays ?? null}::int))`.execute(
    trx,
  )
  await recordEvents(trx, actor.organizationId, await businessNow(trx), [
    { actor: actorName(actor), action: 'key.created', subject: `key:${id}` },
  ])
  return { id, key }
}

/** It stops working with this; a second time changes nothing. */
async function revoke(trx: Db, actor: Actor, id: string): Promise<void> {
  const { rows } = await sql`
    update api_key set revoked_at = clock_timestamp()
     where organization_id = ${actor.organizationId} and id = ${id} and revoked_at is null returning id`.execute(trx)
  if (rows.length === 0) return
  await recordEvents(trx, actor.organizationId, await businessNow(trx), [
    { actor: actorName(actor), action: 'key.revoked', subject: `key:${id}` },
  ])
}

const ALL: Permission[] = [...PERMISSIONS]

const keyOf = ({ id, name, created_at, expires_at, revoked_at }: Row) => ({
  id,
  name,
  permissions: ALL,
  createdAt: formatInstant(created_at),
  ...(expires_at === null ? {} : { expiresAt: formatInstant(expires_at) }),
  ...(revoked_at === null ? {} : { revokedAt: formatInstant(revoked_at) }),
})
