import { sql } from 'kysely'
import type { Db } from '../../db/db.ts'
import { newId } from '../../platform/ids.ts'
import { hashToken } from './authenticate.ts'

/** CONTRACT: in live mode the bootstrap key ends after a day. */
const LIVE_HOURS = 24

/** The key from RECADO_BOOTSTRAP_API_KEY: all rights of the first organization, stored hashed, listed and revocable. */
export async function ensureBootstrapKey(
  db: Db,
  organizationId: string,
  key: string,
  mode: 'demo' | 'trial' | 'live',
): Promise<void> {
  await sql`
    insert into api_key (token_hash, organization_id, id, name, expires_at)
    values (${hashToken(key)}, ${organizationId}, ${newId()}, 'bootstrap',
            case when ${mode} = 'demo' then null else clock_timestamp() + make_interval(hours => ${LIVE_HOURS}) end)
    on conflict (token_hash) do nothing`.execute(db)
}
