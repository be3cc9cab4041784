import type { Slot } from '../scheduling/slot.ts'
import { localDate } from '../shared/zoned.ts'
import type { OwnVisit } from './facts.ts'
import type { VisitWords } from './reply.ts'

/** The visit as a message may speak of it. */
export const wordsOf = ({ show, date, zone, startAt }: OwnVisit): VisitWords => ({
  ...show,
  date,
  zone,
  ...(startAt === undefined ? {} : { startAt }),
})

/** The visit as it will be at the slot. A practitioner whose name we do not have here is left out, never guessed. */
export function wordsAt(visit: OwnVisit, slot: Slot): VisitWords {
  const { practitioner, site, ...show } = visit.show
  return {
    ...show,
    ...(practitioner !== undefined && slot.practitionerId === visit.practitionerId ? { practitioner } : {}),
    ...(site !== undefined && slot.siteId === visit.siteId ? { site } : {}),
    date: localDate(slot.startAt, slot.zone),
    zone: slot.zone,
    startAt: slot.startAt,
  }
}
