import pg from 'pg'
import { isTransient } from '../../../packages/server/src/platform/postgres/transient.ts'

/** Looks at a database past row-level security, as the checker of a storm must: with the server's own superuser. */
export type Owner = {
  rows<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>
  close(): Promise<void>
}

/** @param superuserUrl of any database of the server; `database` names the one to look at */
export async function openOwner(superuserUrl: string, database: string): Promise<Owner> {
  const url = new URL(superuserUrl)
  url.pathname = `/${database}`
  const pool = new pg.Pool({ connectionString: url.href, max: 2, connectionTimeoutMillis: 5_000 })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return {
    rows: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await patiently(() => pool.query<Row>(text, [...values]))).rows,
    close: () => pool.end(),
  }
}

const PATIENCE_MS = 60_000

/** A server that was killed comes back; whoever looks on waits for it. What the server itself refuses is thrown. */
async function patiently<Result>(ask: () => Promise<Result>): Promise<Result> {
  const deadline = performance.now() + PATIENCE_MS
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (!isTransient(error) || performance.now() > deadline) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
