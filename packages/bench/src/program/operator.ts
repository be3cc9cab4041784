import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

/** The bundled database as the operator of this machine sees it. */
export type Operator = {
  /** A login that sees everything, for preparing situations and for counting. */
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>
  /** A database of its own on the same server, for the baselines. */
  makeDatabase(name: string): Promise<string>
  /** The server's main process. */
  readonly pid: number
  close(): Promise<void>
}

/** Connects to the running database of a data folder. */
export async function connectOperator(dataDir: string): Promise<Operator> {
  const home = homeOf(dataDir)
  const access = JSON.parse(readFileSync(join(home, 'access.json'), 'utf8')) as { superuser: string }
  const urlOf = (database: string) =>
    `postgres://postgres:${access.superuser}@localhost/${database}?host=${encodeURIComponent(join(home, 'socket'))}`
  const pool = new pg.Pool({ connectionString: urlOf('recado'), max: 2 })
  pool.on('error', () => undefined) // the server is stopped before us at the end
  return {
    query: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await pool.query<Row>(text, [...values])).rows,
    async makeDatabase(name) {
      await pool.query(`create database ${name}`)
      return urlOf(name)
    },
    pid: Number(readFileSync(join(home, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]),
    close: async () => {
      if (!pool.ended) await pool.end()
    },
  }
}

/** As root the database may lie outside of the data folder; a note in it says where. */
function homeOf(dataDir: string): string {
  const inside = join(dataDir, 'postgres')
  if (existsSync(join(inside, 'access.json'))) return inside
  return readFileSync(join(dataDir, 'database-is-elsewhere.txt'), 'utf8').trim().split('\n').at(-1) ?? ''
}
