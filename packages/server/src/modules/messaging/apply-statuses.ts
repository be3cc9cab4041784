import { foldStatus, standing, type Delivery, type StatusReport } from '@recado/domain/messaging/delivery-status'
import { DAY, type Instant } from '@recado/domain/shared/instant'
import type { Db } from '../../db/db.ts'
import { recordEvents } from '../audit/index.ts'
import { markRequested } from './mark-requested.ts'
import type { DeliveryPart } from './parts.ts'
import { judgeReachability, stopsRecipient } from './reachability.ts'
import { lockAttempts, storeDeliveries, type AttemptRow, type DeliveryUpdate } from './store-deliveries.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export type StatusResult = {
  /** For each status whether its message is known; unknown ones are parked and matched again for a day. */
  readonly known: readonly boolean[]
  /** Contacts that turned out to be reachable or not: what is planned for them changes. */
  readonly contactIds: readonly string[]
}

/**
 * Folds reports into the attempts that they are about, in any order and however often they come. A report that carries
 * our attempt's id settles an attempt whose answer was lost (invariant 3).
 */
export async function applyStatuses(
  trx: Db,
  organizationId: string,
  now: Instant,
  parts: readonly DeliveryPart[],
): Promise<StatusResult> {
  if (parts.length === 0) return { known: [], contactIds: [] }
  const ids = parts.flatMap(({ callbackData }) =>
    callbackData !== undefined && UUID.test(callbackData) ? [callbackData] : [],
  )
  const rows = await lockAttempts(trx, organizationId, ids, parts.map(({ wamid }) => wamid)) // prettier-ignore
  const byId = new Map(rows.map((row) => [row.id, row]))
  const byWamid = new Map(rows.flatMap((row) => (row.wamid === null ? [] : [[row.wamid, row] as const])))
  const updates = new Map<string, DeliveryUpdate>()
  const known = parts.map((part) => {
    const attempt = byId.get(part.callbackData ?? '') ?? byWamid.get(part.wamid)
    if (!attempt) return false
    const before = updates.get(attempt.id)?.delivery ?? deliveryOf(attempt)
    const delivery = foldStatus(before, reportOf(part, now))
    const settles = attempt.outcome !== 'accepted' || attempt.wamid === null
    if (delivery !== before || settles)
      updates.set(attempt.id, { attempt, delivery, wamid: part.wamid, failed: standing(delivery) === 'failed' })
    return true
  })
  await storeDeliveries(trx, organizationId, now, [...updates.values()])
  // Of these nobody had told us that they were accepted: the recorder has not noted that their visits were asked.
  await markRequested(trx, organizationId, [...updates.values()].flatMap(({ attempt }) => (attempt.outcome === 'accepted' ? [] : [attempt.message_id]))) // prettier-ignore
  const contactIds = await judgeReachability(trx, organizationId, [...updates.values()].flatMap(({ attempt, delivery }) => (tellsOfReach(attempt, delivery) ? attempt.contact_point_id : []))) // prettier-ignore
  const appointmentIds = [...new Set([...updates.values()].flatMap(({ attempt }) => attempt.appointment_id ?? []))]
  if (appointmentIds.length > 0) await recordEvents(trx, organizationId, now, [touchesChanged(appointmentIds)])
  return { known, contactIds }
}

/** Whether a phone that counts as reachable may not be any more, or the other way round. */
const tellsOfReach = (attempt: AttemptRow, { at, failureCodes }: Delivery): boolean => {
  const arrived = at.delivered ?? at.read ?? at.played
  return attempt.unreachable ? arrived !== undefined : failureCodes.some((code) => stopsRecipient(code))
}

const touchesChanged = (ids: readonly string[]) => ({
  actor: 'system:channel',
  action: 'touch.changed',
  subject: 'appointments',
  details: { ids },
})

const reportOf = (part: DeliveryPart, now: Instant): StatusReport => {
  const code = part.errors[0]?.code
  return { status: part.status, at: part.at ?? now, ...(code === undefined ? {} : { code }) }
}

function deliveryOf(row: AttemptRow): Delivery {
  const at = {
    sent: row.sent_at,
    delivered: row.delivered_at,
    read: row.read_at,
    played: row.played_at,
    failed: row.failed_at,
  }
  return {
    at: Object.fromEntries(Object.entries(at).filter(([, value]) => value !== null)) as Delivery['at'],
    failureCodes: row.failure_codes,
  }
}

/** How long a status whose message we do not know is matched again. */
export const PARKED_FOR_MS = DAY
