import { sql } from 'kysely'
import { braked } from '@recado/domain/records/missing-rows'
import type { Unwanted } from '@recado/domain/planning/notice'
import type { Db } from '../../db/db.ts'
import { planNotices, SETTLE_MS, type VisitChanged } from '../journeys/index.ts'
import type { SourceState } from './import-source.ts'
import type { Recorded } from './record-batch.ts'
import type { SourceContext } from './source-row.ts'
import type { VisitRow } from './visit-rows.ts'

export type Vanished = Pick<VisitRow, 'id' | 'status' | 'start_at' | 'site_id'>

/** Changes that are told at the end of an import, when it is known what replaces what; their reminders are planned then. */
export const isNews = ({ kind, before }: Pick<Recorded, 'kind' | 'before'>): boolean =>
  before !== null && (kind === 'moved' || kind === 'cancelled')

/** So few changes are an ordinary day, however small the book is. */
const FEW = 20
/** Visits whose news are planned in one statement. */
const GROUP = 1_000

type Context = Pick<SourceContext, 'organizationId' | 'sourceId' | 'now'> & {
  readonly tellChanges: SourceState['tell_changes']
}
type State = Pick<VisitRow, 'status' | 'start_at' | 'site_id'>
type News = VisitChanged & { readonly vanished: boolean }

/** Collects what a source moved and cancelled, and has the patients told of it as the source is set up. */
export function createSourceNews(trx: Db, context: Context, released: boolean) {
  const { organizationId, now, tellChanges } = context
  const news = new Map<string, News>()
  const made = new Map<string, State>()
  const add = (id: string, before: State, after: State, vanished = false): void => {
    news.set(id, { id, before: stateOf(before), after: stateOf(after), settleMs: SETTLE_MS, vanished })
  }
  return {
    note(recorded: readonly Recorded[]): void {
      for (const one of recorded) {
        if (one.kind === 'created' && !one.person.isNew) made.set(one.visit.id, stateOf(one.visit))
        if (one.before !== null && isNews(one)) add(one.visit.id, one.before, one.visit)
      }
    },
    /** A cancelled visit and the new one that takes its place are one change: the patient hears of the new time alone. */
    replaced(moves: ReadonlyMap<string, string>): void {
      for (const [gone, madeId] of moves) {
        const [old, after] = [news.get(gone), made.get(madeId)]
        if (!old || !after) continue
        news.set(gone, { ...old, after: old.before })
        add(madeId, old.before, after)
      }
    },
    vanished(visits: readonly Vanished[]): void {
      for (const visit of visits) add(visit.id, visit, { ...visit, status: 'cancelled' }, true)
    },
    /** Group by group: what was planned, and the visits whose reminders are to be planned again. */
    async *tell() {
      const all = [...news.values()]
      const many = !released && all.length > FEW && braked(all.length, await upcomingOf(trx, context))
      const wanted = all.map((one) => ({ ...one, unwanted: unwantedOf(one, tellChanges, many) }))
      for (let from = 0; from < wanted.length; from += GROUP) {
        const group = wanted.slice(from, from + GROUP)
        yield { ids: group.map(({ id }) => id), told: await planNotices(trx, organizationId, group, now) }
      }
    },
  }
}

const stateOf = ({ status, start_at, site_id }: State): State => ({ status, start_at, site_id })

function unwantedOf({ vanished }: News, tell: Context['tellChanges'], many: boolean): Unwanted | undefined {
  if (tell === 'none') return 'source-does-not-tell'
  if (vanished && tell !== 'all') return 'only-missing'
  return many ? 'too-many-changes' : undefined
}

/** How many visits of this source are still to come, those that were just cancelled included. */
async function upcomingOf(trx: Db, { organizationId, sourceId, now }: Context): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from appointment
     where organization_id = ${organizationId} and source_id = ${sourceId} and start_at > to_timestamp(${now}::float8 / 1000)`.execute(
    trx,
  )
  return rows[0]?.count ?? 0
}
