import type { AppointmentStatus } from '@recado/domain/shared/appointment'
import type { Instant } from '@recado/domain/shared/instant'
import type { Catalogue } from '../organizations/index.ts'
import type { Place } from './import-source.ts'

/** One visit as a source tells it, whatever kind of source: what connectors/csv reads and what the API is sent. */
export type SourceRow = {
  readonly key: string
  readonly op?: 'create' | 'update' | 'delete'
  readonly patientExternalId?: string | null
  readonly given?: string | null
  readonly family?: string | null
  readonly name?: string | null
  readonly birthDate?: string | null
  readonly phoneE164?: string | null
  readonly date?: string
  readonly startLocal?: string
  readonly zone?: string
  readonly utc?: string
  readonly durationMin?: number | null
  readonly status?: AppointmentStatus | 'confirmed' | 'unmapped'
  readonly practitioner?: string | null
  readonly service?: string | null
  readonly site?: string | null
  readonly language?: string | null
  readonly consent?: boolean | null
}

export type SourceContext = {
  readonly organizationId: string
  readonly sourceId: string
  readonly importId: string
  /** Where visits without a site go, and the zone of times without one. */
  readonly defaultSite: Place
  readonly enableNew: boolean
  readonly catalogue: Catalogue
  readonly now: Instant
}
