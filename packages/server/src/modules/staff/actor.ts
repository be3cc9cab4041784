import type { Permission } from '@recado/contracts/session'

/** Who asks: a member of staff with a session, or a program with a key. Part of every audit event. */
export type Actor = {
  readonly kind: 'staff' | 'key'
  readonly id: string
  readonly organizationId: string
  readonly permissions: ReadonlySet<Permission>
}

/** As the audit log names it. */
export const actorName = (actor: Actor): string => `${actor.kind}:${actor.id}`
