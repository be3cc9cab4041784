import { UPCOMING_STATUSES, type AppointmentStatus, type Confirmation } from '../shared/appointment.ts'
import type { Instant } from '../shared/instant.ts'
import { overlay, type Observed, type PendingChange } from './observe.ts'

/** The part of a visit that patients and staff can change. `practitioner` and `site` are the names that the source uses. */
export type ChangeableVisit = {
  readonly version: number
  readonly status: AppointmentStatus
  readonly confirmation: Confirmation
  readonly startAt?: Instant
  readonly startLocal?: string
  readonly practitioner?: string
  readonly cancelledBy?: string
  readonly undoUntil?: Instant
  readonly observed: Observed
  readonly pending: readonly PendingChange[]
}

export type NewTime = {
  readonly startAt: Instant
  readonly startLocal: string
  readonly zone: string
  readonly practitionerId?: string
  readonly practitioner?: string
}

export type VisitChange =
  | { readonly kind: 'confirm' }
  | { readonly kind: 'cancel'; readonly undoUntil?: Instant; readonly reason?: string }
  | { readonly kind: 'undo-cancel' }
  | { readonly kind: 'note-reason'; readonly reason: string }
  | { readonly kind: 'request-move' }
  | { readonly kind: 'move'; readonly to: NewTime; readonly reinstate: boolean; readonly confirms: boolean }
  /** What deskOutcome() decided. */
  | { readonly kind: 'outcome'; readonly status: 'arrived' | 'noshow'; readonly fulfilledAt?: Instant }

/** What becomes different; a field that is absent stays. `null` clears. */
export type VisitPatch = {
  readonly version?: number
  readonly status?: AppointmentStatus
  readonly confirmation?: Confirmation
  readonly to?: NewTime
  readonly settledAt?: Instant
  readonly fulfilledAt?: Instant | null
  readonly cancelledBy?: string | null
  readonly cancelReason?: string | null
  readonly cancelledAt?: Instant | null
  readonly undoUntil?: Instant | null
  readonly pending?: readonly PendingChange[]
}

/**
 * What a change by the patient or by staff does to a visit. Undefined: nothing, because it is so already or the visit is
 * past changing; applying a change twice is applying it once. What the source does not show yet becomes pending there.
 */
export function changeVisit(
  visit: ChangeableVisit,
  change: VisitChange,
  actor: string,
  now: Instant,
): VisitPatch | undefined {
  const wait = (field: PendingChange['field'], value: string, base = visit.pending): PendingChange[] =>
    overlay(base, visit.observed, { field, value, since: now, actor })
  const upcoming = UPCOMING_STATUSES.has(visit.status)
  switch (change.kind) {
    case 'confirm':
      return upcoming && visit.confirmation !== 'confirmed' ? { confirmation: 'confirmed' } : undefined
    case 'request-move':
      return upcoming && visit.confirmation !== 'reschedule-requested'
        ? { confirmation: 'reschedule-requested' }
        : undefined
    case 'cancel':
      if (!upcoming) return undefined
      return {
        status: 'cancelled', confirmation: 'declined', cancelledBy: actor, cancelReason: change.reason ?? null, cancelledAt: now,
        undoUntil: change.undoUntil ?? null, pending: wait('status', 'cancelled'),
      } // prettier-ignore
    case 'note-reason':
      return visit.status === 'cancelled' ? { cancelReason: change.reason } : undefined
    case 'undo-cancel':
      if (visit.status !== 'cancelled' || visit.cancelledBy === 'source') return undefined
      return { ...ALIVE, confirmation: 'confirmed', pending: wait('status', 'booked') }
    case 'move':
      return move(visit, change, now, wait)
    case 'outcome':
      return { status: change.status, fulfilledAt: change.fulfilledAt ?? null, pending: wait('status', change.status) }
  }
}

const ALIVE = { status: 'booked', cancelledBy: null, cancelReason: null, cancelledAt: null, undoUntil: null } as const

type Wait = (field: PendingChange['field'], value: string, base?: readonly PendingChange[]) => PendingChange[]

function move(
  visit: ChangeableVisit,
  change: VisitChange & { kind: 'move' },
  now: Instant,
  wait: Wait,
): VisitPatch | undefined {
  const { to, reinstate, confirms } = change
  const alive = UPCOMING_STATUSES.has(visit.status)
  if (!alive && !(reinstate && visit.status === 'cancelled')) return undefined
  const samePlace = to.practitioner === undefined || to.practitioner === visit.practitioner
  if (alive && visit.startAt === to.startAt && samePlace) return undefined
  const timed = wait('startLocal', to.startLocal)
  const placed = samePlace ? timed : wait('practitioner', to.practitioner ?? '', timed)
  return {
    ...(alive ? {} : ALIVE),
    version: visit.version + 1,
    confirmation: confirms ? 'confirmed' : 'none',
    to,
    settledAt: now,
    pending: alive ? placed : wait('status', 'booked', placed),
  }
}
