import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openConsole } from '../../testing/open-console.tsx'

test('the front desk sees the switches and that they are not theirs', async () => {
  await openConsole({ path: '/settings', as: 'Rosa' })
  const control = screen.getByRole('switch', { name: 'Send messages for Dra. Helena Prado' })
  expect((control as HTMLInputElement).disabled).toBe(true)
})

test('an administrator switches a visit type on for sending', async () => {
  const { user, store } = await openConsole({ path: '/settings?tab=services' })
  const control = screen.getByRole('switch', { name: 'Send messages for Vacuna' })
  expect((control as HTMLInputElement).checked).toBe(false)
  await user.click(control)
  await waitFor(() => expect(store.services.find(({ name }) => name === 'Vacuna')?.sendingEnabled).toBe(true))
  await waitFor(() =>
    expect((screen.getByRole('switch', { name: 'Send messages for Vacuna' }) as HTMLInputElement).checked).toBe(true),
  )
})

test('hours read from the book count only after somebody accepted them', async () => {
  const { user, store } = await openConsole({ path: '/settings' })
  await user.click(screen.getByText('Working hours: Proposed from the book'))
  const panel = await screen.findByRole('group', { name: 'Working hours of Dra. Yara Menezes' })
  await user.click(await within(panel).findByRole('button', { name: 'Accept these hours' }))
  await waitFor(() =>
    expect(store.practitioners.find(({ name }) => name.includes('Yara'))?.hoursState).toBe('accepted'),
  )
})

test('every kind of thing has its list', async () => {
  const { user } = await openConsole({ path: '/settings?tab=sites' })
  expect(screen.getByText('Aurora Chamberí')).toBeTruthy()
  await user.click(screen.getByRole('link', { name: 'Sources' }))
  expect(await screen.findByText('agenda-aurora')).toBeTruthy()
})
