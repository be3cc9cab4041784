import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { allJourneys } from '@recado/domain/planning/all-journeys'
import { journeysPage } from '@recado/domain/planning/journeys-page'
import { sendRules } from '@recado/domain/policy/gate'
import { gateRulesPage } from '@recado/domain/policy/gate-rules-page'
import { allJurisdictions } from '@recado/domain/policy/jurisdictions/all-jurisdictions'
import { describeSchema } from './db/schema-snapshot.ts'
import { startTestServer } from './db/test-server.ts'
import { configPage } from './platform/config-page.ts'

const root = join(import.meta.dirname, '../../..')

/** Everything that is made from the sources and kept in the repository. A test beside each source fails when it is stale. */
const generated: Readonly<Record<string, () => Promise<string>>> = {
  'docs/generated/config.md': async () => configPage(),
  'docs/generated/gate-rules.md': async () => gateRulesPage(sendRules, allJurisdictions),
  'docs/generated/journeys.md': async () => journeysPage(allJourneys),
  'packages/server/src/db/schema.sql': schemaAfterMigrations,
}

for (const [path, make] of Object.entries(generated)) {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), await make())
}

async function schemaAfterMigrations(): Promise<string> {
  const server = await startTestServer(undefined)
  try {
    const { name, ownerUrl } = await server.create()
    const pool = new pg.Pool({ connectionString: ownerUrl })
    pool.on('error', () => undefined) // its last session may still be leaving when the database is dropped
    const text = await describeSchema(pool)
    await pool.end()
    await server.drop(name)
    return text
  } finally {
    await server.stop()
  }
}
