import { sql } from 'kysely'
import { businessNow, type Db } from '../../db/db.ts'
import type { Handlers } from '../../http/bind-routes.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'
import type { Instant } from '@recado/domain/shared/instant'
import { recordEvents } from '../audit/index.ts'
import { actorName, type Actor } from '../staff/index.ts'
import { readSending } from './read-sending.ts'

export type PauseDeps = { readonly db: Db; readonly wake: () => void }

/** The switch that holds everything, and the one that lets it go. Answers to emergencies leave all the same (gate). */
export function pauseRoutes({ db, wake }: PauseDeps): Handlers {
  const change = (actor: Actor, run: (trx: Db, now: Instant) => Promise<void>) =>
    inOrganization(db, actor.organizationId, async (trx) => {
      await run(trx, await businessNow(trx))
      return readSending(trx, actor.organizationId)
    })
  return {
    pauseSending: ({ actor, body }) => change(actor, (trx, now) => pause(trx, actor, body.reason, now)),
    async resumeSending({ actor }) {
      const state = await change(actor, (trx, now) => resume(trx, actor, now))
      wake()
      return state
    },
  }
}

/** A second pause changes nothing: the first one's reason stays. */
async function pause(trx: Db, actor: Actor, reason: string, now: Instant): Promise<void> {
  const { rows } = await sql`
    update organization set paused_at = to_timestamp(${now}::float8 / 1000), paused_by = ${actorName(actor)}, pause_reason = ${reason}
     where id = ${actor.organizationId} and paused_at is null returning id`.execute(trx)
  if (rows.length > 0) await changed(trx, actor, now, true)
}

/** Also lets the numbers send again that an error had stopped: whoever resumes has repaired what was wrong. */
async function resume(trx: Db, actor: Actor, now: Instant): Promise<void> {
  const { organizationId } = actor
  const lifted = await sql`
    update organization set paused_at = null, paused_by = null, pause_reason = null where id = ${organizationId} and paused_at is not null returning id`.execute(
    trx,
  )
  const senders = await sql`
    update sender set paused_at = null, pause_reason = null where organization_id = ${organizationId} and paused_at is not null returning id`.execute(
    trx,
  )
  // What was held for it looks again now; each lane is read from its own end of the index, as the dispatcher does.
  await sql`
    update outbound_message m set due_at = to_timestamp(${now}::float8 / 1000)
     where m.organization_id = ${organizationId} and m.id in (
       select d.id from generate_series(0, 4) as l (lane)
        cross join lateral (
          select o.id from outbound_message o
           where o.organization_id = ${organizationId} and o.lane = l.lane and o.waiting
             and o.due_at > to_timestamp(${now}::float8 / 1000) and o.due_at <= to_timestamp(${now}::float8 / 1000) + interval '20 minutes'
             and (o.reason in ('organization-paused', 'sender-paused') or o.reason like 'tenant-stop-%' or o.reason like 'sender-stop-%')
           for update skip locked) d)`.execute(trx)
  if (lifted.rows.length + senders.rows.length > 0) await changed(trx, actor, now, false)
}

function changed(trx: Db, actor: Actor, now: Instant, paused: boolean): Promise<void> {
  const { organizationId } = actor
  const event = {
    actor: actorName(actor),
    action: 'sending.changed',
    subject: `organization:${organizationId}`,
    details: { paused },
  }
  return recordEvents(trx, organizationId, now, [event])
}
