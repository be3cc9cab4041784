import { sql } from 'kysely'
import { SECOND } from '@recado/domain/shared/instant'
import type { Db } from '../../db/db.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'

/** A dead owner's sender is taken over this long after its last sign of life (machine time). */
export const LEASE_MS = 15 * SECOND
export const RENEW_EVERY_MS = 5 * SECOND

/** Proof of ownership: each new owner gets a higher token, and every write of the dispatcher names it (fencing). */
export type Lease = { readonly organizationId: string; readonly senderId: string; readonly token: number }

/** Takes a sender that nobody owns; undefined while another worker does. */
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
         and (lease_until is null or lease_until < clock_timestamp())
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
