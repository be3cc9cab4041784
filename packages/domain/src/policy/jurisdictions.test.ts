import { describe, expect, test } from 'vitest'
import { hoursOn, narrower, problemsOf } from './decent-hours.ts'
import { allJurisdictions, decentHoursIn, jurisdictionOf } from './jurisdictions/all-jurisdictions.ts'
import { defaultHours } from './jurisdictions/default.ts'
import { MESSAGE_CLASSES } from './message-class.ts'

describe('the hours of a country', () => {
  test('reminders are decent from 08:00 to 20:00 everywhere', () => {
    for (const country of ['US', 'FR', 'ES', 'BR', 'MX', 'IN', 'AQ', undefined]) {
      expect(decentHoursIn(country).reminder).toEqual({
        weekdays: hoursOn([1, 2, 3, 4, 5, 6, 7], 8, 20),
        closedOnHolidays: false,
      })
    }
  })

  test.each([
    ['US', hoursOn([1, 2, 3, 4, 5, 6], 9, 19)],
    ['FR', hoursOn([1, 2, 3, 4, 5, 6], 9, 19)],
    ['ES', hoursOn([1, 2, 3, 4, 5], 9, 19)],
    ['IN', hoursOn([1, 2, 3, 4, 5, 6], 10, 19)],
  ])('campaigns in %s', (country, weekdays) => {
    expect(decentHoursIn(country).campaign).toEqual({ weekdays, closedOnHolidays: true })
  })

  test('a clinic may be stricter, never looser', () => {
    const chosen = decentHoursIn('ES', { campaign: { weekdays: hoursOn([5, 6], 11, 23), closedOnHolidays: false } })
    expect(chosen.campaign).toEqual({ weekdays: hoursOn([5], 11, 19), closedOnHolidays: true })
    expect(chosen.reminder).toEqual(defaultHours.reminder)
  })

  test('a country that we know nothing of has our own hours', () => {
    expect(jurisdictionOf('AQ')).toBeUndefined()
    expect(decentHoursIn('AQ')).toEqual(defaultHours)
  })
})

describe.each(allJurisdictions.map((law) => [law.key, law] as const))('the law of %s', (_, law) => {
  test('names its sources, and the day on which each was looked at', () => {
    expect(law.sources.length).toBeGreaterThan(0)
    for (const { says, source, verifiedOn } of law.sources) {
      expect(Math.min(says.length, source.length)).toBeGreaterThan(10)
      expect(verifiedOn ?? '2026-11-22').toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }
  })

  test('leaves every class hours that a clinic could type in', () => {
    for (const messageClass of MESSAGE_CLASSES) {
      const bound = law.bounds[messageClass]
      expect(problemsOf(bound ? narrower(defaultHours[messageClass], bound) : defaultHours[messageClass])).toEqual([])
    }
  })

  test('is found by its countries, each of which has one law', () => {
    for (const country of law.countries) expect(jurisdictionOf(country)).toBe(law)
  })
})
