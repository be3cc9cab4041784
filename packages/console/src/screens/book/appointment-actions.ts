import type { AppointmentDetail } from '@recado/contracts/appointments'

type Facts = { readonly visit: AppointmentDetail; readonly now: number; readonly allowed: boolean }

const HOUR = 3_600_000
const OVER: ReadonlySet<string> = new Set(['arrived', 'in-progress', 'fulfilled', 'noshow'])

const basics = ({ visit, allowed }: Facts) =>
  !allowed ? 'off.permission' : visit.status === 'cancelled' ? 'off.cancelled' : undefined

const hasEnded = ({ visit, now }: Facts): boolean =>
  visit.utc !== undefined && Date.parse(visit.utc) + (visit.durationMin ?? 0) * 60_000 < now

/** Why an action is off, as the key of a text; undefined means that it is on. The server decides again. */
export const disabledReason = {
  /** People come early, but nobody comes the day before. */
  arrived: (facts: Facts) =>
    basics(facts) ??
    (facts.visit.status === 'arrived' || facts.visit.status === 'fulfilled'
      ? 'off.done'
      : facts.visit.utc !== undefined && facts.now < Date.parse(facts.visit.utc) - HOUR
        ? 'off.notYet'
        : undefined),
  noshow: (facts: Facts) =>
    basics(facts) ??
    (facts.visit.status === 'noshow'
      ? 'off.done'
      : facts.visit.utc !== undefined && facts.now < Date.parse(facts.visit.utc)
        ? 'off.notStarted'
        : undefined),
  confirm: (facts: Facts) =>
    basics(facts) ??
    (OVER.has(facts.visit.status) || hasEnded(facts)
      ? 'off.over'
      : facts.visit.confirmation === 'confirmed'
        ? 'off.confirmed'
        : undefined),
  move: (facts: Facts) =>
    basics(facts) ??
    (OVER.has(facts.visit.status) || hasEnded(facts)
      ? 'off.over'
      : facts.visit.utc === undefined
        ? 'off.noTime'
        : undefined),
  cancel: (facts: Facts) => basics(facts) ?? (OVER.has(facts.visit.status) || hasEnded(facts) ? 'off.over' : undefined),
} as const
