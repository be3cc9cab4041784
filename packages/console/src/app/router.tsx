import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import type { RouterHistory } from '@tanstack/react-router'
import { ApiError } from '../api/client.ts'
import { paths } from '../api/paths.ts'
import { queries } from '../api/queries.ts'
import { bookQueryOf, readBookSearch } from '../screens/book/book-search.ts'
import { readPeopleSearch } from '../screens/people/people-search.ts'
import { readSettingsSearch } from '../screens/settings/settings-search.ts'
import { Shell } from '../shell/shell.tsx'
import { ErrorScreen, NotFoundScreen, PendingScreen } from './state-screens.tsx'

type Context = { readonly queryClient: QueryClient }

/** Every screen loads its data before it shows, so that none has to ask whether it is there. Screens come when they are needed. */
const root = createRootRouteWithContext<Context>()({ notFoundComponent: NotFoundScreen })

const signIn = createRoute({
  getParentRoute: () => root,
  path: paths.signIn,
  loader: ({ context }) => context.queryClient.ensureQueryData(queries.demoStaff()),
  component: lazyRouteComponent(() => import('../screens/sign-in/sign-in-screen.tsx'), 'SignInScreen'),
})

/** Everything behind the sign-in, in the shell. */
const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  beforeLoad: ({ context }) => requireSession(context.queryClient),
  loader: async ({ context: { queryClient } }) => {
    const overview = await queryClient.ensureQueryData(queries.overview())
    if (overview.mode === 'demo') await queryClient.ensureQueryData(queries.clock())
  },
  component: Shell,
})

async function requireSession(queryClient: QueryClient): Promise<void> {
  try {
    await queryClient.ensureQueryData(queries.session())
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) throw redirect({ to: paths.signIn })
    throw error
  }
}

const home = createRoute({
  getParentRoute: () => app,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: paths.book, search: {} })
  },
})

const book = createRoute({
  getParentRoute: () => app,
  path: paths.book,
  validateSearch: readBookSearch,
  loaderDeps: ({ search: { date, view, site } }) => ({
    ...(date ? { date } : {}),
    ...(view ? { view } : {}),
    ...(site ? { site } : {}),
  }),
  loader: async ({ context: { queryClient }, deps }) => {
    const overview = await queryClient.ensureQueryData(queries.overview())
    await queryClient.ensureQueryData(queries.book(bookQueryOf(deps, overview)))
  },
  component: lazyRouteComponent(() => import('../screens/book/book-screen.tsx'), 'BookScreen'),
})

const people = createRoute({
  getParentRoute: () => app,
  path: paths.people,
  validateSearch: readPeopleSearch,
  loaderDeps: ({ search: { queue } }) => ({ queue }),
  loader: ({ context, deps }) => context.queryClient.ensureQueryData(queries.conversations(deps.queue)),
  component: lazyRouteComponent(() => import('../screens/people/people-screen.tsx'), 'PeopleScreen'),
})

const nobody = createRoute({
  getParentRoute: () => people,
  path: '/',
  component: lazyRouteComponent(() => import('../screens/people/people-screen.tsx'), 'NoConversation'),
})

const conversation = createRoute({
  getParentRoute: () => people,
  path: '$conversationId',
  loader: ({ context, params }) => context.queryClient.ensureQueryData(queries.conversation(params.conversationId)),
  component: lazyRouteComponent(() => import('../screens/people/conversation-screen.tsx'), 'ConversationScreen'),
})

const imports = createRoute({
  getParentRoute: () => app,
  path: paths.imports,
  loader: ({ context }) => context.queryClient.ensureQueryData(queries.imports()),
  component: lazyRouteComponent(() => import('../screens/import/import-screen.tsx'), 'ImportScreen'),
})

const report = createRoute({
  getParentRoute: () => app,
  path: paths.import,
  loader: ({ context, params }) => context.queryClient.ensureQueryData(queries.import(params.importId)),
  component: lazyRouteComponent(() => import('../screens/import/report-screen.tsx'), 'ReportScreen'),
})

const changes = createRoute({
  getParentRoute: () => app,
  path: paths.changes,
  loader: ({ context }) => context.queryClient.ensureQueryData(queries.changes()),
  component: lazyRouteComponent(() => import('../screens/changes/changes-screen.tsx'), 'ChangesScreen'),
})

const settings = createRoute({
  getParentRoute: () => app,
  path: paths.settings,
  validateSearch: readSettingsSearch,
  loaderDeps: ({ search: { tab } }) => ({ tab }),
  loader: async ({ context: { queryClient }, deps: { tab = 'practitioners' } }) => {
    await {
      practitioners: () => queryClient.ensureQueryData(queries.practitioners()),
      sites: () => queryClient.ensureQueryData(queries.sites()),
      services: () => queryClient.ensureQueryData(queries.services()),
      sources: () => queryClient.ensureQueryData(queries.sources()),
      // Who may not see them is told so on the screen.
      keys: () => queryClient.prefetchQuery(queries.apiKeys()),
    }[tab]()
  },
  component: lazyRouteComponent(() => import('../screens/settings/settings-screen.tsx'), 'SettingsScreen'),
})

const tree = root.addChildren([
  signIn,
  app.addChildren([home, book, people.addChildren([nobody, conversation]), imports, report, changes, settings]),
])

export const makeRouter = (queryClient: QueryClient, history?: RouterHistory) =>
  createRouter({
    routeTree: tree,
    context: { queryClient },
    ...(history ? { history } : {}),
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 400,
    scrollRestoration: false,
    defaultPendingComponent: PendingScreen,
    defaultErrorComponent: ErrorScreen,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
