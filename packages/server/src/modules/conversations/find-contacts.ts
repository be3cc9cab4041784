import { sql } from 'kysely'
import type { Instant } from '@recado/domain/shared/instant'
import { phoneMatchKey } from '@recado/domain/shared/phone-match'
import { arrayOf, insertMany, rowsAs } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import type { Writes } from '../../db/writes.ts'
import { newId } from '../../platform/ids.ts'
import type { Received } from './received.ts'

type ContactRow = {
  readonly id: string
  readonly kind: string
  readonly match_key: string
  readonly user_id: string | null
}

/**
 * The contact point of each message, made where it is new. A phone is found under every spelling; a person without a
 * phone by the business-scoped user id, also when we met it beside a phone before.
 */
export async function findContacts(
  trx: Db,
  organizationId: string,
  received: readonly Received[],
  now: Instant,
  writes: Writes,
): Promise<string[]> {
  const people = received.map(({ part }) => ({
    phone: part.from.phone === undefined ? undefined : `+${part.from.phone}`,
    userId: part.from.userId,
  }))
  const keys = people.map(({ phone, userId }) => (phone === undefined ? (userId ?? '') : phoneMatchKey(phone)))
  const known = await loadKnown(
    trx,
    organizationId,
    keys,
    people.flatMap(({ userId }) => userId ?? []),
  )
  const made = new Map<
    string,
    { id: string; kind: string; value: string; match_key: string; user_id: string | null; created_at: Instant }
  >()
  const ids = people.map(({ phone, userId }, index) => {
    const key = keys[index] ?? ''
    const found =
      known.byKey.get(key) ?? (userId === undefined ? undefined : known.byUser.get(userId)) ?? made.get(key)?.id
    if (found !== undefined) return found
    const id = newId()
    made.set(key, { id, kind: phone === undefined ? 'whatsapp-user' : 'phone', value: phone ?? key, match_key: key, user_id: userId ?? null, created_at: now }) // prettier-ignore
    return id
  })
  const columns = {
    id: 'uuid',
    kind: 'text',
    value: 'text',
    match_key: 'text',
    user_id: 'text',
    created_at: 'instant',
  } as const
  writes.begin(insertMany(trx, organizationId, 'contact_point', columns, [...made.values()]))
  writes.begin(learnUserIds(trx, organizationId, people.flatMap(({ userId }, index) => (userId && known.userOf.get(ids[index] ?? '') !== userId && !made.has(keys[index] ?? '') ? [{ id: ids[index] ?? '', user_id: userId }] : [])))) // prettier-ignore
  return ids
}

async function loadKnown(trx: Db, organizationId: string, keys: readonly string[], userIds: readonly string[]) {
  const { rows } = await sql<ContactRow>`
    select id, kind, match_key, user_id from contact_point
     where organization_id = ${organizationId} and match_key = any (${arrayOf('text', keys)})
    union
    select id, kind, match_key, user_id from contact_point
     where organization_id = ${organizationId} and user_id = any (${arrayOf('text', userIds)})`.execute(trx)
  const byUser = new Map(rows.flatMap((row) => (row.user_id === null ? [] : [[row.user_id, row.id] as const])))
  const userOf = new Map(rows.map((row) => [row.id, row.user_id]))
  return { byKey: new Map(rows.map((row) => [row.match_key, row.id])), byUser, userOf }
}

async function learnUserIds(
  trx: Db,
  organizationId: string,
  seen: readonly { id: string; user_id: string }[],
): Promise<void> {
  if (seen.length === 0) return
  await sql`
    update contact_point c set user_id = s.user_id
      from ${rowsAs('s', { id: 'uuid', user_id: 'text' }, seen)}
     where c.organization_id = ${organizationId} and c.id = s.id and c.user_id is distinct from s.user_id`.execute(trx)
}
