import type { TimelineEvent } from '@recado/contracts/timeline'
import {
  ATTENDED_STATUSES,
  UPCOMING_STATUSES,
  type AppointmentStatus,
  type Confirmation,
} from '@recado/domain/shared/appointment'

export type VisitStep = {
  readonly status: AppointmentStatus
  readonly confirmation: Confirmation
  readonly version: number
}

/** What a change was, in the words of the timeline: the visit's state comes before what the patient said about it. */
export function kindsOf(before: VisitStep, after: VisitStep): TimelineEvent['kind'][] {
  const state = stateChange(before, after)
  if (state !== undefined) return [state]
  if (after.version > before.version) return ['moved']
  return after.confirmation === before.confirmation ? [] : SAID[after.confirmation]
}

function stateChange(before: VisitStep, after: VisitStep): TimelineEvent['kind'] | undefined {
  if (before.status === after.status) return undefined
  if (GONE.has(after.status)) return 'cancelled'
  if (UPCOMING_STATUSES.has(after.status)) return UPCOMING_STATUSES.has(before.status) ? undefined : 'restored'
  if (after.status === 'noshow') return 'noshow'
  if (!ATTENDED_STATUSES.has(after.status)) return undefined
  return after.status === 'fulfilled' ? 'fulfilled' : 'arrived'
}

const GONE: ReadonlySet<AppointmentStatus> = new Set(['cancelled', 'entered-in-error'])

const SAID: Readonly<Record<Confirmation, TimelineEvent['kind'][]>> = {
  none: [], requested: [], confirmed: ['confirmed'], declined: ['declined'], 'reschedule-requested': ['reschedule-requested'],
} // prettier-ignore
