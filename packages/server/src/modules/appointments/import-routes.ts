import { sql } from 'kysely'
import type { ImportBrake } from '@recado/contracts/imports'
import { Failure } from '@recado/domain/shared/failure'
import { formatInstant, type Instant } from '@recado/domain/shared/instant'
import type { Handlers, RouteRequest } from '../../http/bind-routes.ts'
import type { Db } from '../../db/db.ts'
import type { ContentCipher } from '../../platform/content-cipher.ts'
import { DEFAULT_PAGE, decodeCursor, pageOf } from '../../platform/cursor.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'
import { actorName } from '../staff/index.ts'
import { importFile, type ImportOptions, type ImportResult } from './import-file.ts'
import type { previewSamples } from './preview-samples.ts'
import { fileOf } from './multipart-file.ts'

export type ImportRouteDeps = { readonly db: Db; readonly cipher: ContentCipher; readonly wake: () => void }

/** Files of appointments: looked at without changing anything, committed, listed. */
export function importRoutes({ db, cipher, wake }: ImportRouteDeps): Handlers {
  const run = async (actor: RouteRequest<'createImport'>['actor'], bytes: Uint8Array, options: ImportOptions) => {
    const deps = { db, cipher, organizationId: actor.organizationId, actor: actorName(actor) }
    const outcome = await importFile(deps, bytes, options)
    if (outcome.state === 'committed') wake()
    return reportOf({
      id: outcome.id,
      state: outcome.state,
      created_at: outcome.at,
      committed_at: null,
      source: outcome.source,
      result: outcome.result,
      file_name: options.fileName ?? null,
      actor: deps.actor,
    })
  }
  return {
    createImport: async ({ actor, query, http }) => {
      const { bytes, fileName } = fileOf(http)
      const { dryRun = false, ...rest } = query
      return run(actor, bytes, { dryRun, fileName, ...rest })
    },
    commitImport: async ({ actor, params, body }) => {
      const kept = await loadRun(db, actor.organizationId, params.id)
      if (kept.state === 'committed' || kept.committed_at !== null)
        throw new Failure('already-done', 'This import was committed already.')
      if (!kept.file) throw new Failure('not-found', 'The file of this dry run is no longer kept. Upload it again.')
      const bytes = cipher.open(kept.file, kept.key_id ?? 0)
      const report = await run(actor, bytes, {
        ...kept.options,
        dryRun: false,
        answers: { ...kept.options.answers, ...body.answers },
        releaseBrake: body.releaseBrake ?? kept.options.releaseBrake ?? false,
      })
      await setAside(db, actor.organizationId, params.id)
      return report
    },
    listImports: async ({ actor, query }) => {
      const limit = query.limit ?? DEFAULT_PAGE
      const rows = await listRuns(db, actor.organizationId, limit + 1, decodeCursor(query.cursor, 2))
      return pageOf(rows, limit, (row) => [row.created_at, row.id], summaryOf)
    },
    getImport: async ({ actor, params }) => {
      const kept = await loadRun(db, actor.organizationId, params.id)
      return { ...reportOf(kept), timeline: timelineOf(kept.result, cipher) }
    },
  }
}

type Run = {
  readonly id: string
  readonly state: 'dry-run' | 'committed' | 'refused'
  readonly source: string
  readonly created_at: Instant
  /** Of a dry run: since when another run holds what came of it. */
  readonly committed_at: Instant | null
  readonly actor: string
  readonly file_name: string | null
  readonly result: ImportResult
}
type KeptRun = Run & { readonly file: Buffer | null; readonly key_id: number | null; readonly options: ImportOptions }

const RUN = sql.raw(
  `r.id, r.state, s.name as source, r.created_at, r.committed_at, r.actor, r.options ->> 'fileName' as file_name, r.result`,
)

async function loadRun(db: Db, organizationId: string, id: string): Promise<KeptRun> {
  const { rows } = await inOrganization(db, organizationId, (trx) =>
    sql<KeptRun>`
      select ${RUN}, r.file, r.key_id, r.options from import_run r
        join source s on s.organization_id = r.organization_id and s.id = r.source_id
       where r.organization_id = ${organizationId} and r.id = ${id}`.execute(trx),
  )
  const [row] = rows
  if (!row) throw new Failure('not-found', 'There is no such import.')
  return row
}

const listRuns = (
  db: Db,
  organizationId: string,
  limit: number,
  after: readonly (string | null)[] | undefined,
): Promise<Run[]> =>
  inOrganization(db, organizationId, async (trx) => {
    const { rows } = await sql<Run>`
      select ${RUN} from import_run r join source s on s.organization_id = r.organization_id and s.id = r.source_id
       where r.organization_id = ${organizationId}
          and (${after?.[1] ?? null}::uuid is null
               or (r.created_at, r.id) < (to_timestamp(${Number(after?.[0] ?? 0)}::float8 / 1000), ${after?.[1] ?? null}::uuid))
        order by r.created_at desc, r.id desc limit ${limit}`.execute(trx)
    return rows
  })

/** The dry run was committed: its file is not needed any more, and it is not committed again. */
const setAside = (db: Db, organizationId: string, id: string) =>
  inOrganization(db, organizationId, (trx) =>
    sql`update import_run set file = null, key_id = null, committed_at = business_now() where organization_id = ${organizationId} and id = ${id}`.execute(
      trx,
    ),
  )

const summaryOf = ({ id, state, source, created_at, committed_at, actor, file_name, result }: Run) => ({
  id,
  state: shownState(state, committed_at, result),
  source,
  ...(file_name === null ? {} : { fileName: file_name }),
  createdAt: formatInstant(created_at),
  by: actor,
  rows: result.rows,
  created: result.created,
  updated: result.updated,
  unchanged: result.unchanged,
  cancelled: result.cancelled,
  rejectedCount: result.rejectedCount,
  warningCount: result.warningCount,
  planned: result.timeline.total,
})

function shownState(state: Run['state'], committedAt: Instant | null, { questions }: ImportResult) {
  if (state === 'refused') return 'failed' as const
  if (state === 'committed') return state
  if (committedAt !== null) return 'superseded' as const
  return questions.length > 0 ? ('open-questions' as const) : state
}

const reportOf = (run: Run) => ({
  ...summaryOf(run),
  rejected: [...run.result.rejected],
  warnings: [...run.result.warnings],
  notPlanned: [...run.result.notPlanned],
  brakes: brakesOf(run.result),
  reading: { ...run.result.reading, columns: run.result.reading.columns as Record<string, string> },
  questions: run.result.questions.map((question) => ({
    about: question.about,
    options: [...question.options],
    evidence: question.evidence,
  })),
})

type Sample = Awaited<ReturnType<typeof previewSamples>>[number]

function timelineOf({ timeline, samples }: ImportResult, cipher: ContentCipher) {
  const opened = JSON.parse(
    cipher.open(Buffer.from(samples.bytes, 'base64'), samples.keyId).toString('utf8'),
  ) as Sample[]
  return {
    total: timeline.total,
    days: timeline.days.map((day) => ({ ...day, hours: [...day.hours] })),
    steps: [...timeline.steps],
    samples: opened,
  }
}

function brakesOf({ missing, notPlanned }: ImportResult): ImportBrake[] {
  const untold = notPlanned.find(({ reason }) => reason === 'too-many-changes')
  return [
    ...(missing.kind === 'braked' ? [{ kind: 'missing-rows' as const, count: missing.missing }] : []),
    ...(untold === undefined ? [] : [{ kind: 'news' as const, count: untold.count }]),
  ]
}
