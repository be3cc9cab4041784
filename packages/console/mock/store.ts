import type { EventType, ServerEvent } from '@recado/contracts/events'
import type { ImportDetail } from '@recado/contracts/imports'
import type { SendingState } from '@recado/contracts/overview'
import type { ApiKey } from '@recado/contracts/api-keys'
import type { Source } from '@recado/contracts/catalogue'
import type { ConsentEvent, Household } from '@recado/contracts/patients'
import { PERMISSIONS } from '@recado/contracts/session'
import type { PendingChange } from '@recado/contracts/changes'
import { practitioners, services, sites, source } from './clinic.ts'
import { makeTalks } from './talks.ts'
import { uuid } from './random.ts'
import { chipOf, makeVisits } from './visits.ts'
import type { Visit } from './visits.ts'

/** A Tuesday morning in São Paulo, noon in Madrid, late afternoon in Kolkata. */
export const MOCK_NOW = '2026-11-24T11:40:00.000Z'

export type Listener = (event: ServerEvent, position: number) => void

export type Store = ReturnType<typeof makeStore>

/** The whole clinic in memory; every change tells the listeners, as the server's stream of events does. */
export function makeStore(now: string = MOCK_NOW) {
  const visits = makeVisits(now)
  const log: ServerEvent[] = []
  const listeners = new Set<Listener>()
  return {
    now,
    staffId: undefined as string | undefined,
    sending: { paused: false } as SendingState,
    sites: structuredClone(sites),
    practitioners: structuredClone(practitioners),
    services: structuredClone(services),
    source: makeSource(now),
    keys: [{ id: uuid('key', 1), name: 'bootstrap', permissions: [...PERMISSIONS], createdAt: now }] as ApiKey[],
    consents: new Map<string, ConsentEvent[]>(),
    households: new Map<string, Household[]>(),
    visits,
    talks: makeTalks(now, visits),
    imports: [] as ImportDetail[],
    changes: makeChanges(now, visits),
    /** Whether the patient of a changed visit was to be told. */
    told: new Map<string, boolean>(),
    log,
    listeners,
    emit(type: EventType, ...ids: string[]): void {
      const event = { type, ids }
      log.push(event)
      for (const listener of listeners) listener(event, log.length)
    },
  }
}

const makeSource = (now: string): Source => ({
  ...source,
  kind: 'demo',
  lastSeenAt: now,
  stale: false,
  assumeFulfilledAfterMin: 120,
  missingMeansCancelled: false,
  tellChanges: 'stated',
  journey: 'appointment-reminder',
})

function makeChanges(now: string, visits: readonly Visit[]): PendingChange[] {
  const answered = visits.filter((visit) => (visit.utc ?? '') > now && visit.confirmation === 'confirmed').slice(0, 4)
  const cancelled = visits.filter((visit) => (visit.utc ?? '') > now && visit.status === 'cancelled').slice(0, 2)
  return [...cancelled, ...answered].map((visit, index) => {
    const field = visit.status === 'cancelled' ? ('status' as const) : ('confirmation' as const)
    const value = visit.status === 'cancelled' ? 'cancelled' : 'confirmed'
    visit.pending = [{ field, value }]
    visit.chip = chipOf(visit)
    return {
      id: uuid('change', index + 1),
      source: visit.source,
      externalId: visit.externalId,
      appointmentId: visit.id,
      patient: visit.patient,
      date: visit.date,
      ...(visit.startLocal ? { startLocal: visit.startLocal } : {}),
      ...(visit.practitioner ? { practitioner: visit.practitioner } : {}),
      site: visit.site,
      field,
      was: visit.status === 'cancelled' ? 'booked' : 'none',
      value,
      since: new Date(Date.parse(now) - (index + 1) * 2_700_000).toISOString(),
      by: { kind: 'patient' },
    }
  })
}
