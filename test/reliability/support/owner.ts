import pg from 'pg'

/** Looks at a database past row-level security, as the checker of a storm must: with the server's own superuser. */
export type Owner = {
  rows<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>
  close(): Promise<void>
}

/** @param superuserUrl of any database of the server; `database` names the one to look at */
export async function openOwner(superuserUrl: string, database: string): Promise<Owner> {
  const url = new URL(superuserUrl)
  url.pathname = `/${database}`
  const client = new pg.Client({ connectionString: url.href })
  client.on('error', () => undefined)
  await client.connect()
  return {
    rows: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await client.query<Row>(text, [...values])).rows,
    close: () => client.end(),
  }
}
