import { FILE_STATUSES } from '../file-reading.ts'
import type { Answers, FileStatus, Question } from '../file-reading.ts'
import { foldKey } from '../columns/fold.ts'
import { AMBIGUOUS_STATUS_WORDS, STATUS_CODES, STATUS_WORDS } from './status-words.ts'

const MAX_WORDS = 500
/** More unknown words than this are no states but remarks: one question for the column, not fifty. */
const MAX_QUESTIONS = 25

const known = new Map<string, FileStatus>()
for (const [status, terms] of Object.entries(STATUS_WORDS)) {
  for (const term of Object.values(terms).flatMap((line) => line.split(' | ')))
    known.set(foldKey(term), status as FileStatus)
}
const ambiguous = new Set(AMBIGUOUS_STATUS_WORDS.split(' | ').map(foldKey))

const isStatus = (word: string): word is FileStatus => (FILE_STATUSES as readonly string[]).includes(word)

/** What one word means when nobody has said; undefined for unknown and for ambiguous words. */
export function statusOf(word: string, heading = ''): FileStatus | undefined {
  const key = foldKey(word)
  if (ambiguous.has(key)) return undefined
  const code = STATUS_CODES[foldKey(heading)]?.[key]
  if (code !== undefined && isStatus(code)) return code
  return known.get(key) ?? (isStatus(word.trim().toLowerCase()) ? (word.trim().toLowerCase() as FileStatus) : undefined)
}

export const isStatusLike = (word: string): boolean => known.has(foldKey(word)) || ambiguous.has(foldKey(word))

type Seen = { rows: number; readonly line: number; readonly word: string }

/** The different words of a status column. */
export class StatusTally {
  readonly words = new Map<string, Seen>()
  rows = 0
  overflow = false

  add(cell: string, line: number): void {
    this.rows++
    const seen = this.words.get(cell)
    if (seen) seen.rows++
    else if (this.words.size < MAX_WORDS) {
      const word = Buffer.from(cell).toString()
      this.words.set(word, { rows: 1, line, word })
    } else this.overflow = true
  }
}

export type StatusFormat = {
  /** By the cell as it stands. */
  readonly meaning: ReadonlyMap<string, FileStatus>
}

/**
 * Reads a status column as a whole: where most of its words are not ours, the clinic has made its own list, and then
 * even a word that we know may mean something else in it; all of them are asked.
 * @param decidedByFlags yes/no columns tell cancelled visits, so unknown words need no answer.
 */
export function proveStatus(
  tally: StatusTally,
  heading: string,
  answers: Answers,
  decidedByFlags: boolean,
): { format: StatusFormat; questions: Question[] } {
  const seen = [...tally.words.values()]
  const answered = (word: string): FileStatus | undefined => {
    const answer = answers[`status:${word}`] ?? answers[`status:${foldKey(word)}`]
    return answer !== undefined && isStatus(answer) ? answer : undefined
  }
  const ours = seen.filter(({ word }) => statusOf(word, heading) !== undefined)
  const ownList = ours.length * 2 < seen.length && seen.length > 1
  const meaning = new Map<string, FileStatus>()
  const open: Seen[] = []
  for (const entry of seen) {
    const status = answered(entry.word) ?? (ownList ? undefined : statusOf(entry.word, heading))
    meaning.set(entry.word, status ?? 'unmapped')
    if (status === undefined) open.push(entry)
  }
  return { format: { meaning }, questions: decidedByFlags ? [] : ask(open, tally.overflow) }
}

const OPTIONS: readonly string[] = FILE_STATUSES.filter((status) => status !== 'unmapped')

function ask(open: readonly Seen[], overflow: boolean): Question[] {
  if (open.length > MAX_QUESTIONS || overflow) {
    const evidence = `The status column holds ${open.length} different texts that are no states we know.`
    return [{ about: 'column:status', options: ['ignore this column'], evidence }]
  }
  return open.map(({ word, rows, line }) => ({
    about: `status:${word}`,
    options: OPTIONS,
    evidence: `"${word}" stands in ${rows} ${rows === 1 ? 'row' : 'rows'}, first on line ${line}.`,
  }))
}
