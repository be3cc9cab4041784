import { sql, type Kysely, type Transaction } from 'kysely'

/**
 * One transaction for one organization: row-level security shows its rows and no others, and forgets it at the end.
 * Whatever `run` throws rolls everything back.
 */
export function inOrganization<Schema, Result>(
  db: Kysely<Schema>,
  organizationId: string,
  run: (trx: Transaction<Schema>) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (trx) => {
    await sql`select set_config('recado.organization_id', ${organizationId}, true)`.execute(trx)
    return run(trx)
  })
}
