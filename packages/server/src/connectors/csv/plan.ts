import { Failure } from '@recado/domain/shared/failure'
import { remarkOf } from './columns/headings.ts'
import type { Layout } from './columns/layout.ts'
import type { Answers, Field, Question, ReadOptions, Warning } from './file-reading.ts'
import { proveDates } from './moments/date-proof.ts'
import type { DateFormat, ProofContext } from './moments/date-proof.ts'
import { proveUtc } from './moments/utc-proof.ts'
import { dayReader } from './moments/moment-column.ts'
import type { DayReader } from './moments/moment-column.ts'
import { proveTimes } from './moments/time-proof.ts'
import type { TimeFormat } from './moments/time-proof.ts'
import { provePlace } from './place.ts'
import { MomentTally } from './profile.ts'
import type { Profile } from './profile.ts'
import { sentence } from './sentences.ts'
import type { DurationUnit } from './words/durations.ts'
import { proveStatus } from './words/status-proof.ts'
import type { StatusFormat } from './words/status-proof.ts'

export type MomentFormat = {
  readonly date?: DateFormat
  readonly readDay?: DayReader
  readonly time: TimeFormat
  /** The column has dates, and not one time of day but midnight. */
  readonly dateOnly: boolean
  /** Z is not to be believed, or not before a question is answered. */
  readonly utc?: 'wall' | 'open'
}

/** Everything that reading a row needs to know: proven, answered, or open (and then asked in `questions`). */
export type Plan = {
  readonly moments: { readonly [column in keyof Profile['moments']]: MomentFormat }
  readonly status: StatusFormat
  readonly durationUnit: DurationUnit
  readonly splitNames: boolean
  readonly usePatientIds: boolean
  readonly useIds: boolean
  /** Rows may end early, as spreadsheets cut empty cells at the end. */
  readonly raggedRows: boolean
  /** Which column holds the day is an open question: rows are read without it. */
  readonly dayOpen: boolean
  readonly country?: string
  readonly zone?: string
  readonly todayYear: number
  readonly today: string
  readonly questions: readonly Question[]
  readonly warnings: readonly Warning[]
}

/** Decides how the file is to be read. @throws Failure `unreadable` when its columns contradict themselves. */
export async function makePlan(layout: Layout, profile: Profile, options: ReadOptions, today: string): Promise<Plan> {
  const answers: Answers = { ...options.mapping?.answers, ...options.answers }
  const todayYear = Number(today.slice(0, 4))
  const { country, zone, questions: placeQuestions } = provePlace(layout, profile, options, answers)
  const context = {
    answers: { ...headedAnswers(layout), ...answers },
    country,
    todayYear,
    zone,
    today,
    hint: headedOrder(layout),
  }
  const questions: Question[] = [...layout.questions]
  const moments = await proveMoments(profile, context, questions)
  const flags = (['cancelledFlag', 'noShowFlag', 'arrivedFlag'] as const).some((field) =>
    layout.columns.single.has(field),
  )
  const headingOf = (field: Field): string => layout.headings[layout.columns.single.get(field) ?? -1] ?? ''
  const status = proveStatus(profile.status, headingOf('status'), answers, flags)
  questions.push(...status.questions, ...placeQuestions)
  const ids = proveIds(profile, layout, answers, questions)
  return {
    moments, status: status.format, durationUnit: profile.duration.unit(headingOf('duration')),
    splitNames: profile.names > 0 && profile.commaNames >= profile.names * 0.95,
    usePatientIds: profile.scientificPatientIds === 0, useIds: ids.use,
    dayOpen: layout.questions.some(({ about }) => /^column:(?:date|start)$/.test(about)),
    raggedRows: profile.short > 1 && profile.short > profile.rows * 0.05,
    ...(country === undefined ? {} : { country }), ...(zone === undefined ? {} : { zone }),
    todayYear, today,
    questions: questions.filter(({ about }, at) => questions.findIndex((one) => one.about === about) === at),
    warnings: [...layout.warnings, ...ids.warnings, ...fileWarnings(layout, profile, moments)],
  } // prettier-ignore
}

/** "Appt Date (MM/DD/YYYY)": the heading decides between the orders that the days leave open. */
function headedOrder(layout: Layout): string | undefined {
  const at = layout.columns.single.get('start') ?? layout.columns.single.get('date')
  const letters = (remarkOf(layout.headings[at ?? -1] ?? '') ?? '').replace(/[^dmy]/g, '').replace(/(.)\1+/g, '$1')
  return /^(?:dmy|mdy|ymd)$/.test(letters) ? letters.toUpperCase() : undefined
}

