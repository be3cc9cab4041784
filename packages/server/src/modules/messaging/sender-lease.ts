import { sql } from 'kysely'
import { SECOND } from '@recado/domain/shared/instant'
import type { Db } from '../../db/db.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'

/** A sender whose owner gives no sign of life any more is taken over after this long at the latest (machine time). */
export const LEASE_MS = 15 * SECOND
export const RENEW_EVERY_MS = 5 * SECOND

/** Proof of ownership: each new owner gets a higher token, and every write of the dispatcher names it (fencing). */
export type Lease = { readonly organizationId: string; readonly senderId: string; readonly token: number }

/** Of the process that calls itself so; held by its session, so that it is gone when the process is. */
const presence = (owner: ReturnType<typeof sql>) => sql`hashtextextended('recado worker ' || ${owner}, 0)`

/** For as long as the connection lives. */
export const lockPresence = (own: Db, owner: string): Promise<unknown> =>
  sql`select pg_advisory_lock(${presence(sql`${owner}::text`)})`.execute(own)

export const unlockPresence = (own: Db, owner: string): Promise<unknown> =>
  sql`select pg_advisory_unlock(${presence(sql`${owner}::text`)})`.execute(own)

/**
 * Takes a sender that nobody owns; undefined while another worker does. An owner whose presence is gone is dead, or cut off
 * from the database: there is no need to wait for the end of its lease. One that stands still keeps it until then.
 */
export async function acquireLease(
  db: Db,
  organizationId: string,
  senderId: string,
  owner: string,
): Promise<Lease | undefined> {
  const { rows } = await inOrganization(db, organizationId, (trx) =>
    sql<{ token: number }>`
      update sender set lease_owner = ${owner}, lease_token = lease_token + 1,
             lease_until = clock_timestamp() + make_interval(secs => ${LEASE_MS / SECOND})
       where organization_id = ${organizationId} and id = ${senderId}
         and (lease_until is null or lease_until < clock_timestamp()
              or lease_owner <> ${owner} and pg_try_advisory_xact_lock(${presence(sql`lease_owner`)}))
      returning lease_token as token`.execute(trx),
  )
  const [row] = rows
  return row && { organizationId, senderId, token: row.token }
}

/** False when the lease was lost: another worker owns the sender, and this one must stop at once. */
export async function renewLease(db: Db, lease: Lease): Promise<boolean> {
  const { rows } = await inOrganization(db, lease.organizationId, (trx) =>
    sql`
      update sender set lease_until = clock_timestamp() + make_interval(secs => ${LEASE_MS / SECOND})
       where organization_id = ${lease.organizationId} and id = ${lease.senderId} and lease_token = ${lease.token}
      returning id`.execute(trx),
  )
  return rows.length === 1
}

/** Gives the sender back, so that the next worker need not wait. */
export async function releaseLease(db: Db, lease: Lease): Promise<void> {
  await inOrganization(db, lease.organizationId, (trx) =>
    sql`
      update sender set lease_until = null, lease_owner = null
       where organization_id = ${lease.organizationId} and id = ${lease.senderId} and lease_token = ${lease.token}`.execute(
      trx,
    ),
  )
}
