import { z } from 'zod'
import { ApiKey, CreateApiKeyRequest, CreatedApiKey } from './api-keys.ts'
import {
  Appointment,
  AppointmentDetail,
  AppointmentsQuery,
  CancelRequest,
  ConfirmRequest,
  MoveRequest,
  OutcomeRequest,
  PutAppointmentRequest,
  PutAppointmentResponse,
  SlotList,
  SourceAppointmentParams,
} from './appointments.ts'
import { Book, BookQuery } from './book.ts'
import {
  PatchSourceRequest,
  Practitioner,
  PractitionerHours,
  PutHoursRequest,
  SendingSwitchRequest,
  Service,
  Site,
  Source,
} from './catalogue.ts'
import { ChangesQuery, PendingChange } from './changes.ts'
import {
  Conversation,
  ConversationDetail,
  ConversationsQuery,
  Message,
  ResolveRequest,
  SendMessageRequest,
} from './conversations.ts'
import { Clock, MoveClockRequest, MovedClock } from './demo.ts'
import { CommitImportRequest, ImportDetail, ImportQuery, ImportReport, ImportSummary } from './imports.ts'
import { EventsQuery } from './events.ts'
import { InboundEvent, InboundEventsQuery } from './inbound-events.ts'
import { Overview, PauseRequest, SendingState } from './overview.ts'
import {
  ConsentEvent,
  CreateConsentRequest,
  CreatePatientRequest,
  Household,
  HouseholdParams,
  Patient,
  PatientsQuery,
  PutHouseholdRequest,
} from './patients.ts'
import { IdParams, PageQuery, pageOf } from './primitives.ts'
import type { RouteName } from './route-paths.ts'
import { DemoSignInRequest, DemoStaffList, Session } from './session.ts'
import type { Permission } from './session.ts'
import { Timeline } from './timeline.ts'
import { Understanding, UnderstandRequest } from './understand.ts'

/**
 * One route. `public` needs no sign-in; `signed-in` any staff or key; otherwise the permission. `content` is the media type
 * where it is not JSON: the body of an import, the stream of events. Routes of `demo` are 404 in other modes. Errors are
 * `ErrorBody` everywhere; every POST takes `Idempotency-Key`.
 */
export type Route = {
  readonly summary: string
  readonly permission: Permission | 'public' | 'signed-in'
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  readonly response: z.ZodType
  readonly status?: 200 | 201
  readonly requestContent?: readonly string[]
  readonly responseContent?: readonly string[]
  readonly demo?: true
}

const Nothing = z.object({})

