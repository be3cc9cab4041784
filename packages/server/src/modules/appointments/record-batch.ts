import type { Purpose } from '@recado/domain/shared/appointment'
import { countryOfZone } from '@recado/domain/shared/zone-country'
import { insertMany, updateMany } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import type { Writes } from '../../db/writes.ts'
import { recordFileConsents } from '../consent/index.ts'
import { addToCatalogue, foldName } from '../organizations/index.ts'
import {
  addPeople,
  identifyPatients,
  keysOf,
  linkContacts,
  linkKey,
  lookUpPeople,
  nobody,
  type Identified,
  type People,
  type PersonKeys,
} from '../patients/index.ts'
import { decideVisit, fingerprintOf, type DecidedVisit } from './decide-visit.ts'
import type { Place } from './import-source.ts'
import type { SourceContext, SourceRow } from './source-row.ts'
import {
  FIRST_SIGHT_COLUMNS,
  lockBySource,
  OWN_COLUMNS,
  saidBefore,
  VISIT_COLUMNS,
  type VisitRow,
} from './visit-rows.ts'

export type Recorded = DecidedVisit & { readonly person: KnownPerson }

/** The patient of a recorded visit and the phone that the source gives, as they are after the batch. */
export type KnownPerson = Pick<Identified, 'isNew' | 'language' | 'optedOut' | 'unreachable'> & {
  readonly granted: readonly Purpose[]
}

/** Rows of one batch on their way, with what was asked about them. */
export type Sighting = {
  readonly said: ReadonlyMap<string, SourceRow>
  readonly hashes: readonly string[]
  /** Keys of the rows that say what was said before. */
  readonly unchanged: Promise<ReadonlySet<string>>
}

export type LookedUp = {
  readonly said: ReadonlyMap<string, SourceRow>
  /** Keys of the rows that need nothing. */
  readonly unchanged: ReadonlySet<string>
  readonly rows: readonly SourceRow[]
  readonly hashes: readonly string[]
  readonly keys: readonly PersonKeys[]
  readonly people: Promise<People>
  readonly visits: Promise<readonly VisitRow[]>
}

/**
 * Records what a source says of batches of visits: names, patients, phones, consents, and the visits themselves against
 * the last observation (invariant 11). Plans nothing. In three steps, so that the questions about one batch travel before
 * the writes of the one before it: the database is never waited for while it has something to do.
 */
export function createRecorder(trx: Db, context: SourceContext, writes: Writes) {
  const { organizationId, sourceId, importId, now } = context
  let before = nobody()

  return {
    /** Asks which of these are news. Later rows of the same visit in one batch win. */
    async sight(batch: readonly SourceRow[]): Promise<Sighting> {
      const said = new Map(batch.map((row) => [row.key, row]))
      const rows = [...said.values()]
      await addNames(trx, context, rows)
      const hashes = rows.map((row) => fingerprintOf(context, row))
      const unchanged = begun(saidBefore(trx, organizationId, sourceId, [...said.keys()], hashes))
      return { said, hashes, unchanged }
    },
    /** Asks for what is known of the news. */
    async lookUp({ said, hashes, ...asked }: Sighting): Promise<LookedUp> {
      const unchanged = await asked.unchanged
      const all = [...said.values()].map((row, index) => ({ row, hash: hashes[index] ?? '' }))
      const news = all.filter(({ row }) => !unchanged.has(row.key))
      const rows = news.map(({ row }) => row)
      const keys = rows.map(keysOf)
      const none = rows.length === 0
      return {
        said, unchanged, rows, keys,
        hashes: news.map(({ hash }) => hash),
        people: none ? Promise.resolve(nobody()) : begun(lookUpPeople(trx, organizationId, sourceId, keys)),
        visits: none ? Promise.resolve([]) : begun(lockBySource(trx, organizationId, sourceId, rows.map((row) => row.key))),
      } // prettier-ignore
    },
    /** Decides and begins to write. What was looked up may be older than the batch before this one: that is added to it. */
    async record({ rows, hashes, keys, people, visits }: LookedUp): Promise<Recorded[]> {
      const [known, locked] = [await people, new Map((await visits).map((visit) => [visit.external_id, visit]))]
      const news = nobody()
      addPeople(known, before)
      before = news
      const found = identifyPatients(trx, organizationId, sourceId, rows, keys, known, news, now, writes)
      const newly = recordFileConsents(trx, organizationId, importId, now, consentsOf(rows, found), known, news, writes)
      linkContacts(trx, organizationId, found, known, news, writes)
      const recorded = rows.flatMap((row, index) => {
        const visit = locked.get(row.key) ?? null
        if (row.op === 'delete' && visit === null) return []
        const person = found[index] as Identified
        const decided = decideVisit(context, row, hashes[index] ?? '', person, visit)
        // Who may be written to now, or no more, has other messages to come, although the visit is as it was.
        const replan = decided.replan || newly.has(linkKey(person.patientId, person.contactPointId ?? ''))
        return [{ ...decided, replan, person: withGrants(person, known) }]
      })
      storeVisits(trx, organizationId, recorded, locked, writes)
      return recorded
    },
  }
}

