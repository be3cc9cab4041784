import type { Conversation } from '@recado/contracts/conversations'

/** Emergencies on top; then whose reply window closes first; then who has waited longest. What only waits for the patient is last. */
export const byUrgency = (list: readonly Conversation[]): Conversation[] =>
  list.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.windowClosesAt ?? '\uffff').localeCompare(b.windowClosesAt ?? '\uffff') ||
      (a.waitingSince ?? '').localeCompare(b.waitingSince ?? ''),
  )

function rank({ queue }: Conversation): number {
  if (queue === 'emergency') return 0
  return queue === 'waiting' || queue === 'snoozed' ? 2 : 1
}

/** Milliseconds in which free text may still be sent; 0 when the window is closed. */
export const windowLeft = ({ windowClosesAt }: Pick<Conversation, 'windowClosesAt'>, now: number): number =>
  windowClosesAt === undefined ? 0 : Math.max(0, Date.parse(windowClosesAt) - now)
