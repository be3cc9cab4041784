import { appointmentRoutes } from '../modules/appointments/appointment-routes.ts'
import { changeRoutes } from '../modules/changes/change-routes.ts'
import { consentRoutes } from '../modules/consent/consent-routes.ts'
import { conversationRoutes } from '../modules/inbox/conversation-routes.ts'
import { patientMessageRoutes } from '../modules/inbox/patient-message-routes.ts'
import { inboundEventRoutes } from '../modules/messaging/inbound-event-routes.ts'
import { pauseRoutes } from '../modules/messaging/pause-routes.ts'
import { catalogueRoutes } from '../modules/organizations/catalogue-routes.ts'
import type { Mode } from '../modules/organizations/index.ts'
import { patientRoutes } from '../modules/patients/patient-routes.ts'
import { bookRoutes } from '../modules/reporting/book-routes.ts'
import { overviewRoutes } from '../modules/reporting/overview-routes.ts'
import { timelineRoutes } from '../modules/reporting/timeline-routes.ts'
import { keyRoutes } from '../modules/staff/key-routes.ts'
import { sessionRoutes } from '../modules/staff/session-routes.ts'
import { understandRoutes } from '../modules/understanding/understand-routes.ts'
import type { Db } from '../db/db.ts'
import type { ContentCipher } from '../platform/content-cipher.ts'
import type { Handlers } from './bind-routes.ts'
import { eventRoutes } from './event-routes.ts'
import type { EventStream } from './event-stream.ts'

export type ApiDeps = {
  readonly db: Db
  readonly cipher: ContentCipher
  readonly mode: Mode
  /** Where the simulator's phones are; undefined with a real WhatsApp account. */
  readonly phonesUrl: string | undefined
  /** The database is the bundled one. */
  readonly bundledDatabase?: boolean
  /** Something may be due: the dispatcher looks at once. */
  readonly wake: () => void
  readonly events: EventStream
}

/** The handlers of the route table, but for imports and the demo's clock. */
export const allHandlers = (deps: ApiDeps): Handlers => ({
  ...sessionRoutes(deps),
  ...overviewRoutes(deps),
  ...pauseRoutes(deps),
  ...bookRoutes(deps),
  ...appointmentRoutes(deps),
  ...timelineRoutes(deps),
  ...conversationRoutes(deps),
  ...changeRoutes(deps),
  ...catalogueRoutes({ ...deps, demo: deps.mode === 'demo' }),
  ...patientRoutes(deps),
  ...consentRoutes(deps),
  ...patientMessageRoutes(deps),
  ...inboundEventRoutes(deps),
  ...understandRoutes(deps),
  ...eventRoutes(deps),
  ...keyRoutes(deps),
})
