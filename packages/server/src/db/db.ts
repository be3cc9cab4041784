import { sql, type QueryExecutorProvider } from 'kysely'
import type { Instant } from '@recado/domain/shared/instant'

/** A pool or a transaction; always the first argument, never stored. Queries are written in SQL with typed rows. */
export type Db = QueryExecutorProvider

/** Business time: the database's clock and, in demo, its offset (DESIGN 3b). */
export async function businessNow(db: Db): Promise<Instant> {
  const { rows } = await sql<{ now: Instant }>`select business_now() as now`.execute(db)
  const [row] = rows
  if (!row) throw new Error('business_now() returned no row')
  return row.now
}
