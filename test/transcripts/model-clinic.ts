import type { Effect } from '@recado/domain/conversation/effect'
import type { About, OwnVisit, TurnFacts } from '@recado/domain/conversation/facts'
import type { Inbound } from '@recado/domain/conversation/inbound'
import type { Reply } from '@recado/domain/conversation/reply'
import { newConversation, readState, type ConversationState } from '@recado/domain/conversation/state'
import { turn, type Turn } from '@recado/domain/conversation/turn'
import { decideClaim, isLive, type Booking, type Claim } from '@recado/domain/scheduling/claim'
import { freeSlots } from '@recado/domain/scheduling/free-slots'
import type { Hours } from '@recado/domain/scheduling/hours'
import { lasting, overlaps, type Slot } from '@recado/domain/scheduling/slot'
import { DAY, HOUR, type Instant } from '@recado/domain/shared/instant'
import { localDate } from '@recado/domain/shared/zoned'

/**
 * The smallest clinic in which a conversation can be played: a book, claims and one conversation per phone. It carries out
 * effects as the server does (load, decide, apply), with the domain's own slots and claims, and nothing of the database.
 */
export type Clinic = {
  now: Instant
  readonly zone: string
  /** Accepted hours; `by-staff` while nobody has accepted them. */
  hours: Hours | 'by-staff'
  readonly visits: Map<string, OwnVisit>
  /** Other patients' visits. */
  readonly bookings: Booking[]
  claims: Claim[]
  readonly phones: Map<string, Phone>
  /** Who takes a slot between an offer and its choice, to be played when the choice arrives. */
  onClaim?: (slot: Slot) => void
}
export type Phone = {
  readonly visitIds: readonly string[]
  /** As the database keeps it. */
  saved: string
  owner: TurnFacts['owner']
  queue?: string
  about?: About
  optedOut: boolean
  lastStaffMessageAt?: Instant
  readonly outbox: Reply[]
}

export const newPhone = (visitIds: readonly string[]): Phone => ({
  visitIds,
  saved: JSON.stringify(newConversation),
  owner: 'bot',
  optedOut: false,
  outbox: [],
})

export type Taken = { readonly turn: Turn; readonly replies: readonly Reply[]; readonly effects: readonly Effect[] }

/** One message of this phone, from the saved state to the saved state. */
export function receive(clinic: Clinic, phone: Phone, inbound: Inbound, quoted?: About): Taken {
  const before = readState(JSON.parse(phone.saved))
  let taken = decide(clinic, phone, before, inbound, quoted)
  const lost = firstLost(clinic, taken.effects)
  if (lost) taken = decide(clinic, phone, before, lost, quoted)
  for (const effect of taken.effects) apply(clinic, phone, effect)
  phone.saved = JSON.stringify(taken.state)
  const replies = taken.effects.flatMap((effect) => (effect.do === 'reply' ? [effect.reply] : []))
  phone.outbox.push(...replies)
  return { turn: taken, replies, effects: taken.effects }
}

function decide(clinic: Clinic, phone: Phone, state: ConversationState, inbound: Inbound, quoted?: About): Turn {
  const facts = factsOf(clinic, phone, quoted)
  const first = turn(state, inbound, facts, clinic.now)
  if (!first.wants) return first
  const { slotsOf } = first.wants
  return turn(state, inbound, { ...facts, slots: { [slotsOf]: slotsFor(clinic, slotsOf) } }, clinic.now)
}

export function factsOf(clinic: Clinic, phone: Phone, quoted?: About): TurnFacts {
  const about = quoted ?? phone.about
  return {
    visits: phone.visitIds.flatMap((id) => clinic.visits.get(id) ?? []),
    slots: {},
    owner: phone.owner,
    optedOut: phone.optedOut,
    ...(about ? { about } : {}),
    ...(phone.lastStaffMessageAt === undefined ? {} : { lastStaffMessageAt: phone.lastStaffMessageAt }),
  }
}

/** Thirty days of free times with the visit's own practitioner. */
export function slotsFor(clinic: Clinic, visitId: string): readonly Slot[] | 'by-staff' {
  const visit = clinic.visits.get(visitId)
  if (!visit?.practitionerId || clinic.hours === 'by-staff') return 'by-staff'
  return freeSlots({
    hours: [clinic.hours],
    holidays: [],
    bookings: bookingsOf(clinic),
    claims: clinic.claims,
    practitionerId: visit.practitionerId,
    siteId: visit.siteId,
    zone: visit.zone,
    durationMin: visit.durationMin ?? 30,
    stepMin: 30,
    from: clinic.now,
    to: (clinic.now + 30 * DAY) as Instant,
    now: clinic.now,
    minLeadMs: 2 * HOUR,
    forVisit: visitId,
  })
}

