import type { Field, Question } from '../file-reading.ts'
import { fits } from './fit.ts'
import { foldWords } from './fold.ts'
import { fieldsOfHeading } from './headings.ts'
import type { Columns } from './layout.ts'
import { settleMoments, settleNames } from './settle.ts'
import type { Samples, ValueKinds } from './value-kinds.ts'

type Candidate = { readonly field: Field; readonly at: number; readonly cost: number }

/** Headings that name the visit beat the plain word: "Appointment Date" before "Date". */
const OF_THE_VISIT =
  /^(?:appointment|appt|apt|app|visit|sched|cita|turno|consulta|agendamento|rdv|termin|randevu|wizyty|appuntamento|afspraak|hora|start|inicio|visita)$/
/** "Mobile" before "Phone", where a row has both. */
const MOBILE_WORD =
  /^(?:mobile|mobil|cell|cellphone|cellular|wireless|wirelessphone|whatsapp|celular|movil|telemovel|handy|portable|cellulare|gsm|cep|wa|hp)$|携帯|手机|手機|휴대|핸드|جوال|موبايل|נייד|мобильн|сотов|komork|κινητο/
const ROOM_WORD = /^(?:room|op|operatory|sala|salle|raum|chair|consultorio|gabinet|кабинет)$/
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
  const more = new Map<Field, readonly number[]>()
  const taken = new Set<number>(forced.values())
  const candidates = headings
    .flatMap((heading, at) => candidatesOf(heading, at, kinds[at]))
    .sort((x, y) => x.cost - y.cost || x.at - y.at)
  dropRunningNumbers(candidates, headings, samples)
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
    } else if (isState(field, kinds[at])) {
      more.set(field, [...(more.get(field) ?? []), at])
      taken.add(at)
    }
  }
  const rank = (at: number): number => phoneRank(headings[at] ?? '')
  phones.sort((x, y) => rank(x) - rank(y))
  const forcedPhone = forced.get('phone')
  if (forcedPhone !== undefined) phones.unshift(forcedPhone)
  single.delete('phone')
  return {
    columns: { single: settleMoments(settleNames(single, samples), kinds), phones, more },
    questions: tie.questions,
  }
}

/** "No." over 1, 2, 3: the lines are numbered, and tomorrow's file gives the same numbers to other visits. */
function dropRunningNumbers(candidates: Candidate[], headings: readonly string[], samples: Samples): void {
  for (let index = candidates.length - 1; index >= 0; index--) {
    const { field, at } = candidates[index] ?? { at: -1 }
    const isNumber = field === 'externalId' && RUNNING_NUMBER.test(foldWords(headings[at] ?? '').join(' '))
    if (isNumber && samples.length > 1 && samples.every((row, nth) => row[at] === String(nth + 1)))
      candidates.splice(index, 1)
  }
}

const RUNNING_NUMBER =
  /^(?:(?:s|sl|sr|seq|lp|lfd|row|line|item|serial) )?no$|^(?:row|line|lp|sno|slno|srno|序号|序號|番号|순번|م|ลำดับ)$/

/** Columns that say again whether the visit takes place: none may be overlooked. */
const isState = (field: Field, kinds: ValueKinds | undefined): boolean =>
  field === 'cancelledFlag' || (field === 'status' && (kinds?.status ?? 0) >= 0.6)

function candidatesOf(heading: string, at: number, kinds: ValueKinds | undefined): Candidate[] {
  const meaning = fieldsOfHeading(heading)
  if (!meaning || !kinds) return []
  const words = foldWords(heading)
  const found: Candidate[] = []
  meaning.fields.forEach((field, rank) => {
    const cost = costOf(field, words, kinds) + rank + (meaning.exact ? 0 : 20)
    if (
      (fits(field, kinds) || isHeadedTime(field, meaning.exact, kinds)) &&
      !(field === 'status' && isAddressState(words, meaning.exact, kinds))
    )
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
    // "Name" may be anybody's half or whole; a room is a place within the place.
    [(field === 'family' || field === 'given') && words.join(' ') === 'name', 0.6],
    [field === 'site' && words.some((word) => ROOM_WORD.test(word)), 3],
    [field === 'status', -kinds.status],
  ]
  return costs.reduce((sum, [holds, cost]) => (holds ? sum + cost : sum), 0)
}

/** Under the heading of the time, what cannot be read is a row to reject: without the column the hour would be lost unsaid. */
const isHeadedTime = (field: Field, exact: boolean, kinds: ValueKinds): boolean =>
  field === 'time' && exact && kinds.time >= 0.2 && kinds.date < 0.5 && kinds.phone < 0.5

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
