import { UPCOMING_STATUSES, ATTENDED_STATUSES } from '../../shared/appointment.ts'
import { DAY, MINUTE } from '../../shared/instant.ts'
import type { GateFacts, GateReason, Rule, Verdict, VisitNow, VisitRef } from '../gate-types.ts'
import { allow, deny, hold, lookAgain } from '../verdict.ts'

export const notExpired: Rule = {
  name: 'not-expired',
  sentence: 'A message whose moment has passed does not leave.',
  check: (send, { now }) => (send.expiresAt > now ? allow : deny('expired')),
}

export const currentVersion: Rule = {
  name: 'current-version',
  sentence: 'Every visit that a message speaks of still stands, at that time, and lies on the right side of now.',
  check: (send, facts) => {
    for (const ref of send.about) {
      const reason = staleness(ref, facts)
      if (reason) return deny(reason)
    }
    return allow
  },
}

function staleness(ref: VisitRef, { visits, now }: GateFacts): GateReason | undefined {
  const visit = visits.find(({ visitId }) => visitId === ref.visitId)
  if (!visit) return 'visit-unknown'
  if (ref.expects === 'cancelled') return cancellationStaleness(visit, now)
  if (CANCELLED.has(visit.status)) return 'visit-cancelled'
  if (UNBOOKED.has(visit.status)) return 'visit-not-booked'
  if (visit.version !== ref.version) return 'visit-moved'
  if (ref.expects === 'attended') return ATTENDED_STATUSES.has(visit.status) ? undefined : 'did-not-come'
  return isOver(visit, now) ? 'visit-over' : undefined
}

/** "Please do not come" is said of a visit that is off, and as long as somebody could still set out for it. */
function cancellationStaleness({ status, startAt }: VisitNow, now: number): GateReason | undefined {
  if (!CANCELLED.has(status)) return 'visit-stands'
  return startAt !== undefined && startAt <= now ? 'visit-over' : undefined
}

const CANCELLED: ReadonlySet<string> = new Set(['cancelled', 'entered-in-error'])
const UNBOOKED: ReadonlySet<string> = new Set(['waitlist', 'unknown'])
const isOver = ({ status, startAt }: VisitNow, now: number): boolean =>
  !UPCOMING_STATUSES.has(status) || (startAt !== undefined && startAt <= now)

/** Meta's window lasts 24 h from the person's last message; what leaves in its last minutes may arrive too late. */
export const WINDOW_MS = DAY
export const WINDOW_MARGIN_MS = 10 * MINUTE

/** Whether free text passes and the portfolio's limit does not count. The margin is ours. */
export const windowOpen = ({ lastInboundAt, now }: GateFacts, marginMs: number): boolean =>
  lastInboundAt !== undefined && now - lastInboundAt < WINDOW_MS - marginMs

export const windowOrTemplate: Rule = {
  name: 'window-or-template',
  sentence:
    "Free text leaves only in the open 24 h window, ten minutes before its end at the latest; else it's a template.",
  check: (send, facts) => {
    if (send.content === 'template') return allow
    return windowOpen(facts, send.kind === 'safety' ? 0 : WINDOW_MARGIN_MS) ? allow : deny('window-closed')
  },
}

export const templateApproved: Rule = {
  name: 'template-approved',
  sentence: 'A template leaves only while it is approved; one that is paused or in review is waited for.',
  check: (send, facts) => (send.content === 'template' ? templateVerdict(facts) : allow),
}

function templateVerdict(facts: GateFacts): Verdict {
  const template = facts.template ?? { status: 'missing' }
  switch (template.status) {
    case 'approved':
      return allow
    case 'pending':
    case 'in-appeal':
      return lookAgain(facts, 'template-in-review')
    case 'paused': {
      const until = template.pausedUntil
      return until !== undefined && until > facts.now
        ? hold(until, 'template-paused')
        : lookAgain(facts, 'template-paused')
    }
    case 'disabled':
    case 'rejected':
    case 'missing':
      return deny(`template-${template.status}`)
  }
}
