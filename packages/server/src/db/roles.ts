import type pg from 'pg'
import { Failure } from '@recado/domain/shared/failure'
import type { Log } from '../platform/log.ts'

/** The role under which the application works: it may read and write rows, and row-level security binds it. */
export const APP_ROLE = 'recado_app'

type Options = { readonly ownerUrl: string; readonly appUrl: string; readonly log: Log }

/**
 * Gives the application its rights on all tables. Answers the role that each of its sessions must take, or undefined when its
 * login is already bound by row-level security: tables force their policies on their owner too, but on no superuser.
 */
export async function prepareAppRole(pool: pg.Pool, { ownerUrl, appUrl, log }: Options): Promise<string | undefined> {
  const login = userOf(appUrl) ?? (await ask<string>(pool, 'select current_user::text as answer'))
  const separate = login !== (userOf(ownerUrl) ?? login)
  const mighty = await ask<boolean | undefined>(
    pool,
    'select rolsuper or rolbypassrls as answer from pg_roles where rolname = $1',
    [login],
  )
  if (mighty === undefined) throw new Failure('unavailable', 'The login of DATABASE_URL does not exist on that server.')
  if (separate && !mighty) {
    await grantAll(pool, login)
    return undefined
  }
  if (await makeRole(pool, login)) {
    await grantAll(pool, APP_ROLE)
    return APP_ROLE
  }
  if (mighty)
    throw new Failure(
      'unavailable',
      `The login of DATABASE_URL sees past row-level security: give an ordinary one, or let it create the role ${APP_ROLE}.`,
    )
  log.warn('database.no-own-role', { login })
  return undefined
}

/** The role without login that a mighty login steps down to. False: not allowed to make it. */
async function makeRole(pool: pg.Pool, login: string): Promise<boolean> {
  const exists = `select exists (select from pg_roles where rolname = '${APP_ROLE}') as answer`
  if (!(await ask<boolean>(pool, exists))) {
    const may = await ask<boolean>(
      pool,
      'select rolsuper or rolcreaterole as answer from pg_roles where rolname = current_user',
    )
    if (!may) return false
    await pool.query(
      `do $$ begin create role ${APP_ROLE} nologin nosuperuser nobypassrls; exception when duplicate_object or unique_violation then null; end $$`,
    )
  }
  const member = `select pg_has_role($1, '${APP_ROLE}', 'member') as answer`
  if (!(await ask<boolean>(pool, member, [login]))) await pool.query(`grant ${APP_ROLE} to ${quote(login)}`)
  return true
}

/** Rows, never the shape: no truncate, no create; the migrator's own tables stay the owner's. */
async function grantAll(pool: pg.Pool, role: string): Promise<void> {
  const to = quote(role)
  await pool.query(`
    grant usage on schema public to ${to};
    grant select, insert, update, delete on all tables in schema public to ${to};
    grant usage, select on all sequences in schema public to ${to};
    grant execute on all functions in schema public to ${to};
    revoke insert, update, delete on kysely_migration, kysely_migration_lock from ${to}`)
}

const userOf = (url: string): string | undefined => decodeURIComponent(new URL(url).username) || undefined
const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`

async function ask<Answer>(pool: pg.Pool, text: string, values: readonly unknown[] = []): Promise<Answer> {
  const { rows } = await pool.query<{ answer: Answer }>(text, [...values])
  return rows[0]?.answer as Answer
}
