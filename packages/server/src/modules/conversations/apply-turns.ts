import type { Effect } from '@recado/domain/conversation/effect'
import type { VisitChange } from '@recado/domain/records/change-visit'
import { instantToWallTime } from '@recado/domain/shared/zoned'
import type { Language } from '@recado/domain/shared/language'
import { changedRow, storeVisits, type VisitRow } from '../appointments/index.ts'
import { recordEvents, type NewEvent } from '../audit/index.ts'
import { recordChatConsents } from '../consent/index.ts'
import { replan } from '../journeys/index.ts'
import { enqueueReplies, newReplyRef, payloadOf, type NewReply } from '../messaging/index.ts'
import { holdSlots, releaseClaims } from '../scheduling/index.ts'
import type { Db } from '../../db/db.ts'
import type { Writes } from '../../db/writes.ts'
import { renderReply } from './render-reply.ts'
import { storeConversations } from './store-conversations.ts'
import type { Taken, TurnContext } from './turn-types.ts'

/** Writes what the turns decided, for all of them at once: visits, holds, touches, consents, answers, conversations, events. */
export async function applyTurns(
  trx: Db,
  context: TurnContext,
  taken: readonly Taken[],
  writes: Writes,
): Promise<void> {
  if (taken.length === 0) return
  const { organizationId } = context.clinic
  const visits = changeVisits(context, taken)
  writes.begin(storeVisits(trx, organizationId, visits))
  const gone = visits.filter((visit) => visit.status === 'cancelled').map((visit) => visit.id)
  // What a cancelled visit had is given up first: the turn may hold its old time again, for who takes it back.
  await releaseClaims(trx, organizationId, gone)
  for (const item of taken) await applyHolds(trx, context, item)
  await recordChatConsents(trx, organizationId, context.now, consentsOf(taken))
  await replan(
    trx,
    organizationId,
    [...new Set([...visits.map((visit) => visit.id), ...reachedAgain(taken)])],
    context.now,
  )
  writes.begin(enqueueReplies(trx, organizationId, context.cipher, context.now, taken.flatMap((item) => repliesOf(context, item)))) // prettier-ignore
  writes.begin(storeConversations(trx, organizationId, context.now, taken))
  const events = [...visits.map(visitEvent(taken)), ...taken.map(conversationEvent)]
  writes.begin(recordEvents(trx, organizationId, context.now, events))
}

export const patientActor = (contactPointId: string): string => `patient:${contactPointId}`

/** The visits as the effects change them. They have been locked since their facts were loaded. */
function changeVisits({ now }: TurnContext, taken: readonly Taken[]): VisitRow[] {
  const wanted = taken.flatMap((item) =>
    item.turn.effects.flatMap((effect) => {
      const change = changeOf(effect)
      return change && 'visit' in effect && effect.visit
        ? [{ visit: effect.visit, change, actor: patientActor(item.contactPointId) }]
        : []
    }),
  )
  const rows = new Map(taken.flatMap(({ own }) => own.rows.map((row) => [row.id, row] as const)))
  const changed = new Map<string, VisitRow>()
  for (const { visit, change, actor } of wanted) {
    const row = rows.get(visit.id)
    if (!row || row.version !== visit.version) continue
    const next = changedRow(row, row.observed.practitioner, change, actor, now)
    if (next) changed.set(next.id, next)
    if (next && next.version === row.version) rows.set(next.id, next)
  }
  return [...changed.values()]
}

function changeOf(effect: Effect): VisitChange | undefined {
  switch (effect.do) {
    case 'confirm-visit':
      return { kind: 'confirm' }
    case 'cancel-visit':
      return { kind: 'cancel', undoUntil: effect.undoUntil }
    case 'note-cancel-reason':
      return { kind: 'note-reason', reason: effect.reason }
    case 'undo-cancel':
      return { kind: 'undo-cancel' }
    case 'request-reschedule':
      return { kind: 'request-move' }
    case 'move-visit': {
      const { slot, reinstate, confirms } = effect
      const startLocal = `${instantToWallTime(slot.startAt, slot.zone).slice(0, 16)}:00`
      return {
        kind: 'move',
        reinstate,
        confirms,
        to: { startAt: slot.startAt, startLocal, zone: slot.zone, practitionerId: slot.practitionerId },
      }
    }
    default:
      return undefined
  }
}

async function applyHolds(trx: Db, { clinic, now }: TurnContext, { turn, contactPointId }: Taken): Promise<void> {
  for (const effect of turn.effects) {
    if (effect.do === 'hold-slots') {
      await holdSlots(trx, clinic.organizationId, { appointmentId: effect.visit.id, contactPointId }, effect.holds, now)
    } else if (effect.do === 'release-holds') {
      await releaseClaims(trx, clinic.organizationId, [effect.visit.id], 'hold')
    }
  }
}

const consentsOf = (taken: readonly Taken[]) =>
  taken.flatMap(({ turn, contactPointId, message }) =>
    turn.effects.flatMap((effect) =>
      effect.do === 'opt-out' || effect.do === 'opt-in'
        ? [{ contactPointId, inboundId: message.id, kind: effect.do, startedAgain: 'startedAgain' in effect }]
        : [],
    ),
  )

/** Whoever said stop or start: what is planned for them changes with it. */
const reachedAgain = (taken: readonly Taken[]): string[] =>
  taken.flatMap(({ turn, own }) =>
    turn.effects.some(({ do: what }) => what === 'opt-out' || what === 'opt-in') ? own.visits.map(({ id }) => id) : [],
  )

function repliesOf({ clinic, now }: TurnContext, { turn, message, contactPointId, own }: Taken): NewReply[] {
  const language: Language = own.languages[0] ?? clinic.language
  const replies = turn.effects.flatMap((effect) => (effect.do === 'reply' ? [effect.reply] : []))
  return replies.map((reply, index) => {
    const replyRef = newReplyRef()
    const reader = { language, country: own.country, clinic: clinic.name, now }
    return {
      kind: reply.kind,
      senderId: message.senderId,
      contactPointId,
      inReplyTo: message.id,
      ordinal: String(index),
      content: renderReply(reply, reader, (option) => payloadOf(replyRef, option)),
      replyRef,
      options: reply.options.map((option) => option.action),
      language,
    }
  })
}

const visitEvent =
  (taken: readonly Taken[]) =>
  (visit: VisitRow): NewEvent => {
    const by = taken.find(({ turn }) =>
      turn.effects.some((effect) => 'visit' in effect && effect.visit?.id === visit.id),
    )
    const actor = patientActor(by?.contactPointId ?? '')
    const details = { status: visit.status, confirmation: visit.confirmation, version: visit.version, via: 'chat' }
    return { actor, action: 'appointment.changed', subject: `appointment:${visit.id}`, details }
  }

const conversationEvent = ({ conversation, contactPointId, message, read }: Taken): NewEvent => ({
  actor: patientActor(contactPointId),
  action: 'conversation.changed',
  subject: `conversation:${conversation.id}`,
  details: { inboundId: message.id, meaning: read.meaning },
})
