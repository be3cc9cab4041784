import { sql, type QueryExecutorProvider } from 'kysely'

/**
 * Tells the planner about tables that grew since it looked last: after a large import or a morning's reminders it would
 * otherwise go by figures of an empty table for up to a minute. Answers how many tables that were.
 */
export async function refreshStatistics(db: QueryExecutorProvider): Promise<number> {
  const { rows } = await sql<{ grown: number }>`select analyze_grown_tables() as grown`.execute(db)
  return rows[0]?.grown ?? 0
}
