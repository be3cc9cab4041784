import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { Failure } from '@recado/domain/shared/failure'
import type { Instant } from '@recado/domain/shared/instant'
import { countryOfZone } from '@recado/domain/shared/zone-country'
import type { FileReading, Reject, SavedMapping, Warning } from '../../connectors/csv/file-reading.ts'
import { readAppointmentFile } from '../../connectors/csv/read-appointment-file.ts'
import { businessNow, type Db } from '../../db/db.ts'
import type { ContentCipher } from '../../platform/content-cipher.ts'
import { newId } from '../../platform/ids.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'
import { recordEvents } from '../audit/index.ts'
import { foldName, loadCatalogue, noteProposedHours, type Catalogue } from '../organizations/index.ts'
import { createRowImport, type ImportCounts } from './import-rows.ts'
import { previewSamples } from './preview-samples.ts'
import { lockSource, placeOf, type SourceState } from './import-source.ts'

export type ImportOptions = {
  readonly dryRun: boolean
  readonly source?: string | undefined
  readonly site?: string | undefined
  readonly country?: string | undefined
  readonly zone?: string | undefined
  readonly answers?: Readonly<Record<string, string>> | undefined
  readonly fileName?: string | undefined
  /** A person has seen that many visits would be cancelled, and said yes. */
  readonly releaseBrake?: boolean
}

export type ImportResult = Omit<ImportCounts, 'missing'> & {
  readonly rejected: readonly Reject[]
  readonly rejectedCount: number
  readonly warnings: readonly Warning[]
  readonly warningCount: number
  readonly reading: FileReading['reading']
  readonly questions: FileReading['questions']
  readonly missing: ImportCounts['missing']
  /** Names and words of patients: sealed, also inside this result. */
  readonly samples: { readonly bytes: string; readonly keyId: number }
}

export type ImportOutcome = {
  readonly id: string
  readonly state: 'dry-run' | 'committed'
  readonly result: ImportResult
  readonly at: Instant
  readonly source: string
}

export type ImportDeps = {
  readonly db: Db
  readonly cipher: ContentCipher
  readonly organizationId: string
  readonly actor: string
}

export const DEFAULT_SOURCE = 'upload'
/** Rows that are written together: enough for each statement to be worth its way, few enough to be forgotten young. */
const STRIDE = 250
/** As many rejects and warnings as a person reads; the counts are whole. */
const SHOWN = 1_000

/**
 * Reads a file and records it. A dry run does everything and takes it back: what it says is what a commit does. A commit
 * is one transaction: killed anywhere, it has changed nothing, and the same file can be imported again.
 * @throws Failure `unreadable` for a file that is no table, `conflict` for a commit with open questions
 */
export async function importFile(deps: ImportDeps, file: Uint8Array, options: ImportOptions): Promise<ImportOutcome> {
  const known = await knownSource(deps, options)
  const reading = await readAppointmentFile(file, readOptions(known, options))
  try {
    if (reading.questions.length > 0 && !options.dryRun) {
      throw new Failure(
        'conflict',
        'The file leaves questions open. Answer them, and import it again: nothing was changed.',
        { questions: reading.questions },
      )
    }
    const id = newId()
    const recorded = await record(deps, id, reading, options)
    await keepRun(deps, id, recorded, file, options)
    return {
      id,
      state: options.dryRun ? 'dry-run' : 'committed',
      ...recorded,
      source: options.source ?? DEFAULT_SOURCE,
    }
  } finally {
    await reading.close()
  }
}

type Known = {
  readonly mapping: unknown
  readonly answers: Readonly<Record<string, string>>
  readonly country: string | undefined
  readonly zone: string | undefined
  readonly catalogue: Catalogue
}

/** What is settled already: the source's mapping and answers, the zones and countries of the sites. */
async function knownSource({ db, organizationId }: ImportDeps, options: ImportOptions): Promise<Known> {
  return inOrganization(db, organizationId, async (trx) => {
    const catalogue = await loadCatalogue(trx, organizationId)
    const { rows } = await sql<{
      mapping: unknown
      answers: Record<string, string> | null
      own: string | null
      country: string
      zone: string | null
    }>`
      select s.mapping, s.answers, s.country as own, o.country, s.zone from organization o
        left join source s on s.organization_id = o.id and s.name = ${options.source ?? DEFAULT_SOURCE} where o.id = ${organizationId}`.execute(
      trx,
    )
    const [row] = rows
    const site = options.site === undefined ? undefined : catalogue.sites.get(foldName(options.site))
    return {
      catalogue,
      mapping: row?.mapping ?? undefined,
      answers: { ...row?.answers, ...options.answers },
      country: options.country ?? site?.country ?? row?.own ?? countryOf(options.zone ?? row?.zone) ?? row?.country,
      zone: options.zone ?? site?.zone ?? row?.zone ?? onlyZone(catalogue),
    }
  })
}

/** A file for Madrid is not read by the numbers of São Paulo because the organization is at home there. */
const countryOf = (zone: string | null | undefined) => (zone ? countryOfZone(zone) : undefined)

/** Where all sites share a zone, times without one are of that zone; else somebody has to say. */
function onlyZone({ sites }: Catalogue): string | undefined {
  const zones = new Set([...sites.values()].map((site) => site.zone))
  return zones.size === 1 ? [...zones][0] : undefined
}

const readOptions = (known: Known, options: ImportOptions) => ({
  ...(known.country === undefined ? {} : { country: known.country }),
  batchRows: STRIDE,
  answers: known.answers,
  sites: Object.fromEntries(
    [...known.catalogue.sites.values()].map(({ name, zone, country }) => [name, { zone, country }]),
  ),
  ...(known.zone === undefined ? {} : { zone: known.zone }),
  ...(options.site === undefined ? {} : { site: options.site }),
  ...(known.mapping ? { mapping: known.mapping as SavedMapping } : {}),
  ...(options.fileName === undefined ? {} : { fileName: options.fileName }),
})

