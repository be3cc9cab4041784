import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openConsole } from '../../testing/open-console.tsx'

const file = (text: string) => new File([text], 'agenda.csv', { type: 'text/csv' })
const drop = async (text: string) => {
  const desk = await openConsole({ path: '/import' })
  await desk.user.upload(screen.getAllByLabelText('Choose a file').find((found) => found.tagName === 'INPUT') ?? document.body, file(text)) // prettier-ignore
  return desk
}

test('a clinic that never imported reads what to do', async () => {
  await openConsole({ path: '/import' })
  expect(screen.getByText(/No imports yet/)).toBeTruthy()
})

test('a dropped file tells what would go out, what would not, and why, before anything happens', async () => {
  const { user, store } = await drop('Paciente;Data')
  expect(await screen.findByRole('heading', { name: '212 messages would go out' })).toBeTruthy()
  expect(screen.getByText('14 will not, because')).toBeTruthy()
  expect(screen.getByText('no phone number')).toBeTruthy()
  expect(screen.getAllByRole('listitem', { name: /: \d+ messages$/ }).length).toBeGreaterThan(5)
  expect(store.imports[0]?.state).toBe('dry-run')
  await user.click(screen.getByRole('button', { name: 'Import 118 visits' }))
  expect(await screen.findByText('Imported. The book is up to date.')).toBeTruthy()
  expect(store.imports[0]?.state).toBe('committed')
})

test('rows that were left out stand by line and reason', async () => {
  await drop('Paciente;Data')
  const table = (await screen.findAllByRole('table'))[0] ?? document.body
  expect(within(table).getByRole('row', { name: /18 date There is no such day/ })).toBeTruthy()
})

test('what the file leaves open is asked, with its evidence and nothing chosen beforehand', async () => {
  const { user, store } = await drop('AMBIGUOUS')
  const dates = await screen.findByRole('radiogroup', { name: /How are the dates written/ })
  expect(
    within(dates)
      .getAllByRole('radio')
      .filter((radio) => (radio as HTMLInputElement).checked),
  ).toEqual([])
  expect(screen.getByText(/04\/12\/2026/)).toBeTruthy()
  const again = screen.getByRole('button', { name: /Read again/ })
  expect(again.getAttribute('aria-disabled')).toBe('true')
  expect(screen.getAllByText('Answer the 2 open questions first').length).toBeGreaterThan(0)
  await user.click(within(dates).getByRole('radio', { name: 'DD/MM/YYYY' }))
  await user.click(screen.getByRole('radio', { name: 'America/Sao_Paulo' }))
  await user.click(screen.getByRole('button', { name: 'Read again with these answers' }))
  expect(await screen.findByRole('heading', { name: '212 messages would go out' })).toBeTruthy()
  expect(store.imports).toHaveLength(2)
})

test('a file that is no table is refused in one sentence', async () => {
  await drop('NOTATABLE')
  expect((await screen.findByText('This file is no table of appointments.')).closest('[role=alert]')).toBeTruthy()
})

test('an empty file has nothing to import', async () => {
  await drop('EMPTY')
  expect(await screen.findByRole('heading', { name: 'The file has no rows' })).toBeTruthy()
  expect(screen.getByText('There is nothing to import')).toBeTruthy()
})

test('a file that does not say where it is from asks for the site, chosen by nobody beforehand', async () => {
  const { user, store } = await drop('NOPLACE')
  const sites = await screen.findByRole('radiogroup', { name: /Which site are these visits for/ })
  expect(within(sites).getAllByRole('radio').filter((radio) => (radio as HTMLInputElement).checked)).toEqual([]) // prettier-ignore
  await user.click(within(sites).getByRole('radio', { name: 'Aurora Chamberí (Madrid)' }))
  await user.click(screen.getByRole('button', { name: 'Read the file for this site' }))
  expect(await screen.findByRole('heading', { name: '212 messages would go out' })).toBeTruthy()
  expect(store.imports).toHaveLength(1)
})

test('a file that lacks many visits cancels them only when a person says that it is right', async () => {
  const { user } = await drop('SHRUNKEN')
  expect(await screen.findByText(/^41 visits are no longer in this file/)).toBeTruthy()
  const release = screen.getByRole('checkbox', { name: 'I have looked: this is right, do it' })
  expect((release as HTMLInputElement).checked).toBe(false)
  await user.click(release)
  expect((release as HTMLInputElement).checked).toBe(true)
})
