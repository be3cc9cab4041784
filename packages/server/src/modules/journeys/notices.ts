import { sql } from 'kysely'
import {
  CHANGE_JOURNEY,
  decideNotice,
  noticeOutlook,
  type Known,
  type NoticeSkipReason,
  type Unwanted,
} from '@recado/domain/planning/notice'
import { UPCOMING_STATUSES, type AppointmentStatus } from '@recado/domain/shared/appointment'
import type { Instant } from '@recado/domain/shared/instant'
import { arrayOf, insertMany } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import { loadSubjects, type PlannedSubject } from './subjects.ts'
import { OPEN, OUTBOX_COLUMNS, outboxRow, SAME_TOUCH, type Replanned } from './touch-rows.ts'

/** What a notice compares: a row of an appointment has it. */
type VisitState = { readonly status: AppointmentStatus; readonly start_at: Instant | null; readonly site_id: string }

/** A visit that the clinic changed. `before`: as the patient knew it; of a visit that replaces another, that other one. */
export type VisitChanged = {
  readonly id: string
  readonly before: VisitState
  readonly after: VisitState
  readonly unwanted?: Unwanted | undefined
  readonly settleMs: number
}

/** Whether anything became different that a patient may have to be told. */
export const isNews = ({ before, after }: VisitChanged): boolean =>
  before.start_at !== after.start_at || before.site_id !== after.site_id || before.status !== after.status

/**
 * Plans the news of what the clinic changed, one row of the outbox for each visit, sent or with the reason why not. Called
 * after the visits are written and before their reminders are planned again: those keep their distance from it, and what an
 * earlier notice said wrongly by now is withdrawn with them.
 */
export async function planNotices(
  trx: Db,
  organizationId: string,
  changes: readonly VisitChanged[],
  now: Instant,
): Promise<Replanned[]> {
  const changed = new Map(changes.filter(isNews).map((change) => [change.id, change]))
  if (changed.size === 0) return []
  const subjects = await loadSubjects(trx, organizationId, [...changed.keys()])
  const untold = await loadUntold(trx, organizationId, [...changed.keys()])
  const decided = subjects.flatMap((subject) => {
    const change = changed.get(subject.subject.visit.id)
    return change ? decide(subject, change, untold.get(change.id), now) : []
  })
  await insertMany(
    trx,
    organizationId,
    'outbound_message',
    { ...OUTBOX_COLUMNS, known: 'jsonb' } as const,
    decided.map(({ subject, touch, known }) => ({ ...outboxRow(subject, touch, now), known })),
    sql`on conflict ${SAME_TOUCH} do update
          set state = excluded.state, reason = excluded.reason, due_at = excluded.due_at, expires_at = excluded.expires_at,
              contact_point_id = excluded.contact_point_id, language = excluded.language, settled_at = excluded.settled_at,
              template = excluded.template, known = excluded.known, trace = null
        where outbound_message.state in ${OPEN}`,
  )
  return decided.map(planned)
}

/** Why the patient of this visit could not be told of a change that is made now; undefined when they can. */
export async function outlookOf(
  trx: Db,
  organizationId: string,
  visitId: string,
  now: Instant,
): Promise<NoticeSkipReason | undefined> {
  const [subject] = await loadSubjects(trx, organizationId, [visitId])
  return subject && noticeOutlook(subject.subject, now)
}

function decide(subject: PlannedSubject, change: VisitChanged, untold: Known | undefined, now: Instant) {
  const known = untold ?? knownOf(change.before)
  const decision = decideNotice(
    {
      subject: subject.subject,
      siteId: change.after.site_id,
      known,
      stood: untold !== undefined || UPCOMING_STATUSES.has(change.before.status),
      settleMs: change.settleMs,
      ...(change.unwanted === undefined ? {} : { unwanted: change.unwanted }),
    },
    now,
  )
  return decision.kind === 'none' ? [] : [{ subject, touch: decision.touch, known }]
}

const knownOf = ({ start_at, site_id }: VisitState): Known => ({
  siteId: site_id,
  ...(start_at === null ? {} : { startAt: start_at }),
})

/** What patients still take to be so, where a notice of an earlier change has not left. */
async function loadUntold(trx: Db, organizationId: string, visitIds: readonly string[]): Promise<Map<string, Known>> {
  const { rows } = await sql<{ appointment_id: string; known: Known }>`
    select m.appointment_id, m.known from outbound_message m
     where m.organization_id = ${organizationId} and m.appointment_id = any (${arrayOf('uuid', visitIds)})
       and m.journey = ${CHANGE_JOURNEY} and m.state = 'planned' and m.known is not null`.execute(trx)
  return new Map(rows.map(({ appointment_id, known }) => [appointment_id, known]))
}

function planned({ subject, touch }: ReturnType<typeof decide>[number]): Replanned {
  const { zone } = subject.subject.visit
  return 'reason' in touch ? { touches: [], skipped: [touch], zone } : { touches: [touch], skipped: [], zone }
}
