import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openConsole } from '../../testing/open-console.tsx'

test('what patients changed is entered line by line until nothing is left', async () => {
  const { user, store } = await openConsole({ path: '/changes' })
  expect(screen.getByRole('link', { name: 'Download as CSV' }).getAttribute('href')).toBe('/api/v1/changes?format=csv')
  for (let left = store.changes.length; left > 0; left -= 1) {
    const buttons = await screen.findAllByRole('button', { name: /^Mark as entered: / })
    expect(buttons).toHaveLength(left)
    await user.click(buttons[0] ?? document.body)
    await waitFor(() => expect(screen.queryAllByRole('button', { name: /^Mark as entered: / })).toHaveLength(left - 1))
  }
  expect(screen.getByRole('heading', { name: 'Nothing to enter' })).toBeTruthy()
})

test('each line says what to type, what it was, and under which number', async () => {
  const { store } = await openConsole({ path: '/changes' })
  expect(screen.getAllByText('State: Cancelled').length).toBeGreaterThan(0)
  expect(screen.getAllByText('Confirmation: confirmed').length).toBeGreaterThan(0)
  expect(screen.getAllByText('was: Booked').length).toBeGreaterThan(0)
  expect(screen.getByText(store.changes[0]?.externalId ?? '')).toBeTruthy()
})
