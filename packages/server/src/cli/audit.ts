import { sql } from 'kysely'
import { Failure } from '@recado/domain/shared/failure'
import type { Db } from '../db/db.ts'
import { verifyEvents, type Verified } from '../modules/audit/index.ts'
import type { Command } from './command.ts'
import { withDatabase } from './with-database.ts'

/** `recado audit verify`: exit 1 when the chain of an organization's journal is broken. */
export const run: Command = async ({ args, print, answer }) => {
  if (args[0] !== 'verify') throw new Failure('invalid', 'Usage: recado audit verify')
  const organizations = await withDatabase(verifyAll)
  const ok = organizations.every(({ brokenAt }) => brokenAt === undefined)
  answer({ ok, organizations })
  for (const { organizationId, events, brokenAt } of organizations) {
    const found = brokenAt === undefined ? `${events} events, unbroken` : `BROKEN at position ${brokenAt}`
    print(`${organizationId}: ${found}`)
  }
  return ok ? 0 : 1
}

async function verifyAll(db: Db): Promise<(Verified & { organizationId: string })[]> {
  const { rows } = await sql<{ id: string }>`select id from organization order by id`.execute(db)
  const verified = []
  for (const { id } of rows) verified.push({ organizationId: id, ...(await verifyEvents(db, id)) })
  return verified
}
