import { z } from 'zod'
import { InstantText, Uuid } from './primitives.ts'
import { Permission } from './session.ts'

/** The key itself is stored hashed and never shown again. */
export const ApiKey = z
  .object({
    id: Uuid,
    name: z.string(),
    permissions: z.array(Permission),
    createdAt: InstantText,
    lastUsedAt: InstantText.optional(),
    expiresAt: InstantText.optional(),
    revokedAt: InstantText.optional(),
  })
  .meta({ id: 'ApiKey' })
