import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openConsole } from '../../testing/open-console.tsx'

test('nobody gets to the book without saying who they are', async () => {
  const { router, user } = await openConsole({ as: '', path: '/book' })
  expect(router.state.location.pathname).toBe('/sign-in')
  await user.click(screen.getByRole('button', { name: 'Sign in as Pilar Echeverría' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Book' })).toBeTruthy()
})

test('who signs out leaves nothing on the desk', async () => {
  const { router, user, store } = await openConsole({ as: 'Pilar' })
  await user.click(screen.getByRole('button', { name: 'Preferences' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }))
  expect(await screen.findByRole('heading', { name: 'Who is at the desk?' })).toBeTruthy()
  expect(router.state.location.pathname).toBe('/sign-in')
  expect(store.staffId).toBeUndefined()
})
