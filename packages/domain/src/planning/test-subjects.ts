import type { VisitFacts } from '../shared/appointment.ts'
import { MINUTE, parseInstant, type Instant } from '../shared/instant.ts'
import { wallTimeToInstant } from '../shared/zoned.ts'
import { defaultHours } from '../policy/jurisdictions/default.ts'
import type { Subject } from './plan-types.ts'

export const MADRID = 'Europe/Madrid'

/** The instant of a wall time in Madrid. */
export const madrid = (local: string): Instant => wallTimeToInstant(local, MADRID).at

/** Thursday 12 March 2026, 10:00 in Madrid, booked two weeks ahead. */
export const visit = (over: Partial<VisitFacts> = {}): VisitFacts => ({
  id: 'visit-1',
  version: 1,
  status: 'booked',
  confirmation: 'none',
  startAt: madrid('2026-03-12T10:00'),
  date: '2026-03-12',
  zone: MADRID,
  durationMin: 20,
  settledAt: parseInstant('2026-02-26T11:00:00Z'),
  ...over,
})

/** A visit at a wall time in Madrid. */
export const visitAt = (local: string, over: Partial<VisitFacts> = {}): VisitFacts =>
  visit({ startAt: madrid(local), date: local.slice(0, 10), ...over })

export const subject = (over: Partial<Omit<Subject, 'visit'>> & { visit?: VisitFacts } = {}): Subject => ({
  visit: visit(),
  patientZone: MADRID,
  reachable: true,
  granted: new Set(['appointment_logistics', 'care_followup']),
  sendingDisabled: [],
  holidays: new Set(),
  decentHours: defaultHours,
  settleMs: 15 * MINUTE,
  ...over,
})