class TakenBack extends Error {}

async function record(
  deps: ImportDeps,
  importId: string,
  reading: FileReading,
  options: ImportOptions,
): Promise<{ result: ImportResult; at: Instant }> {
  let outcome: { result: ImportResult; at: Instant } | undefined
  try {
    await inOrganization(deps.db, deps.organizationId, async (trx) => {
      outcome = await recordIn(trx, deps, importId, reading, options)
      if (options.dryRun) throw new TakenBack()
    })
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error
  }
  if (!outcome) throw new Error('an import ended without a result')
  return outcome
}

async function recordIn(
  trx: Db,
  deps: ImportDeps,
  importId: string,
  reading: FileReading,
  options: ImportOptions,
): Promise<{ result: ImportResult; at: Instant }> {
  const { organizationId } = deps
  const now = await businessNow(trx)
  const source = await lockSource(trx, organizationId, {
    name: options.source ?? DEFAULT_SOURCE,
    country: options.country,
    zone: options.zone,
  })
  const catalogue = await loadCatalogue(trx, organizationId)
  const context = {
    organizationId,
    sourceId: source.id,
    importId,
    defaultSite: defaultSite(source, catalogue, options),
    enableNew: source.enable_new,
    journey: source.journey,
    stale: source.stale,
    tellChanges: source.tell_changes,
    catalogue,
    now,
  }
  const rows = createRowImport(trx, context, source.missing_rows, options.releaseBrake ?? false)
  const notes = await addRows(rows, reading)
  const counts = await rows.finish()
  if (!options.dryRun) await noteProposedHours(trx, organizationId, now)
  const samples = deps.cipher.seal(JSON.stringify(await previewSamples(trx, organizationId, counts.timeline.samples)))
  await rememberSource(trx, deps, source, reading, now)
  await recordEvents(trx, organizationId, now, [
    {
      actor: deps.actor,
      action: 'import.changed',
      subject: `import:${importId}`,
      details: { created: counts.created, updated: counts.updated, cancelled: counts.cancelled },
    },
  ])
  return {
    at: now,
    result: {
      ...counts,
      timeline: { ...counts.timeline, samples: [] },
      samples: { bytes: samples.bytes.toString('base64'), keyId: samples.keyId },
      ...notes,
      reading: reading.reading,
      questions: reading.questions,
    },
  }
}

/** Records batch by batch; keeps the first notes about rows, and counts all of them. */
async function addRows(rows: ReturnType<typeof createRowImport>, reading: FileReading) {
  const rejected: Reject[] = []
  const warnings: Warning[] = [...reading.warnings]
  let rejectedCount = 0
  let warningCount = reading.warnings.length
  for await (const batch of reading.records()) {
    await rows.add(batch.rows)
    rejectedCount += batch.rejected.length
    warningCount += batch.warnings.length
    rejected.push(...batch.rejected.slice(0, SHOWN - rejected.length))
    warnings.push(...batch.warnings.slice(0, Math.max(0, SHOWN - warnings.length)))
  }
  return { rejected, rejectedCount, warnings, warningCount }
}

function defaultSite(source: SourceState, catalogue: Catalogue, options: ImportOptions) {
  const { zone: own, ...place } = placeOf(source, catalogue, options)
  const zone = own ?? onlyZone(catalogue)
  if (zone === undefined) {
    throw new Failure(
      'invalid',
      'Say in which time zone the times of this file are: for example zone=America/Sao_Paulo, or site= with the name of a site that is set up.',
      { missing: 'zone' },
    )
  }
  return { ...place, zone }
}

const rememberSource = (
  trx: Db,
  { organizationId }: ImportDeps,
  source: SourceState,
  reading: FileReading,
  now: Instant,
) =>
  sql`
    update source set last_import_at = to_timestamp(${now}::float8 / 1000), mapping = ${JSON.stringify(reading.mapping)}::jsonb,
           answers = ${JSON.stringify(reading.mapping.answers ?? {})}::jsonb
     where organization_id = ${organizationId} and id = ${source.id}`.execute(trx)

/** Keeps the run; a dry run keeps its file too, sealed, so that a person can commit what they have seen. */
async function keepRun(
  deps: ImportDeps,
  id: string,
  recorded: { result: ImportResult; at: Instant },
  file: Uint8Array,
  options: ImportOptions,
): Promise<void> {
  const { organizationId, cipher } = deps
  const sealed = options.dryRun ? cipher.seal(file) : undefined
  const { dryRun, ...kept } = options
  await inOrganization(deps.db, organizationId, async (trx) => {
    const source = await lockSource(trx, organizationId, { name: options.source ?? DEFAULT_SOURCE })
    await sql`
      insert into import_run (organization_id, id, source_id, sha256, state, result, file, key_id, options, actor, created_at, committed_at)
      values (${organizationId}, ${id}, ${source.id}, ${createHash('sha256').update(file).digest('hex')}, ${dryRun ? 'dry-run' : 'committed'},
              ${JSON.stringify(recorded.result)}::jsonb, ${sealed?.bytes ?? null}, ${sealed?.keyId ?? null}, ${JSON.stringify(kept)}::jsonb,
              ${deps.actor}, to_timestamp(${recorded.at}::float8 / 1000), case when ${dryRun} then null else to_timestamp(${recorded.at}::float8 / 1000) end)`.execute(
      trx,
    )
  })
}
