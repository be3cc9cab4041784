/**
 * Method and path of every route, without Zod: the console takes its addresses from here and stays small. `routes.ts` adds
 * the schemas and the permission to each of these names.
 */
export const ROUTE_PATHS = {
  getSession: 'GET /api/v1/session',
  listDemoStaff: 'GET /api/v1/demo/staff',
  demoSignIn: 'POST /api/v1/demo/sign-in',
  signOut: 'POST /api/v1/sign-out',

  getOverview: 'GET /api/v1/overview',
  pauseSending: 'POST /api/v1/sending/pause',
  resumeSending: 'POST /api/v1/sending/resume',

  getBook: 'GET /api/v1/book',
  listAppointments: 'GET /api/v1/appointments',
  getAppointment: 'GET /api/v1/appointments/{id}',
  getTimeline: 'GET /api/v1/appointments/{id}/timeline',
  recordOutcome: 'POST /api/v1/appointments/{id}/outcome',
  confirmAppointment: 'POST /api/v1/appointments/{id}/confirm',
  cancelAppointment: 'POST /api/v1/appointments/{id}/cancel',
  moveAppointment: 'POST /api/v1/appointments/{id}/move',
  listSlots: 'GET /api/v1/appointments/{id}/slots',
  getSourceAppointment: 'GET /api/v1/sources/{source}/appointments/{externalId}',
  putSourceAppointment: 'PUT /api/v1/sources/{source}/appointments/{externalId}',

  createImport: 'POST /api/v1/imports',
  listImports: 'GET /api/v1/imports',
  getImport: 'GET /api/v1/imports/{id}',
  commitImport: 'POST /api/v1/imports/{id}/commit',

  listConversations: 'GET /api/v1/conversations',
  getConversation: 'GET /api/v1/conversations/{id}',
  claimConversation: 'POST /api/v1/conversations/{id}/claim',
  sendMessage: 'POST /api/v1/conversations/{id}/messages',
  resolveConversation: 'POST /api/v1/conversations/{id}/resolve',

  listChanges: 'GET /api/v1/changes',
  markChangeDone: 'POST /api/v1/changes/{id}/done',

  listSites: 'GET /api/v1/sites',
  patchSite: 'PATCH /api/v1/sites/{id}',
  listPractitioners: 'GET /api/v1/practitioners',
  patchPractitioner: 'PATCH /api/v1/practitioners/{id}',
  getPractitionerHours: 'GET /api/v1/practitioners/{id}/hours',
  putPractitionerHours: 'PUT /api/v1/practitioners/{id}/hours',
  acceptPractitionerHours: 'POST /api/v1/practitioners/{id}/hours/accept',
  listServices: 'GET /api/v1/services',
  patchService: 'PATCH /api/v1/services/{id}',
  listSources: 'GET /api/v1/sources',
  patchSource: 'PATCH /api/v1/sources/{id}',

  listPatients: 'GET /api/v1/patients',
  createPatient: 'POST /api/v1/patients',
  listConsents: 'GET /api/v1/patients/{id}/consents',
  createConsent: 'POST /api/v1/patients/{id}/consents',
  listHouseholds: 'GET /api/v1/patients/{id}/households',
  putHousehold: 'PUT /api/v1/patients/{id}/households/{contactId}',
  listPatientMessages: 'GET /api/v1/patients/{id}/messages',

  listInboundEvents: 'GET /api/v1/inbound-events',
  understand: 'POST /api/v1/understand',
  streamEvents: 'GET /api/v1/events',
  listApiKeys: 'GET /api/v1/api-keys',
  createApiKey: 'POST /api/v1/api-keys',
  revokeApiKey: 'POST /api/v1/api-keys/{id}/revoke',

  getClock: 'GET /api/v1/demo/clock',
  moveClock: 'POST /api/v1/demo/clock',
} as const

export type RouteName = keyof typeof ROUTE_PATHS

/** `GET /api/v1/appointments/{id}` in its two parts. */
export function routeOf(name: RouteName): { method: string; path: string } {
  const [method = 'GET', path = '/'] = ROUTE_PATHS[name].split(' ')
  return { method, path }
}
