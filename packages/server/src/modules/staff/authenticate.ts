import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { PERMISSIONS, type Permission } from '@recado/contracts/session'
import type { Db } from '../../db/db.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'
import type { Actor } from './actor.ts'

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

type KeyRow = { readonly id: string; readonly organization_id: string }

/** The actor of an API key, undefined when it is unknown, revoked or over. Keys have all rights until scopes exist. */
export async function actorOfKey(db: Db, key: string): Promise<Actor | undefined> {
  const { rows } = await sql<KeyRow>`
    select k.id, k.organization_id from api_key k
     where k.token_hash = ${hashToken(key)} and k.revoked_at is null
       and (k.expires_at is null or k.expires_at > clock_timestamp())`.execute(db)
  const [row] = rows
  return row && { kind: 'key', id: row.id, organizationId: row.organization_id, permissions: new Set(PERMISSIONS) }
}

type SessionRow = { readonly staff_id: string; readonly organization_id: string }

/** The member of staff behind a session cookie; undefined when it is unknown or over. */
export async function actorOfSession(db: Db, token: string): Promise<Actor | undefined> {
  const { rows } = await sql<SessionRow>`
    select s.staff_id, s.organization_id from staff_session s
     where s.token_hash = ${hashToken(token)} and s.expires_at > clock_timestamp()`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const staff = await inOrganization(db, row.organization_id, (trx) =>
    sql<{
      role: StaffRole
    }>`select role from staff where organization_id = ${row.organization_id} and id = ${row.staff_id}`.execute(trx),
  )
  const [member] = staff.rows
  return (
    member && {
      kind: 'staff',
      id: row.staff_id,
      organizationId: row.organization_id,
      permissions: new Set(ROLE_PERMISSIONS[member.role]),
    }
  )
}

type StaffRole = 'reception' | 'nurse' | 'manager' | 'administrator'

const FRONT_DESK: readonly Permission[] = [
  'book.read', 'book.change', 'import.write', 'conversation.read', 'conversation.write', 'patient.read', 'patient.write',
  'changes.read', 'changes.write', 'catalogue.read', 'sending.pause', 'understand', 'demo.clock',
] // prettier-ignore

/** What each role may do: anyone at the desk can stop sending; settings and raw deliveries are for those who answer for them. */
const ROLE_PERMISSIONS: Readonly<Record<StaffRole, readonly Permission[]>> = {
  reception: FRONT_DESK,
  nurse: FRONT_DESK,
  manager: [...FRONT_DESK, 'catalogue.write', 'inbound.read'],
  administrator: PERMISSIONS,
}
