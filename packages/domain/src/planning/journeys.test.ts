import { describe, expect, test } from 'vitest'
import { LANES } from '../shared/appointment.ts'
import { DAY, HOUR } from '../shared/instant.ts'
import { allJourneys, journeyByKey } from './all-journeys.ts'
import { after, before, lead, templateBase, unconfirmed } from './journey.ts'

describe.each(allJourneys.map((journey) => [journey.key, journey] as const))('%s', (key, journey) => {
  test('is found by its key', () => {
    expect(journeyByKey(key)).toBe(journey)
    expect(key).toMatch(/^[a-z0-9-]+$/) // a part of template names and of row keys
    expect(journey.title.length).toBeGreaterThan(10)
  })

  test('has steps with keys of their own, in the order of the visit', () => {
    const keys = journey.steps.map((step) => step.key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.filter((step) => !/^[a-z0-9-]+$/.test(step))).toEqual([])
    const upcoming = journey.steps.filter((step) => step.anchor === 'appointment.start').map((step) => step.at)
    expect(upcoming).toEqual(upcoming.toSorted((a, b) => a - b))
  })

  test('never has a step that expires before it is due, or announces a visit after it has begun', () => {
    for (const step of journey.steps) {
      expect(step.expires).toBeGreaterThan(step.at)
      if (step.anchor === 'appointment.start') expect(step.expires).toBeLessThanOrEqual(0)
      else expect(step.at).toBeGreaterThan(0)
    }
  })

  test('asks only while there is no answer, and from the far lane', () => {
    const asking = journey.steps.filter((step) => step.askConfirmation)
    expect(asking.length).toBeGreaterThan(0)
    for (const step of asking) {
      expect(step.conditions).toContainEqual(unconfirmed)
      expect(step.lane).toBe(LANES.farReminder)
    }
  })

  test('lets only near reminders go out on holidays before the visit', () => {
    for (const step of journey.steps.filter(({ anchor }) => anchor === 'appointment.start')) {
      expect(step.avoidsHolidays).toBe(step.lane === LANES.farReminder)
    }
  })
})

test('keys of journeys are unique, and an unknown one is no journey', () => {
  expect(new Set(allJourneys.map(({ key }) => key)).size).toBe(allJourneys.length)
  expect(journeyByKey('birthday-greetings')).toBeUndefined()
})

test('spans count from the anchor', () => {
  expect(before({ days: 2 })).toBe(-2 * DAY)
  expect(after({ hours: 3 })).toBe(3 * HOUR)
  expect(lead({ days: 1 })).toEqual({ kind: 'lead', atLeastMs: DAY })
  expect(templateBase('appointment-reminder', 'confirm')).toBe('appointment-reminder/confirm')
})
