import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openConsole } from '../testing/open-console.tsx'

test('all sending is paused with a reason, everybody sees it, and it is resumed', async () => {
  const { user, store } = await openConsole({ path: '/changes' })
  await user.click(screen.getByRole('button', { name: 'Sending is on' }))
  const dialog = await screen.findByRole('dialog', { name: 'Pause all sending?' })
  const pause = within(dialog).getByRole('button', { name: /Pause all sending/ })
  expect(pause.getAttribute('aria-disabled')).toBe('true')
  await user.type(within(dialog).getByLabelText('Why?'), 'Wrong prices in the text')
  await user.click(within(dialog).getByRole('button', { name: 'Pause all sending' }))
  expect(await screen.findByText(/by Otto Brandt: Wrong prices in the text/)).toBeTruthy()
  expect(store.sending.paused).toBe(true)
  await user.click(screen.getByRole('button', { name: 'Sending is paused' }))
  await user.click(await screen.findByRole('button', { name: 'Resume sending' }))
  await waitFor(() => expect(store.sending.paused).toBe(false))
})

test('a pause by a colleague shows at this desk by itself', async () => {
  const { store } = await openConsole({ path: '/changes' })
  store.sending = { paused: true, since: store.now, by: 'Pilar Echeverría', reason: 'Obras' }
  store.emit('sending.changed')
  expect(await screen.findByText(/by Pilar Echeverría: Obras/)).toBeTruthy()
})

test('the demo says that it is one, and its clock moves on', async () => {
  const { user, store } = await openConsole()
  expect(screen.getByText('DEMO')).toBeTruthy()
  const before = store.now
  await user.click(screen.getByRole('button', { name: '+1 h', description: 'Move the clock one hour on' }))
  await waitFor(() => expect(Date.parse(store.now) - Date.parse(before)).toBe(3_600_000))
  expect(await screen.findByText('09:40')).toBeTruthy()
  expect(screen.getByRole('link', { name: /patients’ phones/ }).getAttribute('href')).toBe('http://127.0.0.1:8090/')
})

test('on a desk that others can see, names are initials everywhere', async () => {
  const { user, store } = await openConsole({ path: '/book?date=2026-11-24' })
  await user.click(screen.getByRole('button', { name: 'Hide names' }))
  const names = new Set(store.visits.map(({ patient }) => patient.name))
  await waitFor(() => expect([...names].filter((name) => document.body.textContent?.includes(name))).toEqual([]))
  const labels = screen.getAllByRole('link').map((link) => link.getAttribute('aria-label') ?? '')
  expect(labels.filter((label) => [...names].some((name) => label.includes(name)))).toEqual([])
})

test('in Arabic the page is written from right to left', async () => {
  await openConsole({ preferences: { language: 'ar' } })
  expect(document.documentElement.dir).toBe('rtl')
  expect(document.documentElement.lang).toBe('ar')
  expect(screen.getByRole('heading', { level: 1, name: 'المواعيد' })).toBeTruthy()
})

test('single keys can be switched off, and ? lists them while they are on', async () => {
  const { user, router } = await openConsole({ path: '/changes' })
  await user.keyboard('?')
  expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toBeTruthy()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await user.keyboard('p')
  await waitFor(() => expect(router.state.location.pathname).toBe('/people'))
})

test('keys that are switched off do nothing', async () => {
  const { user, router } = await openConsole({ path: '/changes', preferences: { shortcuts: false } })
  await user.keyboard('p')
  expect(router.state.location.pathname).toBe('/changes')
})

test('the first stop of the keyboard skips to the content', async () => {
  const { user } = await openConsole({ path: '/changes' })
  await user.tab()
  expect(document.activeElement?.textContent).toBe('Skip to the content')
})

test('an address that does not exist leads back to the book', async () => {
  await openConsole({ path: '/changes' }).then(({ router }) => router.navigate({ to: '/nowhere' as '/book' }))
  expect((await screen.findByRole('link', { name: 'Open the book' })).getAttribute('href')).toBe('/book')
})
