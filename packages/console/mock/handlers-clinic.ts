import { localOf } from '../src/time/zoned.ts'
import { organization, staff } from './clinic.ts'
import { need, Refusal } from './handler.ts'
import type { Handlers } from './handler.ts'
import type { Store } from './store.ts'
import { PERMISSIONS } from '@recado/contracts/session'
import type { Session } from '@recado/contracts/session'
import type { Queue } from '@recado/contracts/conversations'

function sessionOf(store: Store): Session {
  const member = staff.find((candidate) => candidate.id === store.staffId)
  if (!member) throw new Refusal(401, 'unauthenticated', 'sign in first')
  const { id, name, role, language } = member
  return { organization, staff: { id, name, role, language }, permissions: permissionsOf(role), mode: 'demo' }
}

/** The front desk may not switch the catalogue, so that the console can be seen saying so. */
const permissionsOf = (role: string): Session['permissions'] =>
  PERMISSIONS.filter(
    (permission) => role !== 'reception' || (permission !== 'catalogue.write' && permission !== 'keys.manage'),
  )

function countQueues(store: Store): Partial<Record<Queue, number>> {
  const counts: Partial<Record<Queue, number>> = {}
  for (const talk of store.talks) {
    if (talk.state === 'resolved' || !talk.queue) continue
    counts[talk.queue] = (counts[talk.queue] ?? 0) + 1
    if (talk.owner.staffId === store.staffId) counts.mine = (counts.mine ?? 0) + 1
  }
  return counts
}

const upcoming = (store: Store, key: 'siteId' | 'practitionerId' | 'serviceId', id: string): number =>
  store.visits.filter((visit) => visit[key] === id && (visit.utc ?? '') > store.now).length

const siteOf = (store: Store, site: Store['sites'][number]) => ({
  ...site,
  upcoming: upcoming(store, 'siteId', site.id),
})
const practitionerOf = (store: Store, who: Store['practitioners'][number]) => ({
  id: who.id,
  name: who.name,
  sites: store.sites.filter((site) => site.id === who.siteId).map(({ id, name }) => ({ id, name })),
  sendingEnabled: who.sendingEnabled,
  hoursState: who.hoursState,
  upcoming: upcoming(store, 'practitionerId', who.id),
})
const serviceOf = (store: Store, service: Store['services'][number]) => ({
  ...service,
  upcoming: upcoming(store, 'serviceId', service.id),
})

const weekly = (who: Store['practitioners'][number]) => {
  const time = (hour: number): string => `${String(hour).padStart(2, '0')}:00`
  return [1, 2, 3, 4, 5].map((weekday) => ({
    siteId: who.siteId,
    weekday,
    start: time(who.opens),
    end: time(who.closes),
  }))
}
const hoursOf = (who: Store['practitioners'][number]) => ({
  state: who.hoursState,
  accepted: who.hoursState === 'accepted' ? weekly(who) : [],
  proposed: who.hoursState === 'proposed' ? weekly(who) : [],
  visitsSeen: who.hoursState === 'none' ? 2 : 86,
})

function switched<T extends { id: string; sendingEnabled: boolean }>(
  list: T[],
  id: string,
  on: boolean,
  store: Store,
): T {
  const found = need(list.find((item) => item.id === id))
  found.sendingEnabled = on
  store.emit('catalogue.changed', id)
  return found
}

