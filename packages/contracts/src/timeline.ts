import { z } from 'zod'
import { InstantText, LanguageTag, ReasonCode, Uuid } from './primitives.ts'

export const DELIVERY_STATUSES = ['accepted', 'sent', 'delivered', 'read', 'played', 'failed'] as const
export const DeliveryStatus = z.object({
  status: z.enum(DELIVERY_STATUSES),
  at: InstantText,
  code: z.number().int().optional(),
})

/** One try at the Graph API. `unknown`: no clear answer; settled by its status webhook. */
export const Attempt = z.object({
  id: Uuid,
  at: InstantText,
  outcome: z.enum(['attempting', 'accepted', 'refused', 'failed', 'unknown']),
  wamid: z.string().optional(),
  errorCode: z.number().int().optional(),
  reason: ReasonCode.optional(),
  /** True when it was sent although an earlier attempt might have arrived: its outcome stayed unknown. */
  repeat: z.boolean().optional(),
  /** True when an earlier attempt turned out to have been accepted too: the person got the message twice. */
  duplicate: z.boolean().optional(),
  statuses: z.array(DeliveryStatus),
})

/** One rule of the gate and what it said, in the gate's order. */
export const TraceEntry = z.object({
  rule: z.string(),
  verdict: z.enum(['allow', 'hold', 'deny']),
  reason: ReasonCode.optional(),
  until: InstantText.optional(),
})
export type TraceEntry = z.infer<typeof TraceEntry>

/**
 * Of the outbox's own words, `sent` is its `accepted`, `not-sent` its `failed`, `expired` and `denied` (the reason says which),
 * `not-planned` its `skipped`. `merged`: this visit is in the message of another one of the same day.
 */
export const TOUCH_STATES = ['planned', 'held', 'merged', 'attempting', 'sent', 'unknown', 'not-sent', 'not-planned', 'withdrawn'] as const // prettier-ignore

/** One message of a journey: gone, to come, or left out with its reason. `dueAt` is absent when it never had a time. */
export const Touch = z
  .object({
    id: Uuid,
    journey: z.string(),
    step: z.string(),
    version: z.number().int(),
    dueAt: InstantText.optional(),
    state: z.enum(TOUCH_STATES),
    reason: ReasonCode.optional(),
    trace: z.array(TraceEntry).optional(),
    language: LanguageTag.optional(),
    /** The words as the patient sees them, when they are known. */
    preview: z.string().optional(),
    buttons: z.array(z.string()).optional(),
    attempts: z.array(Attempt),
  })
  .meta({ id: 'Touch' })
export type Touch = z.infer<typeof Touch>

export const TIMELINE_EVENTS = [
  'created', 'imported', 'moved', 'confirmed', 'declined', 'cancelled', 'reschedule-requested', 'restored', 'arrived',
  'fulfilled', 'noshow', 'message-received', 'opted-out', 'entered-in-source', 'source-won',
] as const // prettier-ignore
/** What happened to the visit and who did it. `was` and `is` are wall times or names, for a move. */
export const TimelineEvent = z.object({
  id: Uuid,
  at: InstantText,
  kind: z.enum(TIMELINE_EVENTS),
  by: z.object({ kind: z.enum(['patient', 'staff', 'source', 'system']), name: z.string().optional() }),
  was: z.string().optional(),
  is: z.string().optional(),
  text: z.string().optional(),
})
export type TimelineEvent = z.infer<typeof TimelineEvent>

export const Timeline = z.object({ touches: z.array(Touch), events: z.array(TimelineEvent) }).meta({ id: 'Timeline' })
export type Timeline = z.infer<typeof Timeline>
