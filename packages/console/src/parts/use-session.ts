import type { Permission } from '@recado/contracts/session'
import { useSuspenseQuery } from '@tanstack/react-query'
import { queries } from '../api/queries.ts'

export function useSession() {
  const { data: session } = useSuspenseQuery(queries.session())
  return { session, can: (permission: Permission): boolean => session.permissions.includes(permission) }
}
