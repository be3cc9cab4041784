import { LANGUAGES } from '@recado/domain/shared/language'
import { z } from 'zod'

/** Requests forgive (defaults, optional fields); responses promise. They never share a schema but for these atoms. */
export const Uuid = z.uuid()
/** ISO 8601 in UTC, ending in Z. */
export const InstantText = z.iso.datetime().meta({ description: 'ISO 8601 instant in UTC' })
/** Requests may give an offset instead of Z. */
export const InstantInput = z.iso.datetime({ offset: true }).refine(isOfOurTime, { message: 'a year before 1900' })
export const LocalDate = z.iso.date()
/** Wall time in the zone named beside it: `2026-11-24T14:30:00`; seconds may be left out in requests. */
export const LocalDateTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/)
/** Requests may add seconds; they are dropped. 30 February and 25 o'clock are no wall time. */
export const LocalDateTimeInput = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/)
  .refine(isOnTheClock, { message: 'no such day or time of day' })
  .transform((text) => text.slice(0, 16))

function isOnTheClock(text: string): boolean {
  const whole = `${text}:00`.slice(0, 19)
  const read = new Date(`${whole}Z`)
  return isOfOurTime(text) && !Number.isNaN(read.getTime()) && read.toISOString().startsWith(whole)
}

/** Before 1900 a date is a system's word for "none", and zones have no offsets that anybody means. */
function isOfOurTime(text: string): boolean {
  return text >= '1900'
}
/** Wall time of day, 24 h: `08:30`; `24:00` ends a day. */
export const LocalTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/)
/** IANA time zone. */
export const Zone = z.string().min(1).max(64)
export const LanguageTag = z.enum(LANGUAGES)
/** Requests: one that there is. */
export const ZoneInput = Zone.refine(isZone, { message: 'none of the IANA time zones' })

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false // Intl's way to say that there is no such zone
  }
}

/** ISO 3166-1 alpha-2, in either case. */
export const CountryInput = z
  .string()
  .regex(/^[A-Za-z]{2}$/)
  .transform((code) => code.toUpperCase())

/** A code of a rule, a planning step or an error, translated by the console: kebab-case, open for new ones. */
export const ReasonCode = z.string().min(1).max(100)

/** Query strings carry text: `?dryRun=true`, `?dryRun=1` and a bare `?dryRun` mean yes. */
export const QueryFlag = z
  .enum(['true', 'false', '1', '0', ''])
  .transform((value) => value === 'true' || value === '1' || value === '')

export const PageQuery = z.object({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
})

/** A list: `next` is the cursor of the following page, absent on the last one. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().optional() })

export const IdParams = z.object({ id: Uuid })

export const ErrorBody = z
  .object({
    error: z.object({ code: z.string(), message: z.string(), details: z.record(z.string(), z.unknown()).optional() }),
  })
  .meta({ id: 'Error' })
export type ErrorBody = z.infer<typeof ErrorBody>

/** What a list shows of a person: the console draws `initials` alone while names are hidden from a public desk. */
export const PatientLabel = z.object({ id: Uuid, name: z.string(), initials: z.string() }).meta({ id: 'PatientLabel' })
export type PatientLabel = z.infer<typeof PatientLabel>

export const Named = z.object({ id: Uuid, name: z.string() })
