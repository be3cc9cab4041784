import { z } from 'zod'
import { APPOINTMENT_STATUSES } from '@recado/domain/shared/appointment'

const isoDate = z.iso.date()
const text = z.string().nullable().optional()

export const importStatus = z.enum([...APPOINTMENT_STATUSES, 'confirmed', 'unmapped'])

/** One row as read. A field without a column is left out; an empty cell is null. */
export const importRecord = z.object({
  line: z.int().positive(),
  key: z.string(),
  op: z.enum(['create', 'update', 'delete']).optional(),
  externalId: text,
  patientExternalId: text,
  given: text,
  family: text,
  name: text,
  phoneE164: z
    .string()
    .regex(/^\+\d{6,15}$/)
    .nullable()
    .optional(),
  phoneRaw: z.string().optional(),
  date: isoDate.optional(),
  startLocal: z.iso.datetime({ local: true }).optional(),
  zone: z.string().optional(),
  utc: z.iso.datetime().optional(),
  durationMin: z.int().positive().nullable().optional(),
  status: importStatus,
  statusRaw: z.string().optional(),
  practitioner: text,
  service: text,
  site: text,
  email: text,
  birthDate: isoDate.nullable().optional(),
  language: text,
  consent: z.boolean().nullable().optional(),
  notes: text,
  videoUrl: text,
  warnings: z.array(z.string()).optional(),
})

export const importReject = z.object({ line: z.int(), field: z.string().optional(), code: z.string(), why: z.string() })
export const importWarning = z.object({ line: z.int().optional(), code: z.string(), why: z.string() })
export const importQuestion = z.object({ about: z.string(), options: z.array(z.string()), evidence: z.string() })

export const importReading = z.object({
  encoding: z.string(),
  delimiter: z.string(),
  header: z.int().nonnegative(),
  dateFormat: z.string().optional(),
  timeFormat: z.string().optional(),
  columns: z.record(z.string(), z.string()),
})

/** What `recado import --dry-run --json` prints: the reading alone, no database behind it. */
export const importDryRun = z.object({
  rows: z.int().nonnegative(),
  rejected: z.array(importReject),
  warnings: z.array(importWarning),
  reading: importReading,
  questions: z.array(importQuestion),
  records: z.array(importRecord),
})

export type ImportRecord = z.infer<typeof importRecord>
export type ImportReject = z.infer<typeof importReject>
export type ImportWarning = z.infer<typeof importWarning>
export type ImportQuestion = z.infer<typeof importQuestion>
export type ImportReading = z.infer<typeof importReading>
export type ImportDryRun = z.infer<typeof importDryRun>
