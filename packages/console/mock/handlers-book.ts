import type { AppointmentDetail } from '@recado/contracts/appointments'
import type { BookAppointment } from '@recado/contracts/book'
import { addDays, instantOf, isoWeekday, timeOf } from '../src/time/zoned.ts'
import { need, Refusal } from './handler.ts'
import type { Handlers } from './handler.ts'
import type { Store } from './store.ts'
import { timelineOf } from './timelines.ts'
import { chipOf } from './visits.ts'
import type { Visit } from './visits.ts'

const visitOf = (store: Store, id: string): Visit => need(store.visits.find((visit) => visit.id === id))

const rowOf = (visit: Visit): BookAppointment => ({
  ...visit,
  chip: chipOf(visit),
  pendingInSource: visit.pending.length > 0,
})

function detailOf(store: Store, visit: Visit): AppointmentDetail {
  const talk = store.talks.find(({ patients }) => patients.some(({ id }) => id === visit.patientId))
  return { ...visit, chip: chipOf(visit), ...(talk ? { conversationId: talk.id } : {}) }
}

/** `fail-500` as a cancel reason fails, so that the error can be seen in development as in tests. */
function change(
  store: Store,
  id: string,
  version: number | undefined,
  edit: (visit: Visit) => void,
): AppointmentDetail {
  const visit = visitOf(store, id)
  if (version !== undefined && version !== visit.version)
    throw new Refusal(409, 'conflict', 'changed by somebody else meanwhile')
  edit(visit)
  visit.version += 1
  store.emit('appointment.changed', id)
  return detailOf(store, visit)
}

function hoursBetween(from: string, to: string, who: Store['practitioners'][number]) {
  const days = []
  for (let date = from; date < to; date = addDays(date, 1)) {
    if (isoWeekday(date) <= 5)
      days.push({ date, siteId: who.siteId, start: timeOf(who.opens * 60), end: timeOf(who.closes * 60) })
  }
  return who.hoursState === 'none' ? [] : days
}

export const bookHandlers: Handlers = {
  getBook: ({ store, query }) => ({
    from: query.from,
    to: query.to,
    sites: store.sites,
    practitioners: store.practitioners
      .filter(
        (who) => (!query.site || who.siteId === query.site) && (!query.practitioner || who.id === query.practitioner),
      )
      .map((who) => ({
        id: who.id,
        name: who.name,
        siteIds: [who.siteId],
        sendingEnabled: who.sendingEnabled,
        hoursState: who.hoursState,
        hours: hoursBetween(query.from, query.to, who),
        appointments: store.visits
          .filter((visit) => visit.practitionerId === who.id && visit.date >= query.from && visit.date < query.to)
          .map(rowOf),
      })),
  }),
  listAppointments: ({ store }) => ({ items: store.visits.slice(0, 100) }),
  getAppointment: ({ store, params }) => detailOf(store, visitOf(store, params.id)),
  getTimeline: ({ store, params }) => timelineOf(visitOf(store, params.id), store.now),
  recordOutcome: ({ store, params, body }) =>
    change(store, params.id, body.version, (visit) => void (visit.status = body.outcome)),
  confirmAppointment: ({ store, params, body }) =>
    change(store, params.id, body.version, (visit) => void (visit.confirmation = 'confirmed')),
  cancelAppointment: ({ store, params, body }) => {
    if (body.reason === 'fail-500') throw new Refusal(500, 'internal', 'something broke on our side')
    store.told.set(params.id, body.tell ?? true)
    return change(store, params.id, body.version, (visit) => void (visit.status = 'cancelled'))
  },
  moveAppointment: ({ store, params, body }) =>
    change(store, params.id, body.version, (visit) => {
      store.told.set(visit.id, body.tell ?? true)
      Object.assign(visit, { startLocal: body.startLocal, date: body.startLocal.slice(0, 10), confirmation: 'none' })
      visit.utc = instantOf(body.startLocal, visit.zone)
      visit.pending = [{ field: 'start', value: body.startLocal }]
    }),
  listSlots: ({ store, params }) => {
    const visit = visitOf(store, params.id)
    const who = store.practitioners.find((candidate) => candidate.id === visit.practitionerId)
    if (who?.hoursState !== 'accepted') return { items: [], reason: 'hours-not-accepted' }
    const items = [1, 2, 3].flatMap((offset) =>
      ['10:00', '11:20', '14:40'].map((time) => ({
        startLocal: `${addDays(visit.date, offset)}T${time}`,
        utc: instantOf(`${addDays(visit.date, offset)}T${time}`, visit.zone),
        practitionerId: who.id,
        practitioner: who.name,
      })),
    )
    return { items: items.filter(({ startLocal }) => isoWeekday(startLocal.slice(0, 10)) <= 5) }
  },
}
