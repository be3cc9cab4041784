import { z } from 'zod'
import { InstantText, Uuid } from './primitives.ts'
import { Permission } from './session.ts'

/** `expiresInDays` left out: it works until somebody revokes it. */
export const CreateApiKeyRequest = z.object({
  name: z.string().trim().min(1).max(100),
  expiresInDays: z.number().int().min(1).max(3650).optional(),
})

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
export type ApiKey = z.infer<typeof ApiKey>

/** The only answer that holds the key. It is kept nowhere, also not for a repeat with the same Idempotency-Key: that makes another. */
export const CreatedApiKey = ApiKey.extend({ key: z.string() }).meta({ id: 'CreatedApiKey' })
