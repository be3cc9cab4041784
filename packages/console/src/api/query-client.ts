import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './client.ts'

/**
 * Live events say when something is old, so that nothing is asked again just because a screen was opened. Once the network
 * is back, everything is asked anew (the stream may have missed something).
 */
export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) =>
          failures < 2 && error instanceof ApiError && (error.status === 0 || error.status >= 500),
        retryDelay: (attempt) => 300 * 2 ** attempt,
      },
    },
  })
