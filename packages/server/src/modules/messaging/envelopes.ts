import { journeyByKey } from '@recado/domain/planning/all-journeys'
import type { Step } from '@recado/domain/planning/journey'
import { merge, type MergeItem } from '@recado/domain/planning/merge'
import { CHANGE_JOURNEY, NOTICE, noticeExpects } from '@recado/domain/planning/notice'
import type { TouchKey } from '@recado/domain/planning/plan-types'
import type { VisitRef } from '@recado/domain/policy/gate-types'
import { shift, type Instant } from '@recado/domain/shared/instant'
import type { DueMessage } from './due.ts'
import type { ContactNow } from './people-facts.ts'
import type { VisitNowRow } from './visit-facts.ts'

/** One message on its way out: a reply or a touch, with the touches that ride along in it. */
export type Envelope = {
  readonly leader: DueMessage
  /** Leader included, in the order of the visits; a reply has itself alone. */
  readonly parts: readonly DueMessage[]
  readonly contact: ContactNow
  /** Of the parts, in their order; empty for a reply. */
  readonly visits: readonly VisitNowRow[]
  readonly step: StepNow | undefined
}

/** What the gate and merging ask of the step that a touch belongs to. */
export type StepNow = Pick<Step, 'messageClass' | 'mergeWithinMs'> & Pick<VisitRef, 'expects'>

/** A step that was taken out of its journey has none; the news of a change belongs to no journey. */
export function stepOf({ journey, step: key }: DueMessage): StepNow | undefined {
  if (journey === CHANGE_JOURNEY) return { ...NOTICE, expects: noticeExpects(key ?? '') }
  const step = journeyByKey(journey ?? '')?.steps.find((one) => one.key === key)
  return step && { ...step, expects: step.anchor === 'appointment.fulfilled' ? 'attended' : 'upcoming' }
}

/**
 * Puts what is due into envelopes: touches of one phone that may share a message do. What misses a locked contact or
 * visit is not put anywhere and waits for the next round. Only envelopes whose leader is due leave now.
 */
export function fillEnvelopes(
  due: readonly DueMessage[],
  siblings: readonly DueMessage[],
  contacts: ReadonlyMap<string, ContactNow>,
  visits: ReadonlyMap<string, VisitNowRow>,
  settleMs: number,
): Envelope[] {
  const replies = due.filter((message) => message.journey === null).flatMap((message) => alone(message, contacts))
  const dueIds = new Set(due.map((message) => message.id))
  const touches = new Map([...due, ...siblings].filter((m) => m.journey !== null).map((m) => [m.dedupe_key, m]))
  const items = [...touches.values()].flatMap((message) => mergeItem(message, contacts, visits, settleMs))
  const merged = merge(items).flatMap(({ leader, parts }) => {
    const lead = touches.get(leader)
    if (!lead || !dueIds.has(lead.id)) return []
    return together(
      lead,
      parts.flatMap((key) => touches.get(key) ?? []),
      contacts,
      visits,
    )
  })
  return [...replies, ...merged]
}

const alone = (message: DueMessage, contacts: ReadonlyMap<string, ContactNow>): Envelope[] => {
  const contact = contacts.get(message.contact_point_id ?? '')
  return contact ? [{ leader: message, parts: [message], contact, visits: [], step: undefined }] : []
}

function together(
  leader: DueMessage,
  parts: readonly DueMessage[],
  contacts: ReadonlyMap<string, ContactNow>,
  visits: ReadonlyMap<string, VisitNowRow>,
): Envelope[] {
  const contact = contacts.get(leader.contact_point_id ?? '')
  const of = parts.flatMap((part) => visits.get(part.appointment_id ?? '') ?? [])
  return contact && of.length === parts.length ? [{ leader, parts, contact, visits: of, step: stepOf(leader) }] : []
}

function mergeItem(
  message: DueMessage,
  contacts: ReadonlyMap<string, ContactNow>,
  visits: ReadonlyMap<string, VisitNowRow>,
  settleMs: number,
): MergeItem[] {
  const contact = contacts.get(message.contact_point_id ?? '')
  const visit = visits.get(message.appointment_id ?? '')
  if (!contact || !visit) return []
  const step = stepOf(message)
  const anchorAt: Instant = visit.start_at ?? message.due_at
  return [
    {
      key: message.dedupe_key as TouchKey,
      template: message.template ?? '',
      visitDate: visit.date,
      anchorAt,
      dueAt: message.due_at,
      notBefore: shift(visit.settled_at, settleMs),
      expiresAt: message.expires_at,
      mergeWithinMs: step?.mergeWithinMs ?? 0,
      contactPointId: contact.id,
      patientId: visit.patient_id,
      shareTexts: contact.share_texts,
      // A repeat says what the first one said: nothing new can ride along in it.
      apart: message.content === null ? (message.language ?? '') : message.id,
    },
  ]
}
