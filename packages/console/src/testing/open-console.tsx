import { createMemoryHistory } from '@tanstack/react-router'
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach } from 'vitest'
import { staff } from '../../mock/clinic.ts'
import { makeMockApi } from '../../mock/mock-api.ts'
import { makeQueryClient } from '../api/query-client.ts'
import { App } from '../app/app.tsx'
import { setPreferences } from '../app/preferences.ts'
import type { Preferences } from '../app/preferences.ts'
import { makeRouter } from '../app/router.tsx'
import { installBrowserParts } from './browser-parts.ts'
import { serveMock } from './serve-mock.ts'

type Desk = {
  readonly path?: string
  /** A part of the name of who is signed in; nobody when it is empty. */
  readonly as?: string
  readonly preferences?: Partial<Preferences>
}

afterEach(cleanup)
/** A busy machine is slow, not wrong. */
configure({ asyncUtilTimeout: 8_000 })

/** The whole console at an address, with the mock clinic behind it and a person at the keyboard. */
export async function openConsole({ path = '/book', as = 'Otto', preferences = {} }: Desk = {}) {
  installBrowserParts()
  setPreferences({ language: 'en', hideNames: false, shortcuts: true, ...preferences })
  const { store, handle } = makeMockApi()
  store.staffId = as === '' ? undefined : staff.find(({ name }) => name.includes(as))?.id
  serveMock(store, handle)
  const queryClient = makeQueryClient()
  const router = makeRouter(queryClient, createMemoryHistory({ initialEntries: [path] }))
  const user = userEvent.setup()
  render(<App queryClient={queryClient} router={router} />)
  await waitFor(() => screen.getAllByRole('heading', { level: 1 }))
  return { store, router, user }
}
