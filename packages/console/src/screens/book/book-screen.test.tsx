import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { openConsole } from '../../testing/open-console.tsx'

const DAY = '/book?date=2026-11-24'
const visitsOn = () => screen.getAllByRole('link').filter((link) => link.dataset['visit'])
const firstIn = (chip: string): HTMLElement => {
  const found = visitsOn().find((link) => link.dataset['chip'] === chip)
  if (!found) throw new Error(`no visit is ${chip}`)
  return found
}

describe('the day', () => {
  test('has a column for each practitioner, and each visit says time, name, service and state', async () => {
    await openConsole({ path: DAY })
    const column = screen.getByRole('region', { name: 'Dra. Helena Prado' })
    const labels = within(column).getAllByRole('link').map((link) => link.getAttribute('aria-label') ?? '') // prettier-ignore
    expect(labels.length).toBeGreaterThan(3)
    for (const label of labels)
      expect(label).toMatch(/^\d\d:\d\d, .+, .+, (Confirmed|Sent|Delivered|Read|Cancelled|Came|Wants to move|Not )/)
  })

  test('says in numbers how it stands, and a number shows only its visits', async () => {
    const { user, router } = await openConsole({ path: DAY })
    const filter = screen.getByRole('group', { name: 'Show only' })
    const confirmed = visitsOn().filter((link) => link.dataset['chip'] === 'confirmed').length
    await user.click(within(filter).getByRole('button', { name: `Confirmed ${confirmed}` }))
    expect(router.state.location.search).toMatchObject({ state: 'confirmed' })
    await waitFor(() => expect(visitsOn().filter((link) => !link.dataset['dimmed'])).toHaveLength(confirmed))
  })

  test('without visits tells where they come from', async () => {
    await openConsole({ path: '/book?date=2026-12-25&view=week&site=0193a000-0000-7002-8000-00000000ffff' })
    expect(screen.getByRole('heading', { name: 'No visits in this week' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Import a file' }).getAttribute('href')).toBe('/import')
  })

  test('is walked through by keyboard: one stop for Tab, arrows for the rest, Enter opens', async () => {
    const { user } = await openConsole({ path: DAY })
    const stops = visitsOn().filter((link) => link.tabIndex === 0)
    expect(stops).toHaveLength(1)
    stops[0]?.focus()
    await user.keyboard('{ArrowDown}')
    const second = document.activeElement as HTMLElement
    expect(second).not.toBe(stops[0])
    expect(second.tabIndex).toBe(0)
    await user.keyboard('{ArrowRight}')
    expect(visitsOn()).toContain(document.activeElement)
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('dialog')).toBeTruthy()
  })

  test('is left with j and k, but not while typing', async () => {
    const { user, router } = await openConsole({ path: DAY })
    await user.keyboard('j')
    await waitFor(() => expect(router.state.location.search).toMatchObject({ date: '2026-11-25' }))
    await user.click(screen.getByRole('button', { name: 'Sending is on' }))
    await user.type(await screen.findByLabelText('Why?'), 'jj')
    expect(router.state.location.search).toMatchObject({ date: '2026-11-25' })
  })
})

describe('a change from elsewhere', () => {
  test('is in the book by itself, without reloading', async () => {
    const { store } = await openConsole({ path: DAY })
    const id = firstIn('delivered').dataset['visit'] ?? ''
    const visit = store.visits.find((candidate) => candidate.id === id)
    if (!visit) throw new Error('not in the store')
    visit.confirmation = 'confirmed'
    store.emit('appointment.changed', id)
    await waitFor(() =>
      expect(document.querySelector(`[data-visit="${id}"]`)?.getAttribute('data-chip')).toBe('confirmed'),
    )
  })
})

describe('a visit', () => {
  test('tells its facts and the reason for everything that was not sent', async () => {
    const { user } = await openConsole({ path: DAY })
    await user.click(firstIn('not-reachable'))
    const dialog = await screen.findByRole('dialog')
    expect(await within(dialog).findByText('What went out, what did not, and why')).toBeTruthy()
    expect((await within(dialog).findAllByText(/^not planned: /)).length).toBeGreaterThan(0)
  })

  test('that was confirmed can not be confirmed again, and says so', async () => {
    const { user } = await openConsole({ path: DAY })
    await user.click(firstIn('confirmed'))
    const dialog = await screen.findByRole('dialog')
    const confirm = await within(dialog).findByRole('button', { name: /^Confirm/ })
    expect(confirm.getAttribute('aria-disabled')).toBe('true')
    expect(within(dialog).getByText('Already confirmed')).toBeTruthy()
  })

  test('is confirmed on behalf of the patient', async () => {
    const { user, store } = await openConsole({ path: DAY })
    const link = firstIn('delivered')
    await user.click(link)
    await user.click(await screen.findByRole('button', { name: 'Confirm' }))
    await waitFor(() =>
      expect(store.visits.find(({ id }) => id === link.dataset['visit'])?.confirmation).toBe('confirmed'),
    )
    expect(await within(screen.getByRole('dialog')).findAllByText('Confirmed')).not.toHaveLength(0)
  })

  test('is cancelled after one question, and an error shows where the action is', async () => {
    const { user, store } = await openConsole({ path: DAY })
    const link = firstIn('delivered')
    await user.click(link)
    await user.click(await screen.findByRole('button', { name: 'Cancel visit' }))
    const reason = screen.getByLabelText('Reason (optional)')
    expect(document.activeElement).toBe(reason)
    await user.type(reason, 'fail-500')
    await user.click(screen.getByRole('button', { name: 'Cancel the visit' }))
    expect((await within(screen.getByRole('dialog')).findByRole('alert')).textContent).toContain('Nothing was changed')
    await user.clear(reason)
    await user.click(screen.getByRole('button', { name: 'Cancel the visit' }))
    await waitFor(() => expect(store.visits.find(({ id }) => id === link.dataset['visit'])?.status).toBe('cancelled'))
  })

  test('is cancelled with news to the patient, unless the desk will say it itself', async () => {
    const { user, store } = await openConsole({ path: DAY })
    const link = firstIn('delivered')
    await user.click(link)
    await user.click(await screen.findByRole('button', { name: 'Cancel visit' }))
    const tell = screen.getByRole('checkbox', { name: 'Tell the patient on WhatsApp' })
    expect((tell as HTMLInputElement).checked).toBe(true)
    await user.click(tell)
    await user.click(screen.getByRole('button', { name: 'Cancel the visit' }))
    await waitFor(() => expect(store.told.get(link.dataset['visit'] ?? '')).toBe(false))
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Cancel the visit' })).toBeNull())
  })

  test('of a patient who cannot be told says why, and asks for a call', async () => {
    const { user, store } = await openConsole({ path: DAY })
    const link = firstIn('delivered')
    const visit = store.visits.find(({ id }) => id === link.dataset['visit'])
    if (visit) visit.notice = { possible: false, reason: 'no-consent' }
    await user.click(link)
    await user.click(await screen.findByRole('button', { name: 'Move' }))
    expect(
      await screen.findByText(
        'No message can be sent: no consent on record for this kind of message. Please call the patient.',
      ),
    ).toBeTruthy()
    expect(screen.queryByRole('checkbox')).toBeNull()
  })

  test('moves to any time that was agreed on the phone', async () => {
    const { user, store } = await openConsole({ path: DAY })
    const link = firstIn('delivered')
    await user.click(link)
    await user.click(await screen.findByRole('button', { name: 'Move' }))
    const time = await screen.findByLabelText(/^Another time/, { selector: 'input' })
    fireEvent.change(time, { target: { value: '2027-01-15T17:35' } })
    await user.click(screen.getByRole('button', { name: 'Move to this time' }))
    await waitFor(() =>
      expect(store.visits.find(({ id }) => id === link.dataset['visit'])?.startLocal).toContain('2027-01-15T17:35'),
    )
  })

  test('moves to a free time of its practitioner', async () => {
    const { user, store } = await openConsole({ path: `${DAY}&site=0193a000-0000-7002-8000-000000000001` })
    const link = visitsOn().find(
      (candidate) =>
        candidate.closest('section')?.textContent?.includes('Nogueira') && candidate.dataset['chip'] === 'delivered',
    )
    await user.click(link ?? firstIn('delivered'))
    await user.click(await screen.findByRole('button', { name: 'Move' }))
    await user.click((await screen.findAllByRole('button', { name: /^Move to / }))[0] ?? document.body)
    await waitFor(() =>
      expect(store.visits.find(({ id }) => id === link?.dataset['visit'])?.pending[0]?.field).toBe('start'),
    )
  })

  test('of a practitioner without accepted hours has no times to offer, and says why', async () => {
    const { user } = await openConsole({ path: `${DAY}` })
    const region = screen.getByRole('region', { name: 'Dra. Yara Menezes' })
    const link = within(region).getAllByRole('link').find((candidate) => candidate.dataset['chip'] === 'sent') // prettier-ignore
    await user.click(link ?? region)
    await user.click(await screen.findByRole('button', { name: 'Move' }))
    expect(await screen.findByText('No free time to offer: the working hours are not accepted yet')).toBeTruthy()
  })

  test('says who shares its phone, and takes down whether one message may speak of all', async () => {
    const { user, store } = await openConsole({ path: DAY })
    const link = firstIn('delivered')
    const patientId = store.visits.find(({ id }) => id === link.dataset['visit'])?.patientId ?? ''
    const household = {
      contactId: '01a00000-0000-7000-8000-000000000001',
      phone: '+55 11 98765 0001',
      others: [{ id: '01a00000-0000-7000-8000-000000000002', name: 'Leo' }],
      sharesTexts: false,
    }
    store.households.set(patientId, [household])
    await user.click(link)
    await user.click(await screen.findByText('Consent'))
    expect(await screen.findByText(/This phone is shared with/)).toBeTruthy()
    await user.click(screen.getByRole('switch', { name: 'One message may speak of all of them' }))
    await waitFor(() => expect(household.sharesTexts).toBe(true))
  })

  test('has the consents of its patient, and takes down what they say at the desk', async () => {
    const { user, store } = await openConsole({ path: DAY })
    const link = firstIn('delivered')
    await user.click(link)
    await user.click(await screen.findByText('Consent'))
    await user.click(await screen.findByRole('checkbox', { name: 'questions after a visit' }))
    await user.click(screen.getByRole('button', { name: 'Patient withdraws' }))
    expect(await screen.findByText('Withdrew: messages about visits')).toBeTruthy()
    const patientId = store.visits.find(({ id }) => id === link.dataset['visit'])?.patientId ?? ''
    expect(store.consents.get(patientId)?.[0]).toMatchObject({ kind: 'withdraw', evidence: 'verbal' })
  })
})
