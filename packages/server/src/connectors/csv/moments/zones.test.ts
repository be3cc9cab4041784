import { Temporal } from 'temporal-polyfill'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ZoneClock, isZone, offsetsOf, zonesOf } from './zones.ts'

const ZONES = [
  'America/New_York',
  'America/Sao_Paulo',
  'Europe/Madrid',
  'Asia/Kolkata',
  'Asia/Tehran',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
  'America/Santiago',
]

test('the quick way from wall to instant says what Temporal says, on days with changes too', () => {
  const walls = fc.tuple(
    fc.constantFrom(...ZONES),
    fc.integer({ min: 0, max: 1460 }),
    fc.integer({ min: 0, max: 1439 }),
  )
  fc.assert(
    fc.property(walls, ([zone, days, minute]) => {
      const day = Temporal.PlainDate.from('2025-01-01').add({ days })
      const wall = day.toPlainDateTime().add({ minutes: minute })
      const read = new ZoneClock(zone).instantOf(day.toString(), minute * 60)
      expect(read.utcMs).toBe(wall.toZonedDateTime(zone).epochMilliseconds)
    }),
    { numRuns: 400 },
  )
})

describe('the night of a change', () => {
  test('an hour that is left out is taken an hour later', () => {
    expect(new ZoneClock('America/New_York').instantOf('2027-03-14', 2.5 * 3600)).toMatchObject({
      shiftSec: 3600,
      note: 'time.dst_gap',
    })
  })

  test('of an hour that comes twice the first is taken', () => {
    const { utcMs, note } = new ZoneClock('America/New_York').instantOf('2027-11-07', 1.5 * 3600)
    expect([new Date(utcMs).toISOString(), note]).toEqual(['2027-11-07T05:30:00.000Z', 'time.dst_overlap'])
  })
})

test('a country with one zone needs no question', () => {
  expect(zonesOf('AE')).toEqual(['Asia/Dubai'])
  expect(zonesOf('US').length).toBeGreaterThan(1)
  expect(zonesOf(undefined)).toEqual([])
  expect(zonesOf('nowhere')).toEqual([])
})

test('a zone is one that exists', () => {
  expect([isZone('Europe/Rome'), isZone('Europe/Atlantis'), isZone('')]).toEqual([true, false, false])
})

test('an abbreviation that means several places says so', () => {
  expect(offsetsOf('EDT')).toEqual([-240])
  expect(offsetsOf('CST')?.length).toBeGreaterThan(1)
  expect(offsetsOf('XYZ')).toBeUndefined()
})