/** Records one batch, step by step. */
export async function recordBatch(
  trx: Db,
  context: SourceContext,
  rows: readonly SourceRow[],
  writes: Writes,
): Promise<Recorded[]> {
  const recorder = createRecorder(trx, context, writes)
  return recorder.record(await recorder.lookUp(await recorder.sight(rows)))
}

/** Nobody waits for it yet; whoever does hears of its failure. */
function begun<Result>(asked: Promise<Result>): Promise<Result> {
  asked.catch(() => undefined)
  return asked
}

const withGrants = (person: Identified, { links }: People): KnownPerson => ({
  isNew: person.isNew,
  language: person.language,
  optedOut: person.optedOut,
  unreachable: person.unreachable,
  granted: links.get(linkKey(person.patientId, person.contactPointId ?? ''))?.granted ?? NOTHING,
})
const NOTHING: readonly Purpose[] = []

function storeVisits(
  trx: Db,
  organizationId: string,
  recorded: readonly Recorded[],
  before: ReadonlyMap<string, VisitRow>,
  writes: Writes,
): void {
  const created = recorded.filter(({ kind }) => kind === 'created').map(({ visit }) => visit)
  const touched = recorded.map(({ visit }) => visit).filter((visit) => before.has(visit.external_id) && visit !== before.get(visit.external_id)) // prettier-ignore
  const shared = { columns: FIRST_SIGHT_COLUMNS, values: { ...created[0] } }
  writes.begin(insertMany(trx, organizationId, 'appointment', OWN_COLUMNS, created, undefined, shared))
  writes.begin(updateMany(trx, organizationId, 'appointment', VISIT_COLUMNS, touched))
}

const consentsOf = (rows: readonly SourceRow[], people: readonly Identified[]) =>
  rows.flatMap((row, index) => {
    const person = people[index]
    if (!person || person.contactPointId === null) return []
    const { patientId, contactPointId } = person
    return [{ patientId, contactPointId, yes: row.consent ?? undefined }]
  })

async function addNames(trx: Db, context: SourceContext, rows: readonly SourceRow[]): Promise<void> {
  const { catalogue, defaultSite } = context
  const sites = new Map<string, Place>()
  const { zone: defaultZone, country } = defaultSite
  const practitioners = new Map<string, string>()
  const services = new Map<string, string>()
  for (const row of rows) {
    const zone = row.zone ?? defaultZone
    const here = { zone, country: zone === defaultZone ? country : (countryOfZone(zone) ?? country) }
    const site: Place = row.site ? { name: row.site.trim(), ...here } : { ...defaultSite, ...here }
    if (!catalogue.sites.has(foldName(site.name))) sites.set(foldName(site.name), site)
    if (row.practitioner && !catalogue.practitioners.has(foldName(row.practitioner))) practitioners.set(foldName(row.practitioner), row.practitioner.trim()) // prettier-ignore
    if (row.service && !catalogue.services.has(foldName(row.service))) services.set(foldName(row.service), row.service.trim()) // prettier-ignore
  }
  await addToCatalogue(trx, context.organizationId, catalogue, { sites, practitioners, services }, context.enableNew)
}