// prettier-ignore
export const routes = {
  getSession: { summary: 'Who am I', permission: 'signed-in', response: Session },
  listDemoStaff: { summary: 'Staff to sign in as', permission: 'public', response: DemoStaffList, demo: true },
  demoSignIn: { summary: 'Sign in as demo staff', permission: 'public', body: DemoSignInRequest, response: Session, demo: true },
  signOut: { summary: 'Sign out', permission: 'signed-in', response: Nothing },

  getOverview: { summary: 'State of the clinic now', permission: 'book.read', response: Overview },
  pauseSending: { summary: 'Hold every message', permission: 'sending.pause', body: PauseRequest, response: SendingState },
  resumeSending: { summary: 'Send again', permission: 'sending.pause', response: SendingState },

  getBook: { summary: 'The book by practitioner', permission: 'book.read', query: BookQuery, response: Book },
  listAppointments: { summary: 'Appointments', permission: 'book.read', query: AppointmentsQuery, response: pageOf(Appointment) },
  getAppointment: { summary: 'One appointment', permission: 'book.read', params: IdParams, response: AppointmentDetail },
  getTimeline: { summary: 'Everything sent or not, and why', permission: 'book.read', params: IdParams, response: Timeline },
  recordOutcome: { summary: 'Arrived or did not come', permission: 'book.change', params: IdParams, body: OutcomeRequest, response: AppointmentDetail },
  confirmAppointment: { summary: 'Confirm on behalf', permission: 'book.change', params: IdParams, body: ConfirmRequest, response: AppointmentDetail },
  cancelAppointment: { summary: 'Cancel on behalf', permission: 'book.change', params: IdParams, body: CancelRequest, response: AppointmentDetail },
  moveAppointment: { summary: 'Move to another time', permission: 'book.change', params: IdParams, body: MoveRequest, response: AppointmentDetail },
  listSlots: { summary: 'Free times to move to', permission: 'book.read', params: IdParams, response: SlotList },
  getSourceAppointment: { summary: 'By the id of its source', permission: 'book.read', params: SourceAppointmentParams, response: Appointment },
  putSourceAppointment: { summary: 'What a source says now', permission: 'import.write', params: SourceAppointmentParams, body: PutAppointmentRequest, response: PutAppointmentResponse },

  createImport: { summary: 'Read a file; with dryRun nothing changes', permission: 'import.write', query: ImportQuery, response: ImportReport, requestContent: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/octet-stream', 'multipart/form-data'] },
  listImports: { summary: 'Imports, newest first', permission: 'import.write', query: PageQuery, response: pageOf(ImportSummary) },
  getImport: { summary: 'One import and its messages to come', permission: 'import.write', params: IdParams, response: ImportDetail },
  commitImport: { summary: 'Apply a dry run', permission: 'import.write', params: IdParams, body: CommitImportRequest, response: ImportReport },

  listConversations: { summary: 'Who needs a person', permission: 'conversation.read', query: ConversationsQuery, response: pageOf(Conversation) },
  getConversation: { summary: 'One conversation with its messages', permission: 'conversation.read', params: IdParams, response: ConversationDetail },
  claimConversation: { summary: 'Take it on', permission: 'conversation.write', params: IdParams, response: Conversation },
  sendMessage: { summary: 'Answer in the open window', permission: 'conversation.write', params: IdParams, body: SendMessageRequest, response: Message, status: 201 },
  resolveConversation: { summary: 'Close it', permission: 'conversation.write', params: IdParams, body: ResolveRequest, response: Conversation },

  listChanges: { summary: 'To enter in the own system', permission: 'changes.read', query: ChangesQuery, response: pageOf(PendingChange), responseContent: ['application/json', 'text/csv'] },
  markChangeDone: { summary: 'Entered in the own system', permission: 'changes.write', params: IdParams, response: PendingChange },

  listSites: { summary: 'Sites', permission: 'catalogue.read', response: pageOf(Site) },
  patchSite: { summary: 'Switch a site', permission: 'catalogue.write', params: IdParams, body: SendingSwitchRequest, response: Site },
  listPractitioners: { summary: 'Practitioners', permission: 'catalogue.read', response: pageOf(Practitioner) },
  patchPractitioner: { summary: 'Switch a practitioner', permission: 'catalogue.write', params: IdParams, body: SendingSwitchRequest, response: Practitioner },
  getPractitionerHours: { summary: 'Weekly hours, accepted and proposed', permission: 'catalogue.read', params: IdParams, response: PractitionerHours },
  putPractitionerHours: { summary: 'Set weekly hours', permission: 'catalogue.write', params: IdParams, body: PutHoursRequest, response: PractitionerHours },
  acceptPractitionerHours: { summary: 'Accept the proposed hours', permission: 'catalogue.write', params: IdParams, response: PractitionerHours },
  listServices: { summary: 'Visit types', permission: 'catalogue.read', response: pageOf(Service) },
  patchService: { summary: 'Switch a visit type', permission: 'catalogue.write', params: IdParams, body: SendingSwitchRequest, response: Service },
  listSources: { summary: 'Where appointments come from', permission: 'catalogue.read', response: pageOf(Source) },
  patchSource: { summary: 'Settings of a source', permission: 'catalogue.write', params: IdParams, body: PatchSourceRequest, response: Source },

  listPatients: { summary: 'Patients', permission: 'patient.read', query: PatientsQuery, response: pageOf(Patient) },
  createPatient: { summary: 'A new patient', permission: 'patient.write', body: CreatePatientRequest, response: Patient, status: 201 },
  listConsents: { summary: 'Consent, event by event', permission: 'patient.read', params: IdParams, response: pageOf(ConsentEvent) },
  createConsent: { summary: 'Grant or withdraw consent', permission: 'patient.write', params: IdParams, body: CreateConsentRequest, response: ConsentEvent, status: 201 },
  listHouseholds: { summary: 'Phones that a patient shares', permission: 'patient.read', params: IdParams, response: pageOf(Household) },
  putHousehold: { summary: 'Allow or forbid shared messages', permission: 'patient.write', params: HouseholdParams, body: PutHouseholdRequest, response: Household },
  listPatientMessages: { summary: 'Messages of a patient', permission: 'conversation.read', params: IdParams, query: PageQuery, response: pageOf(Message) },

  listInboundEvents: { summary: 'Deliveries of the channel', permission: 'inbound.read', query: InboundEventsQuery, response: pageOf(InboundEvent) },
  understand: { summary: 'What a text means', permission: 'understand', body: UnderstandRequest, response: Understanding },
  streamEvents: { summary: 'What changed, as it changes', permission: 'signed-in', query: EventsQuery, response: z.string(), responseContent: ['text/event-stream'] },
  listApiKeys: { summary: 'API keys', permission: 'keys.manage', response: pageOf(ApiKey) },
  createApiKey: { summary: 'A new API key, shown once', permission: 'keys.manage', body: CreateApiKeyRequest, response: CreatedApiKey, status: 201 },
  revokeApiKey: { summary: 'Revoke an API key', permission: 'keys.manage', params: IdParams, response: ApiKey },

  getClock: { summary: 'Business time', permission: 'demo.clock', response: Clock, demo: true },
  moveClock: { summary: 'Step the clock forward', permission: 'demo.clock', body: MoveClockRequest, response: MovedClock, demo: true },
} as const satisfies Record<RouteName, Route>
