import type { Field, Question } from '../file-reading.ts'
import { fits } from './fit.ts'
import { foldWords } from './fold.ts'
import { fieldsOfHeading } from './headings.ts'
import type { Columns } from './layout.ts'
import type { ValueKinds } from './value-kinds.ts'

/** Cleaned cells of the first rows. */
export type Samples = readonly (readonly string[])[]

type Candidate = { readonly field: Field; readonly at: number; readonly cost: number }

/** Headings that name the visit beat the plain word: "Appointment Date" before "Date". */
const OF_THE_VISIT =
  /^(?:appointment|appt|apt|app|visit|sched|cita|turno|consulta|agendamento|rdv|termin|randevu|wizyty|appuntamento|afspraak|hora|start|inicio|visita)$/
/** "Mobile" before "Phone", where a row has both. */
const MOBILE_WORD =
  /^(?:mobile|mobil|cell|cellphone|cellular|wireless|wirelessphone|whatsapp|celular|movil|telemovel|handy|portable|cellulare|gsm|cep|wa|hp)$|携帯|手机|手機|휴대|핸드|جوال|موبايل|נייד|мобильн|сотов|komork|κινητο/
const GENERIC_ID = /^(?:id|no|ref|folio|uid|reference|referencia|record id)$/

/** Columns for fields by what their headings mean and their values can be. `forced` is what a person said. */
export function assignByHeadings(
  headings: readonly string[],
  kinds: readonly ValueKinds[],
  samples: Samples,
  forced: ReadonlyMap<Field, number>,
): { columns: Columns; questions: Question[] } {
  const single = new Map<Field, number>(forced)
  const phones: number[] = []
  const taken = new Set<number>(forced.values())
  const candidates = headings
    .flatMap((heading, at) => candidatesOf(heading, at, kinds[at]))
    .sort((x, y) => x.cost - y.cost || x.at - y.at)
  const days = candidates.filter(({ at }) => (kinds[at]?.date ?? 0) >= 0.6)
  const tie = tieBetween(days, headings, samples, forced.has('date') || forced.has('start'))
  for (const { field, at } of candidates) {
    if (taken.has(at) || tie.columns.has(at)) continue
    if (field === 'phone' || field === 'phoneAlt') {
      phones.push(at)
      taken.add(at)
    } else if (!single.has(field)) {
      single.set(field, at)
      taken.add(at)
    }
  }
  const rank = (at: number): number => phoneRank(headings[at] ?? '')
  phones.sort((x, y) => rank(x) - rank(y))
  const forcedPhone = forced.get('phone')
  if (forcedPhone !== undefined) phones.unshift(forcedPhone)
  single.delete('phone')
  return { columns: { single: settleMoments(settleNames(single), kinds), phones }, questions: tie.questions }
}

function candidatesOf(heading: string, at: number, kinds: ValueKinds | undefined): Candidate[] {
  const meaning = fieldsOfHeading(heading)
  if (!meaning || !kinds) return []
  const words = foldWords(heading)
  const found: Candidate[] = []
  meaning.fields.forEach((field, rank) => {
    const cost = costOf(field, words, kinds) + rank + (meaning.exact ? 0 : 20)
    if (fits(field, kinds) && !(field === 'status' && isAddressState(words, meaning.exact, kinds)))
      found.push({ field, at, cost })
    else if (field === 'name' && kinds.integer >= 0.8) found.push({ field: 'patientExternalId', at, cost: cost + 2 })
  })
  return found
}

function phoneRank(heading: string): number {
  const isHome = fieldsOfHeading(heading)?.fields[0] === 'phoneAlt'
  return (isHome ? 2 : 0) + (foldWords(heading).some((word) => MOBILE_WORD.test(word)) ? 0 : 1)
}

/** What speaks for and against a column as the one of its field; the cheapest is taken. */
function costOf(field: Field, words: readonly string[], kinds: ValueKinds): number {
  const costs: readonly (readonly [boolean, number])[] = [
    [kinds.filled === 0, 10],
    [words.some((word) => OF_THE_VISIT.test(word)), -0.5],
    [field === 'externalId' && GENERIC_ID.test(words.join(' ')), 5],
    [field === 'phoneAlt', 5],
    // Animals have owners: where both stand in the file, the client is the person to write to.
    [field === 'patientExternalId' && words.includes('client'), -1],
    // A code beside the words it stands for.
    [field === 'service' && kinds.letters < 0.2, 6],
  ]
  return costs.reduce((sum, [holds, cost]) => (holds ? sum + cost : sum), 0)
}

/** "State" is a part of addresses too: without one word for the state of a visit in it, it is one. */
const isAddressState = (words: readonly string[], exact: boolean, kinds: ValueKinds): boolean =>
  kinds.status < 0.2 && kinds.filled > 0 && (!exact || (words.join(' ') === 'state' && kinds.length <= 2.5))

type Tie = { readonly questions: Question[]; readonly columns: ReadonlySet<number> }

/** Equally good columns for the visit's day, with different values somewhere: a person must say, and none is read. */
function tieBetween(
  candidates: readonly Candidate[],
  headings: readonly string[],
  samples: Samples,
  isSettled: boolean,
): Tie {
  const days = candidates.filter(({ field }) => field === 'date' || field === 'start')
  const [best] = days
  const none = { questions: [], columns: new Set<number>() }
  if (!best || isSettled) return none
  const alike = days.filter(({ field, cost, at }) => field === best.field && cost < best.cost + 1 && at !== best.at)
  const rivals = alike.filter(({ at }) => samples.some((row) => (row[at] ?? '') !== (row[best.at] ?? '')))
  if (rivals.length === 0) return none
  const columns = new Set([best.at, ...rivals.map(({ at }) => at)])
  const options = [...columns].map((at) => headings[at] ?? '')
  const evidence = 'Several columns may hold the day of the visit.'
  return { questions: [{ about: `column:${best.field}`, options, evidence }], columns }
}

/** One half of a name without the other is the whole name ("nome" in Portuguese, "Name" in German). */
function settleNames(single: Map<Field, number>): Map<Field, number> {
  const [given, family, name] = [single.get('given'), single.get('family'), single.get('name')]
  if (name === undefined && (given === undefined) !== (family === undefined)) {
    single.set('name', given ?? family ?? 0)
    single.delete('given')
    single.delete('family')
  } else if (name !== undefined && given !== undefined && family === undefined) {
    // Spanish and Portuguese lists call the surname column by the word for the whole name now and then; keep both halves apart.
    single.delete('given')
  }
  return single
}

/** A "date" with hours is the start; a "start" without a day is the time; "Start Time" with a day is the start. */
function settleMoments(single: Map<Field, number>, kinds: readonly ValueKinds[]): Map<Field, number> {
  const kind = (field: Field): ValueKinds | undefined => kinds[single.get(field) ?? -1]
  const move = (from: Field, to: Field): void => {
    const at = single.get(from)
    if (at === undefined) return
    single.delete(from)
    if (!single.has(to)) single.set(to, at)
  }
  if ((kind('start')?.date ?? 1) < 0.6) move('start', 'time')
  if (!single.has('start') && !single.has('date') && (kind('time')?.date ?? 0) >= 0.6) move('time', 'start')
  if (!single.has('start') && !single.has('time')) move('date', 'start')
  const start = kind('start')
  // A start by day alone beside a time column, or beside nothing better, is a date.
  if (single.has('start') && single.has('time') && (start?.dateTime ?? 0) < 0.5) {
    if (!single.has('date')) move('start', 'date')
    else single.delete('start')
  }
  return single
}
