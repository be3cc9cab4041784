import { APPOINTMENT_STATUSES, CONFIRMATIONS } from '@recado/domain/shared/appointment'
import { z } from 'zod'
import {
  CountryInput,
  InstantInput,
  InstantText,
  LanguageTag,
  LocalDate,
  LocalDateTime,
  LocalDateTimeInput,
  PageQuery,
  PatientLabel,
  ReasonCode,
  Uuid,
  Zone,
  ZoneInput,
} from './primitives.ts'

export const AppointmentStatus = z.enum(APPOINTMENT_STATUSES)
export const ConfirmationState = z.enum(CONFIRMATIONS)

/** What patient or staff changed here and the source does not show yet. */
export const PendingField = z.object({
  field: z.enum(['status', 'start', 'practitioner', 'site', 'service', 'confirmation']),
  value: z.string(),
})

/** `startLocal` and `utc` are absent when the book knows the day only. */
export const Appointment = z
  .object({
    id: Uuid,
    source: z.string(),
    externalId: z.string(),
    version: z.number().int(),
    status: AppointmentStatus,
    confirmation: ConfirmationState,
    date: LocalDate,
    startLocal: LocalDateTime.optional(),
    zone: Zone,
    utc: InstantText.optional(),
    durationMin: z.number().int().optional(),
    patientId: Uuid,
    practitioner: z.string().optional(),
    practitionerId: Uuid.optional(),
    service: z.string().optional(),
    serviceId: Uuid.optional(),
    site: z.string(),
    siteId: Uuid,
    pending: z.array(PendingField),
  })
  .meta({ id: 'Appointment' })
export type Appointment = z.infer<typeof Appointment>

export const CHIP_STATES = [
  'planned', 'held', 'sent', 'delivered', 'read', 'confirmed', 'wants-to-move', 'cancelled', 'arrived', 'no-show',
  'not-reachable', 'not-sent', 'none',
] as const // prettier-ignore
/**
 * The one thing to know about a visit at a glance; the first that holds, in this order: cancelled, no-show, arrived (or
 * fulfilled), wants-to-move, confirmed, not-reachable (no usable phone, not on WhatsApp, opted out: `reason`), the furthest
 * state of its newest message (read, delivered, sent), held or not-sent with the `reason`, planned (`nextAt`), none.
 */
export const Chip = z
  .object({ state: z.enum(CHIP_STATES), reason: ReasonCode.optional(), nextAt: InstantText.optional() })
  .meta({ id: 'Chip' })
export type Chip = z.infer<typeof Chip>

export const AppointmentDetail = Appointment.extend({
  patient: PatientLabel,
  chip: Chip,
  /** `reachable` false carries the reason: no-contact-point, unusable-number, not-on-whatsapp, wrong-person, opted-out. */
  contact: z.object({
    phone: z.string().optional(),
    language: LanguageTag.optional(),
    reachable: z.boolean(),
    reason: ReasonCode.optional(),
  }),
  conversationId: Uuid.optional(),
  outcomeBy: z.string().optional(),
  /** Whether the patient can be told of a change that the desk makes now; if not, why. */
  notice: z.object({ possible: z.boolean(), reason: ReasonCode.optional() }),
}).meta({ id: 'AppointmentDetail' })
export type AppointmentDetail = z.infer<typeof AppointmentDetail>

/** `from` and `to` are days (`to` excluded) or instants. `practitioner` is an id or the exact name. */
export const AppointmentsQuery = PageQuery.extend({
  from: z.union([LocalDate, InstantInput]).optional(),
  to: z.union([LocalDate, InstantInput]).optional(),
  practitioner: z.string().optional(),
  status: AppointmentStatus.optional(),
})

/** `version` is the one that the person looked at; another one by now is 409 `conflict`. */
const seen = { version: z.number().int().optional() }
export const OutcomeRequest = z.object({ outcome: z.enum(['arrived', 'noshow']), ...seen })
export const ConfirmRequest = z.object({ ...seen })
/** `tell` (default true): the patient gets a message about it, where consent and the rest allow one. */
const told = { tell: z.boolean().optional() }
export const CancelRequest = z.object({ reason: z.string().trim().max(500).optional(), ...told, ...seen })
export const MoveRequest = z.object({
  startLocal: LocalDateTimeInput,
  practitionerId: Uuid.optional(),
  ...told,
  ...seen,
})

/** A free time that the visit could move to, nearest first; the same that the patient would be offered. */
export const Slot = z.object({
  startLocal: LocalDateTime,
  utc: InstantText,
  practitionerId: Uuid,
  practitioner: z.string(),
})
export type Slot = z.infer<typeof Slot>
/** `reason` says why there are none: hours-not-accepted, no-practitioner, fully-booked. */
export const SlotList = z.object({ items: z.array(Slot), reason: ReasonCode.optional() })
export type SlotList = z.infer<typeof SlotList>

export const SourceAppointmentParams = z.object({
  source: z.string().min(1).max(100),
  externalId: z.string().min(1).max(200),
})

const text = (most: number) => z.string().max(most).nullish()

/**
 * The import's fields, one visit. Left out means unknown; null means that there is none. Give `startLocal` (and `zone`), `utc`, or
 * `date` alone. `country` is the one by whose rules a phone without + is read; left out, that of the site.
 */
export const PutAppointmentRequest = z.object({
  patientExternalId: text(200),
  given: text(200),
  family: text(200),
  name: text(400),
  birthDate: LocalDate.nullish(),
  phone: text(60),
  phoneE164: text(20),
  country: CountryInput.nullish(),
  date: LocalDate.nullish(),
  startLocal: LocalDateTimeInput.nullish(),
  zone: ZoneInput.nullish(),
  utc: InstantInput.nullish(),
  durationMin: z
    .number()
    .int()
    .min(1)
    .max(24 * 60)
    .nullish(),
  status: z.union([AppointmentStatus, z.literal('confirmed')]).nullish(),
  practitioner: text(200),
  service: text(200),
  site: text(200),
  language: text(35),
  consent: z.union([z.boolean(), z.enum(['yes', 'no'])]).nullish(),
})
/** `warnings` as those of an import: what was taken all the same. */
export const PutAppointmentResponse = Appointment.extend({
  change: z.enum(['created', 'updated', 'unchanged', 'cancelled']),
  warnings: z.array(z.object({ code: z.string(), why: z.string() })).optional(),
})
