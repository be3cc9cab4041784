import { z } from 'zod'
import { LanguageTag } from './primitives.ts'

export const INTENTS = [
  'confirm', 'reschedule', 'cancel', 'running_late', 'opt_out', 'opt_in', 'ask_hours', 'ask_directions', 'ask_insurance',
  'ask_fasting', 'ask_price', 'ask_bring', 'refill', 'results', 'human', 'thanks', 'complaint', 'clinical', 'other',
] as const // prettier-ignore

export const UnderstandRequest = z.object({ text: z.string().max(10_000), language: z.string().max(35).optional() })

export const Understanding = z
  .object({
    language: LanguageTag,
    emergency: z.object({ detected: z.boolean(), category: z.string().optional() }),
    optOut: z.boolean(),
    intent: z.enum(INTENTS),
    confidence: z.number().min(0).max(1),
  })
  .meta({ id: 'Understanding' })
