import { z } from 'zod'
import { InstantText, LocalTime, Uuid, Zone } from './primitives.ts'

/** What an import brings is switched off for sending until a person switches it on. */
export const SendingSwitchRequest = z.object({ sendingEnabled: z.boolean() })

export const Site = z
  .object({
    id: Uuid,
    name: z.string(),
    zone: Zone,
    country: z.string().length(2).optional(),
    sendingEnabled: z.boolean(),
    upcoming: z.number().int(),
  })
  .meta({ id: 'Site' })
export type Site = z.infer<typeof Site>

export const HOURS_STATES = ['accepted', 'proposed', 'none'] as const

export const Practitioner = z
  .object({
    id: Uuid,
    name: z.string(),
    sites: z.array(z.object({ id: Uuid, name: z.string() })),
    sendingEnabled: z.boolean(),
    hoursState: z.enum(HOURS_STATES),
    upcoming: z.number().int(),
  })
  .meta({ id: 'Practitioner' })
export type Practitioner = z.infer<typeof Practitioner>

export const Service = z
  .object({
    id: Uuid,
    name: z.string(),
    sendingEnabled: z.boolean(),
    durationMin: z.number().int().optional(),
    upcoming: z.number().int(),
  })
  .meta({ id: 'Service' })
export type Service = z.infer<typeof Service>

/** ISO weekday: 1 is Monday, 7 is Sunday. Wall time at the site; `end` excluded. */
export const WeeklyHours = z.object({
  siteId: Uuid,
  weekday: z.number().int().min(1).max(7),
  start: LocalTime,
  end: LocalTime,
})
export type WeeklyHours = z.infer<typeof WeeklyHours>

/** `proposed` is read from the book (`visitsSeen`); patients are offered times only from `accepted`. */
export const PractitionerHours = z
  .object({
    state: z.enum(HOURS_STATES),
    accepted: z.array(WeeklyHours),
    proposed: z.array(WeeklyHours),
    visitsSeen: z.number().int(),
  })
  .meta({ id: 'PractitionerHours' })
export type PractitionerHours = z.infer<typeof PractitionerHours>

export const PutHoursRequest = z.object({ hours: z.array(WeeklyHours).max(100) })

/** What of a source's changes patients are told: also visits that only vanished from it, only what it says itself, nothing. */
export const TELL_CHANGES = ['all', 'stated', 'none'] as const
export const JOURNEYS = ['appointment-reminder', 'appointment-reminder-3-1'] as const

export const Source = z
  .object({
    id: Uuid,
    name: z.string(),
    kind: z.enum(['file', 'api', 'demo']),
    lastSeenAt: InstantText.optional(),
    /** Hours after which the source counts as too old; absent: no schedule declared, never braked. */
    expectedEveryHours: z.number().optional(),
    stale: z.boolean(),
    /** Minutes after the end of a visit from which it counts as fulfilled; absent: never assumed. */
    assumeFulfilledAfterMin: z.number().int().optional(),
    missingMeansCancelled: z.boolean(),
    tellChanges: z.enum(TELL_CHANGES),
    /** The preset by which its visits are reminded: docs/generated/journeys.md. */
    journey: z.enum(JOURNEYS),
  })
  .meta({ id: 'Source' })
export type Source = z.infer<typeof Source>

/** `null` switches the setting off; what is left out stays. */
export const PatchSourceRequest = z.object({
  expectedEveryHours: z.number().positive().nullable().optional(),
  assumeFulfilledAfterMin: z.number().int().positive().nullable().optional(),
  missingMeansCancelled: z.boolean().optional(),
  tellChanges: z.enum(TELL_CHANGES).optional(),
  journey: z.enum(JOURNEYS).optional(),
})