function headedAnswers(layout: Layout): Answers {
  const at = layout.columns.single.get('time') ?? layout.columns.single.get('start')
  const remark = remarkOf(layout.headings[at ?? -1] ?? '')
  return remark?.startsWith('24') ? { timeClock: '24-hour clock' } : {}
}

type PlaceContext = ProofContext & { readonly zone?: string | undefined; readonly today: string }

async function proveMoments(profile: Profile, context: PlaceContext, questions: Question[]): Promise<Plan['moments']> {
  const { start, date, time, end, birthDate } = profile.moments
  const day = await proveColumn(date, context, questions)
  return {
    start: await proveColumn(start, context, questions),
    date: day,
    time: await proveColumn(time, context, questions, day.date),
    end: await proveLeniently(end, context),
    // Ends and birth dates change nothing that is sent: what their columns do not prove is left out.
    birthDate: await proveLeniently(birthDate, context),
  }
}

async function proveColumn(
  tally: MomentTally,
  context: PlaceContext,
  questions: Question[],
  beside?: DateFormat,
): Promise<MomentFormat> {
  const proof = proveDates(tally.dates, context)
  if (proof && 'contradiction' in proof) throw new Failure('unreadable', proof.contradiction, { reason: proof.reason })
  if (proof?.question) questions.push(proof.question)
  const date = proof?.proven
  const shown = (date ?? beside)?.kind
  const spelledOut =
    date !== undefined && (shown === 'yearFirst' || shown === 'serial' || shown === 'epoch' || shown === 'compact')
  const { format: time, question } = proveTimes(tally.times, spelledOut, context.answers)
  if (question) questions.push(question)
  const dateOnly = tally.times.rows === 0 || tally.times.midnight === tally.times.rows
  const { utc, question: utcQuestion } = proveUtc(
    tally.utc,
    tally.times.rows,
    context.zone,
    context.answers,
    context.today,
  )
  if (utcQuestion && !dateOnly) questions.push(utcQuestion)
  return {
    time,
    dateOnly,
    ...(utc === undefined ? {} : { utc }),
    ...(date ? { date, readDay: await dayReader(date, context.todayYear) } : {}),
  }
}

/** For columns that may stay unread: no question, no refusal. */
async function proveLeniently(tally: MomentTally, context: PlaceContext): Promise<MomentFormat> {
  const proof = proveDates(tally.dates, context)
  if (proof && 'contradiction' in proof)
    return proveColumn(new MomentTally(context.todayYear, () => undefined), context, [])
  return proveColumn(tally, context, [])
}

function proveIds(
  profile: Profile,
  layout: Layout,
  answers: Answers,
  questions: Question[],
): { use: boolean; warnings: Warning[] } {
  if (answers['externalId'] === NOT_AN_ID) return { use: false, warnings: [] }
  if (answers['externalId'] === AN_ID) return { use: true, warnings: [] }
  const isOpFile = layout.columns.single.has('op')
  if (profile.scientificIds > 0) {
    const code = 'id.scientific_notation'
    return { use: false, warnings: [{ code, why: sentence(code) }] }
  }
  if (profile.repeatedIds === 0 || isOpFile) return { use: true, warnings: [] }
  const heading = layout.headings[layout.columns.single.get('externalId') ?? -1] ?? ''
  const evidence = `Numbers in "${heading}" repeat in ${profile.repeatedIds} rows with another patient, time or state (first on line ${profile.repeatedIdLine}).`
  questions.push({ about: 'externalId', options: [AN_ID, NOT_AN_ID], evidence })
  return { use: false, warnings: [{ line: profile.repeatedIdLine, code: 'id.repeated', why: sentence('id.repeated') }] }
}

const AN_ID = 'it numbers appointments'
const NOT_AN_ID = 'it does not number appointments'

function fileWarnings(layout: Layout, profile: Profile, moments: Plan['moments']): Warning[] {
  const codes: string[] = []
  if (layout.columns.phones.length === 0 && profile.rows > 0) codes.push('phone.no_column')
  if (profile.scientificPatientIds > 0) codes.push('patient_id.scientific_notation')
  const years = (moments.start.date ?? moments.date.date)?.years ?? 'gregorian'
  if (years !== 'gregorian') codes.push('calendar.other')
  return codes.map((code) => ({ code, why: sentence(code) }))
}
