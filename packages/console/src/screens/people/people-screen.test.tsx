import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openConsole } from '../../testing/open-console.tsx'

const list = () => screen.getByRole('list', { name: 'Conversations' })

test('the emergency is on top and every screen says that there is one', async () => {
  await openConsole({ path: '/people' })
  expect(within(list()).getAllByRole('link')[0]?.textContent).toContain('dor no peito')
  expect(screen.getByRole('alert').textContent).toContain('1 person wrote about an emergency')
})

test('an emergency is taken on before it is closed', async () => {
  const { user, store } = await openConsole({ path: '/people?queue=emergency' })
  await user.click(within(list()).getAllByRole('link')[0] ?? document.body)
  expect(await screen.findByText('Take it on first: they wait for a person')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Take it on' }))
  expect((await screen.findAllByText('With Otto Brandt')).length).toBeGreaterThan(0)
  await user.click(screen.getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(store.talks.find(({ queue }) => queue === 'emergency')?.state).toBe('resolved'))
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
})

test('a reply goes out with Ctrl and Enter and joins the thread', async () => {
  const { user } = await openConsole({ path: '/people?queue=scheduling' })
  await user.click(within(list()).getAllByRole('link')[0] ?? document.body)
  const box = await screen.findByLabelText('Reply to Lucía Aranguren')
  await user.type(box, '¿El lunes a las 18h?{Control>}{Enter}{/Control}')
  expect(await within(screen.getByRole('log')).findByText('¿El lunes a las 18h?')).toBeTruthy()
  expect((box as HTMLTextAreaElement).value).toBe('')
})

test('outside the 24 hours the box says that the patient has to write first', async () => {
  const { user } = await openConsole({ path: '/people?queue=undelivered' })
  await user.click(within(list()).getAllByRole('link')[0] ?? document.body)
  await user.type(await screen.findByLabelText(/^Reply to/), 'Hello')
  expect(screen.getByText('Reply window is closed')).toBeTruthy()
  expect(screen.getByText('The 24 h window is closed: the patient has to write first')).toBeTruthy()
})

test('a message that arrives shows by itself', async () => {
  const { user, store } = await openConsole({ path: '/people?queue=unanswered' })
  await user.click(within(list()).getAllByRole('link')[0] ?? document.body)
  await screen.findByRole('log')
  const talk = store.talks.find(({ preview }) => preview && screen.queryAllByText(preview).length > 1) ?? store.talks[2]
  talk?.messages.push({
    id: '0193a000-0000-7000-8000-00000000beef',
    at: store.now,
    direction: 'in',
    kind: 'sticker',
    author: { kind: 'patient' },
    state: 'received',
  })
  store.emit('conversation.changed', talk?.id ?? '')
  expect(await within(screen.getByRole('log')).findByText(/of the kind “sticker”/)).toBeTruthy()
})

test('when nobody waits, that is said kindly', async () => {
  await openConsole({ path: '/people?queue=snoozed' })
  expect(screen.getByRole('heading', { name: 'Nobody is waiting' })).toBeTruthy()
})

test('who wants another time is shown with the visit and their own words, and is moved right there', async () => {
  const { user, store } = await openConsole({ path: '/people?queue=scheduling' })
  await user.click(within(list()).getAllByRole('link')[0] ?? document.body)
  const card = await screen.findByRole('group', { name: 'Wants another time' })
  expect(within(card).getByText('por las tardes, a partir de las 17h, menos el viernes')).toBeTruthy()
  await user.click(within(card).getByRole('button', { name: 'Find a time' }))
  const time = await within(card).findByLabelText(/^Another time/, { selector: 'input' })
  fireEvent.change(time, { target: { value: '2027-01-14T17:30' } })
  await user.click(within(card).getByRole('button', { name: 'Move to this time' }))
  const id = store.talks.find(({ wish }) => wish)?.wish?.appointmentId
  await waitFor(() => expect(store.visits.find((visit) => visit.id === id)?.startLocal).toContain('2027-01-14T17:30'))
})
