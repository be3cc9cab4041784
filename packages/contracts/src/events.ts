import { z } from 'zod'
import { Uuid } from './primitives.ts'

export const EVENT_TYPES = [
  'appointment.changed', 'touch.changed', 'conversation.changed', 'import.changed', 'change.changed', 'catalogue.changed',
  'patient.changed', 'sending.changed', 'clock.moved',
] as const // prettier-ignore
export type EventType = (typeof EVENT_TYPES)[number]

/** A browser that has to open the stream anew can't set the header `Last-Event-ID`; this is the same. */
export const EventsQuery = z.object({ lastEventId: z.string().max(40).optional() })

/**
 * `GET /api/v1/events`, text/event-stream: `id:` is the sealed position (send it back as `Last-Event-ID`), `event:` the type,
 * `data:` this object. Ids only, never content: the reader asks for what it may see. A `touch.changed` carries the ids of
 * its appointments. `: ping` every 15 s. A position too old to resume from answers `event: reset`: read everything again.
 */
export const ServerEvent = z.object({ type: z.enum(EVENT_TYPES), ids: z.array(Uuid) }).meta({ id: 'ServerEvent' })
export type ServerEvent = z.infer<typeof ServerEvent>
