import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Language } from '@recado/domain/shared/language'
import { Failure } from '@recado/domain/shared/failure'
import { businessNow, type Db } from '../../db/db.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'
import { recordEvents } from '../audit/index.ts'
import { hashToken } from './authenticate.ts'

/** A working day and some: nobody signs in twice a day, and a forgotten browser is signed out overnight. Machine time. */
export const SESSION_HOURS = 12

export type StaffMember = {
  readonly id: string
  readonly name: string
  readonly role: 'reception' | 'nurse' | 'manager' | 'administrator'
  readonly language: Language
}

export const listStaff = (db: Db, organizationId: string): Promise<StaffMember[]> =>
  inOrganization(db, organizationId, async (trx) => {
    const { rows } = await sql<StaffMember>`
      select id, name, role, language from staff where organization_id = ${organizationId} order by id`.execute(trx)
    return rows
  })

/** Begins a session and answers its token, which is stored hashed alone. @throws Failure `not-found` for unknown staff */
export function openSession(db: Db, organizationId: string, staffId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  return inOrganization(db, organizationId, async (trx) => {
    const { rows } = await sql`
      insert into staff_session (token_hash, organization_id, staff_id, expires_at)
      select ${hashToken(token)}, s.organization_id, s.id, clock_timestamp() + make_interval(hours => ${SESSION_HOURS})
        from staff s where s.organization_id = ${organizationId} and s.id = ${staffId}
      returning staff_id`.execute(trx)
    if (rows.length === 0) throw new Failure('not-found', 'There is no such member of staff.')
    await sql`delete from staff_session where organization_id = ${organizationId} and expires_at < clock_timestamp()`.execute(
      trx,
    )
    const event = { actor: `staff:${staffId}`, action: 'session.opened', subject: `staff:${staffId}` }
    await recordEvents(trx, organizationId, await businessNow(trx), [event])
    return token
  })
}

export async function closeSession(db: Db, token: string): Promise<void> {
  await sql`delete from staff_session where token_hash = ${hashToken(token)}`.execute(db)
}
