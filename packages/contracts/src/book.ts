import { z } from 'zod'
import { AppointmentStatus, Chip, ConfirmationState } from './appointments.ts'
import { InstantText, LocalDate, LocalDateTime, LocalTime, PatientLabel, Uuid, Zone } from './primitives.ts'

/** Days in each site's own zone; `to` is the day after the last. At most 14 days. */
export const BookQuery = z.object({
  from: LocalDate,
  to: LocalDate,
  practitioner: Uuid.optional(),
  site: Uuid.optional(),
})

export const BookAppointment = z
  .object({
    id: Uuid,
    version: z.number().int(),
    siteId: Uuid,
    patient: PatientLabel,
    service: z.string().optional(),
    date: LocalDate,
    startLocal: LocalDateTime.optional(),
    utc: InstantText.optional(),
    zone: Zone,
    durationMin: z.number().int().optional(),
    status: AppointmentStatus,
    confirmation: ConfirmationState,
    chip: Chip,
    /** Something is still to be entered in the clinic's own system. */
    pendingInSource: z.boolean(),
  })
  .meta({ id: 'BookAppointment' })
export type BookAppointment = z.infer<typeof BookAppointment>

/** Opening of a practitioner on one day at one site; `end` excluded. */
export const HoursOnDay = z.object({ date: LocalDate, siteId: Uuid, start: LocalTime, end: LocalTime })

export const BookPractitioner = z
  .object({
    /** Absent for visits that name nobody. */
    id: Uuid.optional(),
    name: z.string(),
    siteIds: z.array(Uuid),
    sendingEnabled: z.boolean(),
    hoursState: z.enum(['accepted', 'proposed', 'none']),
    hours: z.array(HoursOnDay),
    /** By time; visits known by day only come first. */
    appointments: z.array(BookAppointment),
  })
  .meta({ id: 'BookPractitioner' })
export type BookPractitioner = z.infer<typeof BookPractitioner>

export const Book = z
  .object({
    from: LocalDate,
    to: LocalDate,
    sites: z.array(z.object({ id: Uuid, name: z.string(), zone: Zone, sendingEnabled: z.boolean() })),
    practitioners: z.array(BookPractitioner),
  })
  .meta({ id: 'Book' })
export type Book = z.infer<typeof Book>
