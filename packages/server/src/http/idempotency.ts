import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Failure } from '@recado/domain/shared/failure'
import type { Db } from '../db/db.ts'
import type { Actor } from '../modules/staff/index.ts'
import { inOrganization } from '../platform/postgres/tenancy.ts'
import { answerFor } from './error-mapping.ts'

const MAX_KEY = 255

type Stored = { readonly request_hash: string; readonly status: number | null; readonly response: unknown }

/**
 * The first answer to an `Idempotency-Key` is kept and given again for 30 days, whatever it was; the same key with another
 * request is refused. A request that was cut off by a crash leaves its key free again after a minute.
 */
export const createOnce =
  (db: Db) =>
  async (request: FastifyRequest, actor: Actor | undefined, run: () => Promise<unknown>): Promise<unknown> => {
    const key = request.headers['idempotency-key']
    if (typeof key !== 'string' || !actor) return run()
    if (key.length === 0 || key.length > MAX_KEY)
      throw new Failure('invalid', `Idempotency-Key has 1 to ${MAX_KEY} characters.`)
    const hash = hashOf(request)
    const stored = await reserve(db, actor.organizationId, key, hash)
    if (stored) return replay(stored, hash)
    try {
      const answer = await run()
      // A handler that sends by itself answers with nothing: what it sent is not ours to keep.
      if (answer === undefined || isReply(answer)) await forget(db, actor.organizationId, key)
      else await keep(db, actor.organizationId, key, 200, answer)
      return answer
    } catch (error) {
      const { status, body, unexpected } = answerFor(error)
      // What may be tried again must not be answered from memory.
      if (unexpected || status >= 500 || status === 429) await forget(db, actor.organizationId, key)
      else await keep(db, actor.organizationId, key, status, body)
      throw error
    }
  }

const isReply = (answer: unknown): answer is FastifyReply =>
  typeof answer === 'object' && answer !== null && 'raw' in answer

function hashOf(request: FastifyRequest): string {
  const body = Buffer.isBuffer(request.body)
    ? withoutBoundary(request.body, request.headers['content-type'])
    : JSON.stringify(request.body ?? null)
  return createHash('sha256').update(`${request.method} ${request.url}\n`).update(body).digest('hex')
}

/** A client that tries a form again draws a new boundary: the same file is the same request all the same. */
function withoutBoundary(body: Buffer, contentType = ''): Buffer {
  const boundary = /^multipart\/[^;]+;.*?boundary="?([^";]+)/i.exec(contentType)?.[1]
  return boundary === undefined ? body : Buffer.from(body.toString('latin1').replaceAll(boundary, ''), 'latin1')
}

async function reserve(db: Db, organizationId: string, key: string, hash: string): Promise<Stored | undefined> {
  return inOrganization(db, organizationId, async (trx) => {
    const { rows } = await sql<{ key: string }>`
      insert into idempotency_key (organization_id, key, request_hash) values (${organizationId}, ${key}, ${hash})
      on conflict (organization_id, key) do update set created_at = now()
        where idempotency_key.status is null and idempotency_key.created_at < now() - interval '1 minute'
          and idempotency_key.request_hash = excluded.request_hash
      returning key`.execute(trx)
    if (rows.length > 0) return undefined
    const found = await sql<Stored>`
      select request_hash, status, response from idempotency_key where organization_id = ${organizationId} and key = ${key}`.execute(
      trx,
    )
    return found.rows[0]
  })
}

function replay(stored: Stored, hash: string): unknown {
  if (stored.request_hash !== hash) {
    throw new Failure('idempotency-mismatch', 'This Idempotency-Key was used for another request. Use a new key.')
  }
  if (stored.status === null)
    throw new Failure('conflict', 'The first request with this Idempotency-Key is still running.')
  if (stored.status < 400) return stored.response
  const { error } = stored.response as { error: { message: string; details?: Record<string, unknown> } }
  throw new ReplayedFailure(stored.status, error.message, stored.response)
}

/** An error answer from memory, word for word. */
export class ReplayedFailure extends Error {
  readonly status: number
  readonly body: unknown
  constructor(status: number, message: string, body: unknown) {
    super(message)
    this.name = 'ReplayedFailure'
    this.status = status
    this.body = body
  }
}

async function keep(db: Db, organizationId: string, key: string, status: number, response: unknown): Promise<void> {
  await inOrganization(db, organizationId, (trx) =>
    sql`
      update idempotency_key set status = ${status}, response = ${JSON.stringify(response ?? null)}::jsonb
       where organization_id = ${organizationId} and key = ${key}`.execute(trx),
  )
}

async function forget(db: Db, organizationId: string, key: string): Promise<void> {
  await inOrganization(db, organizationId, (trx) =>
    sql`delete from idempotency_key where organization_id = ${organizationId} and key = ${key} and status is null`.execute(
      trx,
    ),
  )
}
