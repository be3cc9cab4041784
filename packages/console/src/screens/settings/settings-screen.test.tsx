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

test('how a source is treated is changed and saved; an empty number switches the rule off', async () => {
  const { user, store } = await openConsole({ path: '/settings?tab=sources' })
  await user.click(screen.getByText('Settings of agenda-aurora'))
  await user.selectOptions(screen.getByLabelText('Reminders'), 'appointment-reminder-3-1')
  await user.selectOptions(screen.getByLabelText('Tell patients of changes'), 'none')
  await user.click(screen.getByRole('checkbox', { name: 'Every file is the whole book' }))
  await user.type(screen.getByLabelText('Expected every (hours)'), '24')
  await user.clear(screen.getByLabelText('Counts as done after (minutes)'))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(store.source).toMatchObject({ journey: 'appointment-reminder-3-1', tellChanges: 'none', missingMeansCancelled: true, expectedEveryHours: 24, assumeFulfilledAfterMin: undefined })) // prettier-ignore
})

test('a new key is shown once, and a key is revoked after one more question', async () => {
  const { user, store } = await openConsole({ path: '/settings?tab=keys' })
  await user.type(await screen.findByLabelText('Name'), 'practice software')
  await user.click(screen.getByRole('button', { name: 'New key' }))
  expect(await screen.findByText('recado_shown-once')).toBeTruthy()
  await user.click(await screen.findByRole('button', { name: 'Revoke the key practice software' }))
  expect(store.keys[0]?.revokedAt).toBeUndefined()
  await user.click(screen.getByRole('button', { name: /^Yes, revoke the key practice software/ }))
  await waitFor(() => expect(store.keys[0]?.revokedAt).toBeDefined())
})

test('the front desk is told that keys are not theirs', async () => {
  await openConsole({ path: '/settings?tab=keys', as: 'Rosa' })
  expect(screen.getByRole('heading', { name: 'Keys are for administrators' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'New key' })).toBeNull()
})
