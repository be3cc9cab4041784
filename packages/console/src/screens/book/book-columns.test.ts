import type { Book, BookAppointment } from '@recado/contracts/book'
import { expect, test } from 'vitest'
import { columnsOf, visibleSpan } from './book-columns.ts'
import { neighbourOf } from './neighbours.ts'

const site = { id: 's1', name: 'Centro', zone: 'America/Sao_Paulo', sendingEnabled: true }
const visit = (id: string, date: string, time?: string, durationMin = 30): BookAppointment => ({
  id,
  version: 1,
  siteId: site.id,
  patient: { id: `p${id}`, name: 'Ada Reis', initials: 'AR' },
  date,
  ...(time ? { startLocal: `${date}T${time}` } : {}),
  zone: site.zone,
  durationMin,
  status: 'booked',
  confirmation: 'none',
  chip: { state: 'planned' },
  pendingInSource: false,
})
const who = (id: string, appointments: BookAppointment[], dates: string[] = []) => ({
  id,
  name: `Dra. ${id}`,
  siteIds: [site.id],
  sendingEnabled: true,
  hoursState: 'accepted' as const,
  hours: dates.map((date) => ({ date, siteId: site.id, start: '08:30', end: '12:00' })),
  appointments,
})
const book = (...practitioners: Book['practitioners']): Book => ({ from: '', to: '', sites: [site], practitioners })
const day = { view: 'day', date: '2026-11-24', from: '2026-11-24', to: '2026-11-25' } as const
const week = { view: 'week', date: '2026-11-24', from: '2026-11-23', to: '2026-11-30' } as const

test('who neither works nor has visits on a day has no column', () => {
  const columns = columnsOf(
    book(who('a', [visit('1', day.date, '09:00')]), who('b', []), who('c', [], [day.date])),
    day,
    undefined,
  )
  expect(columns.map(({ practitioner }) => practitioner.id)).toEqual(['a', 'c'])
})

test('a week shows one practitioner, and Saturday only when somebody is booked', () => {
  const busy = who('a', [visit('1', '2026-11-28', '09:00')])
  expect(columnsOf(book(who('b', []), busy), week, 'a').map(({ date }) => date.slice(8))).toEqual([
    '23',
    '24',
    '25',
    '26',
    '27',
    '28',
  ])
  expect(columnsOf(book(who('b', []), busy), week, undefined)[0]?.practitioner.id).toBe('b')
  expect(columnsOf(book(), week, undefined)).toEqual([])
})

test('the hours on screen cover what is open and what is booked', () => {
  const columns = columnsOf(book(who('a', [visit('1', day.date, '13:10', 40)], [day.date])), day, undefined)
  expect(visibleSpan(columns)).toEqual({ start: 8 * 60, end: 14 * 60 })
  expect(visibleSpan([])).toEqual({ start: 8 * 60, end: 18 * 60 })
})

test('arrows go down a column and across to the nearest time, past empty columns', () => {
  const columns = columnsOf(
    book(
      who('a', [visit('1', day.date, '09:00'), visit('2', day.date, '11:00')]),
      who('b', [], [day.date]),
      who('c', [visit('3', day.date, '08:00'), visit('4', day.date, '10:45'), visit('5', day.date)]),
    ),
    day,
    undefined,
  )
  expect(neighbourOf(columns, '1', 'ArrowDown')).toBe('2')
  expect(neighbourOf(columns, '1', 'ArrowUp')).toBeUndefined()
  expect(neighbourOf(columns, '2', 'ArrowRight')).toBe('4')
  expect(neighbourOf(columns, '2', 'ArrowLeft', 'ArrowLeft')).toBe('4')
  expect(neighbourOf(columns, '3', 'ArrowLeft')).toBe('1')
  expect(neighbourOf(columns, '4', 'Home')).toBe('5')
  expect(neighbourOf(columns, '5', 'End')).toBe('4')
})
