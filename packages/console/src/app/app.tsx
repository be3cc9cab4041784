import type { QueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { Providers } from './providers.tsx'
import type { makeRouter } from './router.tsx'

type Props = { readonly queryClient: QueryClient; readonly router: ReturnType<typeof makeRouter> }

export const App = ({ queryClient, router }: Props) => (
  <Providers queryClient={queryClient}>
    <RouterProvider router={router} />
  </Providers>
)