/** Everything in the book that takes time: other patients' visits and those of our phones that stand. */
export function bookingsOf({ visits, bookings }: Clinic): Booking[] {
  const own = [...visits.values()].flatMap((visit) =>
    visit.startAt === undefined || visit.practitionerId === undefined || visit.status === 'cancelled'
      ? []
      : [
          {
            ...lasting(visit.startAt, visit.durationMin ?? 30),
            practitionerId: visit.practitionerId,
            appointmentId: visit.id,
          },
        ],
  )
  return [...bookings, ...own]
}

/** The first effect that cannot be carried out, as the question that the shell asks instead. */
function firstLost(clinic: Clinic, effects: readonly Effect[]): Inbound | undefined {
  for (const effect of effects) {
    if (effect.do === 'move-visit') {
      clinic.onClaim?.(effect.slot)
      const { visit, slot } = effect
      if (claimLost(clinic, visit.id, slot)) return { kind: 'slot-lost', visit, slot, wanted: 'move' }
    }
    if (effect.do === 'undo-cancel') {
      const slot = oldSlotOf(clinic, effect.visit.id)
      if (slot && claimLost(clinic, effect.visit.id, slot)) {
        return { kind: 'slot-lost', visit: effect.visit, slot, wanted: 'undo' }
      }
    }
  }
  return undefined
}

const claimLost = (clinic: Clinic, appointmentId: string, slot: Slot): boolean =>
  decideClaim({ slot, appointmentId, now: clinic.now }, { bookings: bookingsOf(clinic), claims: clinic.claims })
    .kind === 'lost'

function oldSlotOf({ visits }: Clinic, id: string): Slot | undefined {
  const visit = visits.get(id)
  if (visit?.startAt === undefined || visit.practitionerId === undefined) return undefined
  const { practitionerId, siteId, zone } = visit
  return { ...lasting(visit.startAt, visit.durationMin ?? 30), practitionerId, siteId, zone }
}

function apply(clinic: Clinic, phone: Phone, effect: Effect): void {
  switch (effect.do) {
    case 'reply':
    case 'note-cancel-reason':
    case 'mark-unread':
      return
    case 'confirm-visit':
      return change(clinic, effect.visit.id, (visit) => ({ ...visit, confirmation: 'confirmed' }))
    case 'cancel-visit':
      return change(clinic, effect.visit.id, (visit) => ({
        ...visit,
        status: 'cancelled',
        confirmation: 'declined',
        cancelledBy: 'patient',
        undoUntil: effect.undoUntil,
      }))
    case 'undo-cancel':
      return change(clinic, effect.visit.id, ({ cancelledBy: _by, undoUntil: _until, ...visit }) => ({
        ...visit,
        status: 'booked',
        confirmation: 'confirmed',
      }))
    case 'request-reschedule':
      return change(clinic, effect.visit.id, (visit) =>
        visit.status === 'cancelled' ? visit : { ...visit, confirmation: 'reschedule-requested' },
      )
    case 'hold-slots':
      clinic.claims = clinic.claims.filter((claim) => isLive(claim, clinic.now) && !holds(claim, effect.visit.id))
      for (const { slot, until } of effect.holds) {
        const claim: Claim = { ...slot, appointmentId: effect.visit.id, kind: 'hold', expiresAt: until }
        if (!clinic.claims.some((other) => clash(other, claim))) clinic.claims.push(claim)
      }
      return
    case 'release-holds':
      clinic.claims = clinic.claims.filter((claim) => !holds(claim, effect.visit.id))
      return
    case 'move-visit':
      return move(clinic, effect)
    case 'escalate':
      if (phone.owner === 'bot') phone.owner = 'queue'
      if (phone.owner === 'queue') phone.queue = `${effect.queue} (${effect.reason})`
      return
    case 'opt-out':
      phone.optedOut = true
      return
    case 'opt-in':
      phone.optedOut = false
      return
  }
}

function move(clinic: Clinic, { visit: { id }, slot, confirms }: Extract<Effect, { do: 'move-visit' }>): void {
  clinic.claims = clinic.claims.filter((claim) => claim.appointmentId !== id)
  clinic.claims.push({ ...slot, appointmentId: id, kind: 'visit' })
  change(clinic, id, ({ cancelledBy: _by, undoUntil: _until, ...visit }) => ({
    ...visit,
    status: 'booked',
    version: visit.version + 1,
    confirmation: confirms ? 'confirmed' : 'none',
    startAt: slot.startAt,
    date: localDate(slot.startAt, slot.zone),
    settledAt: clinic.now,
  }))
}

const holds = (claim: Claim, visitId: string): boolean => claim.kind === 'hold' && claim.appointmentId === visitId
const clash = (a: Claim, b: Claim): boolean => a.practitionerId === b.practitionerId && overlaps(a, b)

function change({ visits }: Clinic, id: string, how: (visit: OwnVisit) => OwnVisit): void {
  const visit = visits.get(id)
  if (visit) visits.set(id, how(visit))
}
