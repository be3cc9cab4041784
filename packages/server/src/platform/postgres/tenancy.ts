import { sql, type QueryExecutor, type QueryExecutorProvider, type RawBuilder } from 'kysely'

/** Transactions that are open: none can be begun inside of one. */
const transactions = new WeakSet<QueryExecutor>()

/**
 * `kept`: each statement is planned once per connection, for index look-ups whatever the statistics say: a plan that was
 * made while a table was small must not read it whole once it has grown. For the paths that run all day with the same
 * statements: planning took half of the database's time for one answer. Their joins are carried out as they are written:
 * trying the orders of ten tables takes 12 ms, whenever statistics were refreshed. `fitted`: the server may plan for the values at
 * hand, and for what a table has become since it was looked at last, as an import needs it.
 */
export type Plans = 'kept' | 'fitted'

/** Takes a statement that nothing waits for but the end of the transaction. */
export type Last = (statement: RawBuilder<unknown>) => void

/**
 * One transaction for one organization: row-level security shows its rows and no others, and forgets it at the end.
 * Whatever `run` throws rolls everything back. Statements that are begun without waiting for each other travel together
 * (pg's pipeline) and are carried out in that order; so do the first of `run` and those that open the transaction. What is
 * handed to `last` travels with the commit: one way to the server and back less. When it fails, the server commits nothing.
 */
export function inOrganization<Result>(
  db: QueryExecutorProvider,
  organizationId: string,
  run: (trx: QueryExecutorProvider, last: Last) => Promise<Result>,
  plans: Plans = 'fitted',
): Promise<Result> {
  const outside = db.getExecutor()
  if (transactions.has(outside)) throw new Error('a transaction cannot be begun inside of another')
  return outside.provideConnection(async (connection) => {
    let over = false
    const executor = outside.withConnectionProvider({
      provideConnection: (use) => (over ? Promise.reject(new Error('the transaction is over')) : use(connection)),
    })
    transactions.add(executor)
    const trx = { getExecutor: () => executor }
    try {
      const opened = open(trx, organizationId, plans)
      const ending: RawBuilder<unknown>[] = []
      const result = await run(trx, (statement) => void ending.push(statement))
      await opened
      await Promise.all([...ending, sql`commit`].map((statement) => statement.execute(trx)))
      return result
    } catch (error) {
      await sql`rollback`.execute(trx).catch(() => undefined) // a connection that is lost has rolled back by itself
      throw error
    } finally {
      over = true
    }
  })
}

function open(trx: QueryExecutorProvider, organizationId: string, plans: Plans): Promise<unknown> {
  const kept =
    plans === 'kept'
      ? sql`, set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true), set_config('join_collapse_limit', '1', true)`
      : sql``
  const opened = Promise.all([
    sql`begin`.execute(trx),
    sql`select set_config('recado.organization_id', ${organizationId}, true)${kept}`.execute(trx),
  ])
  opened.catch(() => undefined) // told by the statements that follow, which fail with it
  return opened
}
