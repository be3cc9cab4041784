import type { RouteName } from '@recado/contracts/route-paths'
import type { RouteResponse } from '@recado/contracts/route-types'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { UseMutationResult } from '@tanstack/react-query'
import type { ApiError, CallArguments } from './client.ts'
import { call } from './client.ts'

/**
 * One action of staff. What it makes old is asked again at once, without waiting for the event that says so: the own desk
 * should be the first to see it.
 */
export function useAct<N extends RouteName>(
  name: N,
  stale: readonly string[],
): UseMutationResult<RouteResponse<N>, ApiError, CallArguments<N>> {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (args: CallArguments<N>) => call(name, args),
    onSuccess: () => Promise.all(stale.map((area) => queryClient.invalidateQueries({ queryKey: [area] }))),
  })
}
