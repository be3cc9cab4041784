import { expect, test } from 'vitest'
import { countryOfZone } from './zone-country.ts'

test('a clinic’s time zone tells its country, under the zone’s old name too', () => {
  const zones = [
    'Europe/Madrid',
    'America/Sao_Paulo',
    'Asia/Kolkata',
    'Asia/Calcutta',
    'America/New_York',
    'Asia/Dubai',
  ]
  expect(zones.map(countryOfZone)).toEqual(['ES', 'BR', 'IN', 'IN', 'US', 'AE'])
})

test('what is nobody’s zone, or no zone, tells none', () => {
  expect(['UTC', 'Etc/GMT+3', 'Mars/Olympus', ''].map(countryOfZone)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})
