import { z } from 'zod'
import { importQuestion, importReading, importReject, importWarning } from './import-file.ts'
import {
  CountryInput,
  InstantText,
  LanguageTag,
  LocalDate,
  LocalDateTime,
  PatientLabel,
  QueryFlag,
  ReasonCode,
  Uuid,
  ZoneInput,
} from './primitives.ts'

/** Answers to questions by their `about`; in a query string as JSON. */
export const Answers = z.record(z.string(), z.string())
export type Answers = z.infer<typeof Answers>

const answersText = z.string().transform((text, context) => {
  const parsed = Answers.safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  context.addIssue({ code: 'custom', message: 'answers is a JSON object of texts by question' })
  return z.NEVER
})

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The file is the body itself or the multipart field `file`. */
export const ImportQuery = z.object({
  dryRun: QueryFlag.optional(),
  source: z.string().min(1).max(100).optional(),
  site: z.string().min(1).max(200).optional(),
  country: CountryInput.optional(),
  zone: ZoneInput.optional(),
  answers: answersText.optional(),
})

/** `releaseBrake`: a person has seen that so much would change at once, and says that it is right. */
export const CommitImportRequest = z.object({ answers: Answers.optional(), releaseBrake: z.boolean().optional() })

/** What an import does not do until a person says so: cancel so many vanished visits, tell so many patients of a change. */
export const ImportBrake = z.object({ kind: z.enum(['missing-rows', 'news']), count: z.number().int() })
export type ImportBrake = z.infer<typeof ImportBrake>

export const ReasonCount = z.object({ reason: ReasonCode, count: z.number().int() })

export const IMPORT_STATES = ['dry-run', 'open-questions', 'committed', 'superseded', 'failed'] as const

export const ImportSummary = z
  .object({
    id: Uuid,
    state: z.enum(IMPORT_STATES),
    source: z.string(),
    fileName: z.string().optional(),
    createdAt: InstantText,
    by: z.string().optional(),
    rows: z.number().int(),
    created: z.number().int(),
    updated: z.number().int(),
    unchanged: z.number().int(),
    cancelled: z.number().int(),
    rejectedCount: z.number().int(),
    warningCount: z.number().int(),
    planned: z.number().int(),
  })
  .meta({ id: 'ImportSummary' })
export type ImportSummary = z.infer<typeof ImportSummary>

/** `rejected` and `warnings` hold the first 1,000 each; the summary has the full counts. */
export const ImportReport = ImportSummary.extend({
  rejected: z.array(importReject),
  warnings: z.array(importWarning),
  notPlanned: z.array(ReasonCount),
  brakes: z.array(ImportBrake),
  reading: importReading,
  questions: z.array(importQuestion),
}).meta({ id: 'ImportReport' })
export type ImportReport = z.infer<typeof ImportReport>

/** What would go out, per day and hour in the zone of the visit's site; days without messages are left out. */
export const PlannedDay = z.object({
  date: LocalDate,
  total: z.number().int(),
  hours: z.array(z.object({ hour: z.number().int().min(0).max(23), count: z.number().int() })),
})
export type PlannedDay = z.infer<typeof PlannedDay>

export const PlannedSample = z.object({
  patient: PatientLabel.omit({ id: true }),
  journey: z.string(),
  step: z.string(),
  dueAt: InstantText,
  dueLocal: LocalDateTime,
  visitLocal: LocalDateTime.optional(),
  language: LanguageTag,
  text: z.string(),
})

export const ImportTimeline = z.object({
  total: z.number().int(),
  days: z.array(PlannedDay),
  steps: z.array(z.object({ journey: z.string(), step: z.string(), count: z.number().int() })),
  samples: z.array(PlannedSample),
})
export type ImportTimeline = z.infer<typeof ImportTimeline>

export const ImportDetail = ImportReport.extend({ timeline: ImportTimeline }).meta({ id: 'ImportDetail' })
export type ImportDetail = z.infer<typeof ImportDetail>
