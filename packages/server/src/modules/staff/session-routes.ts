import type { Session } from '@recado/contracts/session'
import { Failure } from '@recado/domain/shared/failure'
import type { Db } from '../../db/db.ts'
import type { Handlers } from '../../http/bind-routes.ts'
import { SESSION_COOKIE } from '../../http/session-cookie.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'
import { listOrganizations, type Mode } from '../organizations/index.ts'
import type { Actor } from './actor.ts'
import { actorOfSession } from './authenticate.ts'
import { readerOf, sortedByName } from './reader.ts'
import { closeSession, listStaff, openSession, SESSION_HOURS } from './sessions.ts'

export type SessionDeps = { readonly db: Db; readonly mode: Mode }

/** Who asks, and signing in to the demo: its staff have no passwords, and it answers on this machine alone. */
export const sessionRoutes = ({ db, mode }: SessionDeps): Handlers => ({
  getSession: ({ actor }) => sessionOf(db, mode, actor),
  async listDemoStaff() {
    const { id, name, language } = await firstOrganization(db)
    return { organization: name, items: sortedByName(await listStaff(db, id), language) }
  },
  async demoSignIn({ body, reply }) {
    const { id } = await firstOrganization(db)
    const token = await openSession(db, id, body.staffId)
    const actor = await actorOfSession(db, token)
    if (!actor) throw new Failure('unavailable', 'The session could not be opened; please try again.')
    reply.setCookie(SESSION_COOKIE, token, { ...COOKIE, maxAge: SESSION_HOURS * 60 * 60 })
    return sessionOf(db, mode, actor)
  },
  async signOut({ http, reply }) {
    const token = http.cookies[SESSION_COOKIE]
    if (token !== undefined) await closeSession(db, token)
    reply.clearCookie(SESSION_COOKIE, COOKIE)
    return {}
  },
})

/** Scripts can't read it and other sites can't send it. Not `secure`: the demo is plain HTTP on loopback. */
const COOKIE = { path: '/', httpOnly: true, sameSite: 'strict' } as const

async function firstOrganization(db: Db) {
  const [organization] = await listOrganizations(db)
  if (!organization) throw new Failure('unavailable', 'The clinic is not set up yet.')
  return organization
}

async function sessionOf(db: Db, mode: Mode, actor: Actor): Promise<Session> {
  const { organization } = await inOrganization(db, actor.organizationId, (trx) => readerOf(trx, actor))
  const staff =
    actor.kind === 'staff' ? (await listStaff(db, actor.organizationId)).find(({ id }) => id === actor.id) : undefined
  return {
    organization: { id: actor.organizationId, name: organization },
    permissions: [...actor.permissions],
    mode,
    ...(staff ? { staff } : {}),
  }
}
