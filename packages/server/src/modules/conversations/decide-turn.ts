import type { Effect } from '@recado/domain/conversation/effect'
import type { OwnVisit, TurnFacts } from '@recado/domain/conversation/facts'
import type { Inbound } from '@recado/domain/conversation/inbound'
import { newConversation, type ConversationState } from '@recado/domain/conversation/state'
import { turn, type Turn } from '@recado/domain/conversation/turn'
import { lasting, type Slot } from '@recado/domain/scheduling/slot'
import type { Instant } from '@recado/domain/shared/instant'
import type { Db } from '../../db/db.ts'
import { claimSlot, loadFreeSlots } from '../scheduling/index.ts'

/** How often one message may ask for facts or lose a time before staff get it; two visits and a lost slot need three. */
const MAX_ROUNDS = 5
const DEFAULT_MIN = 30

export type Deciding = {
  readonly organizationId: string
  readonly contactPointId: string
  readonly state: ConversationState | Record<string, never>
  readonly inbound: Inbound
  readonly facts: TurnFacts
  readonly now: Instant
}

/**
 * One turn with what it asks for on the way: free slots are loaded when the decision wants them, and a time is claimed
 * before the answer says that it is won. A lost claim discards the turn and decides again (invariant 5).
 */
export async function decideTurn(trx: Db, deciding: Deciding): Promise<Turn> {
  const { organizationId, now } = deciding
  const state = stateOf(deciding.state)
  let { inbound, facts } = deciding
  for (let round = 1; ; round++) {
    const decided = turn(state, inbound, facts, now)
    if (decided.wants && round < MAX_ROUNDS) {
      const { slotsOf } = decided.wants
      facts = { ...facts, slots: { ...facts.slots, [slotsOf]: await loadFreeSlots(trx, organizationId, slotsOf, now) } }
      continue
    }
    const lost = await claimWanted(trx, deciding, decided.effects)
    if (!lost) return decided
    const fresh = await loadFreeSlots(trx, organizationId, lost.visit.id, now)
    inbound = lost
    facts = { ...facts, slots: { ...facts.slots, [lost.visit.id]: fresh } }
  }
}

const stateOf = (stored: ConversationState | Record<string, never>): ConversationState =>
  stored['v'] === 1 ? (stored as ConversationState) : newConversation

type SlotLost = Extract<Inbound, { kind: 'slot-lost' }>

/** Wins what the effects depend on; the first time that is lost comes back as what to decide about next. */
async function claimWanted(
  trx: Db,
  { organizationId, contactPointId, facts, now }: Deciding,
  effects: readonly Effect[],
): Promise<SlotLost | undefined> {
  for (const effect of effects) {
    const wanted = wantedSlot(effect, facts.visits)
    if (!wanted) continue
    const claimant = { appointmentId: wanted.visit.id, contactPointId }
    const won = await claimSlot(trx, organizationId, claimant, wanted.slot, now, wanted.bookedAfter)
    if (!won)
      return {
        kind: 'slot-lost',
        visit: { id: wanted.visit.id, version: wanted.visit.version },
        slot: wanted.slot,
        wanted: wanted.wanted,
      }
  }
  return undefined
}

type Wanted = {
  readonly visit: { id: string; version: number }
  readonly slot: Slot
  readonly wanted: 'move' | 'undo'
  readonly bookedAfter: Instant | null
}

function wantedSlot(effect: Effect, visits: readonly OwnVisit[]): Wanted | undefined {
  if (effect.do === 'move-visit') return { visit: effect.visit, slot: effect.slot, wanted: 'move', bookedAfter: null }
  if (effect.do !== 'undo-cancel') return undefined
  const visit = visits.find(({ id }) => id === effect.visit.id)
  // A visit known by day only, or with nobody in particular, takes no time from anybody.
  if (!visit?.startAt || !visit.practitionerId) return undefined
  const slot = {
    ...lasting(visit.startAt, visit.durationMin ?? DEFAULT_MIN),
    practitionerId: visit.practitionerId,
    siteId: visit.siteId,
    zone: visit.zone,
  }
  return { visit: effect.visit, slot, wanted: 'undo', bookedAfter: visit.cancelledAt ?? visit.settledAt }
}
