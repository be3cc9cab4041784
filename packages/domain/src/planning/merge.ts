import type { Instant } from '../shared/instant.ts'
import type { PlannedTouch, TouchKey } from './plan-types.ts'

/** An open touch with what decides whom it may share a message with. */
export type MergeItem = Pick<
  PlannedTouch,
  'key' | 'template' | 'visitDate' | 'anchorAt' | 'dueAt' | 'notBefore' | 'expiresAt' | 'mergeWithinMs'
> & {
  readonly contactPointId: string
  readonly patientId: string
  /** The household allows one text about two of its patients. */
  readonly shareTexts: boolean
  /** Messages that differ in this are never one, for example `sender/language`. */
  readonly apart: string
}

/**
 * One message. The touch that is due first leads: the message is its row, at its time, until its expiry, and the other
 * parts ride along. `parts` has the leader too and is in the order of the visits.
 */
export type MergedMessage = {
  readonly leader: TouchKey
  readonly dueAt: Instant
  readonly expiresAt: Instant
  readonly parts: readonly TouchKey[]
}

/** As many visits as a text can list without becoming a letter. */
export const MAX_PARTS = 5

/**
 * Touches of one contact point and one step about visits of one day become one message, "Tomorrow: Ana 09:00, Leo
 * 09:20". Pass open touches only: what is on its way takes no more parts. The result does not depend on their order,
 * each touch is in exactly one message, and taking a whole message away leaves the others as they are.
 */
export function merge(items: readonly MergeItem[], maxParts: number = MAX_PARTS): MergedMessage[] {
  const tables = new Map<string, MergeItem[]>()
  for (const item of items) {
    const key = tableKey(item)
    const table = tables.get(key)
    if (table) table.push(item)
    else tables.set(key, [item])
  }
  return [...tables.values()].flatMap((table) => seat(table.toSorted(byDue), maxParts))
}

/** Everybody who could share a message at all: without the household's word, one patient's visits only. */
const tableKey = (item: MergeItem): string =>
  [item.contactPointId, item.template, item.visitDate, item.apart, item.shareTexts ? '' : item.patientId].join('\n')

function seat(table: readonly MergeItem[], maxParts: number): MergedMessage[] {
  const messages: MergedMessage[] = []
  let waiting = table
  for (let leader = waiting[0]; leader; leader = waiting[0]) {
    const parts: MergeItem[] = []
    const rest: MergeItem[] = []
    for (const item of waiting) (parts.length < maxParts && fits(item, leader) ? parts : rest).push(item)
    messages.push({
      leader: leader.key,
      dueAt: leader.dueAt,
      expiresAt: leader.expiresAt,
      parts: parts.toSorted(byVisit).map((part) => part.key),
    })
    waiting = rest
  }
  return messages
}

/** Rides along: neither pulled before its booking has settled nor kept beyond the moment at which it is worthless. */
const fits = (item: MergeItem, leader: MergeItem): boolean =>
  item === leader ||
  (item.notBefore <= leader.dueAt &&
    item.expiresAt >= leader.expiresAt &&
    Math.abs(item.anchorAt - leader.anchorAt) <= Math.min(item.mergeWithinMs, leader.mergeWithinMs))

const byKey = (a: MergeItem, b: MergeItem): number => (a.key < b.key ? -1 : 1)
const byDue = (a: MergeItem, b: MergeItem): number => a.dueAt - b.dueAt || a.expiresAt - b.expiresAt || byKey(a, b)
const byVisit = (a: MergeItem, b: MergeItem): number => a.anchorAt - b.anchorAt || byKey(a, b)