export const clinicHandlers: Handlers = {
  listDemoStaff: () => ({ organization: organization.name, items: staff.map((member) => ({ ...member })) }),
  demoSignIn: ({ store, body }) => {
    store.staffId = body.staffId
    return sessionOf(store)
  },
  getSession: ({ store }) => sessionOf(store),
  signOut: ({ store }) => {
    store.staffId = undefined
    return {}
  },
  getOverview: ({ store }) => {
    const today = store.visits.filter((visit) => visit.date === localOf(store.now, visit.zone).slice(0, 10))
    const open = store.talks.filter((talk) => talk.state === 'open' && talk.queue !== 'waiting')
    return {
      mode: 'demo',
      now: store.now,
      sending: store.sending,
      sites: store.sites.map((site) => ({ ...site, today: localOf(store.now, site.zone).slice(0, 10) })),
      counts: {
        appointmentsToday: today.length,
        confirmedToday: today.filter((visit) => visit.confirmation === 'confirmed').length,
        plannedNext24h: 31,
        sentLast24h: 58,
        needsPerson: open.length,
        changesPending: store.changes.length,
      },
      queues: countQueues(store),
      warnings: [{ code: 'hours-proposed', params: { count: 1 } }, { code: 'bundled-database' }],
      phonesUrl: 'http://127.0.0.1:8090/',
    }
  },
  pauseSending: ({ store, body }) => {
    const by = staff.find((member) => member.id === store.staffId)?.name ?? ''
    store.sending = { paused: true, since: store.now, by, reason: body.reason }
    store.emit('sending.changed')
    return store.sending
  },
  resumeSending: ({ store }) => {
    store.sending = { paused: false }
    store.emit('sending.changed')
    return store.sending
  },
  getClock: ({ store }) => ({ now: store.now, nextDueAt: new Date(Date.parse(store.now) + 1_500_000).toISOString() }),
  moveClock: ({ store, body }) => {
    const to = 'to' in body ? body.to : new Date(Date.parse(store.now) + durationMs(body.advance)).toISOString()
    if (to < store.now) throw new Refusal(409, 'conflict', 'the clock never goes back')
    store.now = new Date(to).toISOString()
    store.emit('clock.moved')
    return { now: store.now, nextDueAt: new Date(Date.parse(store.now) + 1_500_000).toISOString(), ran: 3 }
  },
  listSites: ({ store }) => ({ items: store.sites.map((site) => siteOf(store, site)) }),
  patchSite: ({ store, params, body }) => siteOf(store, switched(store.sites, params.id, body.sendingEnabled, store)),
  listPractitioners: ({ store }) => ({ items: store.practitioners.map((who) => practitionerOf(store, who)) }),
  patchPractitioner: ({ store, params, body }) =>
    practitionerOf(store, switched(store.practitioners, params.id, body.sendingEnabled, store)),
  getPractitionerHours: ({ store, params }) => hoursOf(need(store.practitioners.find((who) => who.id === params.id))),
  putPractitionerHours: ({ store, params, body }) => {
    const who = need(store.practitioners.find((candidate) => candidate.id === params.id))
    who.hoursState = 'accepted'
    store.emit('catalogue.changed', who.id)
    return { ...hoursOf(who), accepted: body.hours }
  },
  acceptPractitionerHours: ({ store, params }) => {
    const who = need(store.practitioners.find((candidate) => candidate.id === params.id))
    who.hoursState = 'accepted'
    store.emit('catalogue.changed', who.id)
    return hoursOf(who)
  },
  listServices: ({ store }) => ({ items: store.services.map((service) => serviceOf(store, service)) }),
  patchService: ({ store, params, body }) =>
    serviceOf(store, switched(store.services, params.id, body.sendingEnabled, store)),
  listSources: ({ store }) => ({ items: [store.source] }),
  patchSource: ({ store, params, body }) => {
    const { expectedEveryHours, assumeFulfilledAfterMin, ...rest } = body
    need(params.id === store.source.id ? store.source : undefined)
    Object.assign(store.source, rest, {
      expectedEveryHours: expectedEveryHours ?? undefined,
      assumeFulfilledAfterMin: assumeFulfilledAfterMin ?? undefined,
    })
    store.emit('catalogue.changed', store.source.id)
    return store.source
  },
}

function durationMs(text: string): number {
  const [, days = 0, hours = 0, minutes = 0] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?/.exec(text) ?? []
  return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60_000
}
