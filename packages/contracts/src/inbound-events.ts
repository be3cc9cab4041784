import { z } from 'zod'
import { InstantText, PageQuery, Uuid } from './primitives.ts'

export const INBOUND_STATES = ['applied', 'parked', 'unreadable'] as const
export const InboundEventsQuery = PageQuery.extend({ state: z.enum(INBOUND_STATES).optional() })

/** One delivery of the channel and what became of each item in it. */
export const InboundEvent = z
  .object({
    id: Uuid,
    receivedAt: InstantText,
    parts: z.array(
      z.object({
        kind: z.string(),
        wamid: z.string().optional(),
        state: z.enum([...INBOUND_STATES, 'received']),
        why: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'InboundEvent' })
export type InboundEvent = z.infer<typeof InboundEvent>
