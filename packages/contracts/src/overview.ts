import { z } from 'zod'
import { MODES } from './session.ts'
import { InstantText, LocalDate, Uuid, Zone } from './primitives.ts'
import { QUEUES } from './conversations.ts'

export const PauseRequest = z.object({ reason: z.string().trim().min(1).max(500) })

/** Nobody's messages leave while `paused`; answers to emergencies do. */
export const SendingState = z
  .object({
    paused: z.boolean(),
    since: InstantText.optional(),
    by: z.string().optional(),
    reason: z.string().optional(),
  })
  .meta({ id: 'SendingState' })
export type SendingState = z.infer<typeof SendingState>

/** Something that an operator should know; the console has the words. `params` never name a patient. */
export const Warning = z.object({
  code: z.enum([
    'source-stale',
    'bundled-database',
    'sender-paused',
    'template-not-approved',
    'hours-proposed',
    'sending-off',
    'missing-rows-brake',
  ]),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type Warning = z.infer<typeof Warning>

export const Overview = z
  .object({
    mode: z.enum(MODES),
    /** Business time. */
    now: InstantText,
    sending: SendingState,
    sites: z.array(z.object({ id: Uuid, name: z.string(), zone: Zone, today: LocalDate, sendingEnabled: z.boolean() })),
    counts: z.object({
      appointmentsToday: z.number().int(),
      confirmedToday: z.number().int(),
      plannedNext24h: z.number().int(),
      sentLast24h: z.number().int(),
      needsPerson: z.number().int(),
      changesPending: z.number().int(),
    }),
    queues: z.partialRecord(z.enum(QUEUES), z.number().int()),
    warnings: z.array(Warning),
    /** Where the phones of the simulator are; absent with a real WhatsApp account. */
    phonesUrl: z.url().optional(),
  })
  .meta({ id: 'Overview' })
export type Overview = z.infer<typeof Overview>
