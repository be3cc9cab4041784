import { PERMISSIONS } from '@recado/contracts/session'
import { staff } from './clinic.ts'
import { need } from './handler.ts'
import type { Handlers } from './handler.ts'
import { uuid } from './random.ts'

/** Keys and consents: what an administrator and the desk keep about programs and patients. */
export const peopleHandlers: Handlers = {
  listApiKeys: ({ store }) => ({ items: store.keys }),
  createApiKey: ({ store, body }) => {
    const made = { id: uuid('key', store.keys.length + 10), name: body.name, permissions: [...PERMISSIONS], createdAt: store.now }
    store.keys.unshift(made)
    return { ...made, key: 'recado_shown-once' }
  }, // prettier-ignore
  revokeApiKey: ({ store, params }) =>
    Object.assign(need(store.keys.find(({ id }) => id === params.id)), { revokedAt: store.now }),
  listHouseholds: ({ store, params }) => ({ items: store.households.get(params.id) ?? [] }),
  putHousehold: ({ store, params, body }) => {
    const household = need(store.households.get(params.id)?.find(({ contactId }) => contactId === params.contactId))
    store.emit('patient.changed', params.id)
    return Object.assign(household, body)
  },
  listConsents: ({ store, params }) => ({ items: store.consents.get(params.id) ?? [] }),
  createConsent: ({ store, params, body }) => {
    const by = staff.find(({ id }) => id === store.staffId)?.name
    const events = store.consents.get(params.id) ?? []
    const { kind = 'grant', purposes, evidence = 'asserted', source = 'api' } = body
    const event = { id: uuid('consent', events.length + 1), kind, purposes, evidence, source, at: store.now, ...(by ? { by } : {}) }
    store.consents.set(params.id, [event, ...events])
    store.emit('patient.changed', params.id)
    return event
  }, // prettier-ignore
}
