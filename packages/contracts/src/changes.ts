import { z } from 'zod'
import { PendingField } from './appointments.ts'
import { InstantText, LocalDate, LocalDateTime, PageQuery, PatientLabel, Uuid } from './primitives.ts'

export const ChangesQuery = PageQuery.extend({
  format: z.enum(['json', 'csv']).optional(),
  source: z.string().optional(),
})

/** Changed here by patient or staff, not yet shown by the clinic's own system: "enter in your system". */
export const PendingChange = z
  .object({
    id: Uuid,
    source: z.string(),
    externalId: z.string(),
    appointmentId: Uuid,
    patient: PatientLabel,
    date: LocalDate,
    startLocal: LocalDateTime.optional(),
    practitioner: z.string().optional(),
    site: z.string(),
    field: PendingField.shape.field,
    was: z.string().optional(),
    value: z.string(),
    since: InstantText,
    by: z.object({ kind: z.enum(['patient', 'staff', 'system']), name: z.string().optional() }),
  })
  .meta({ id: 'PendingChange' })
export type PendingChange = z.infer<typeof PendingChange>
