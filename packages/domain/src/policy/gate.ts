import type { GateFacts, GateResult, Rule, Send, TraceEntry, Verdict } from './gate-types.ts'
import { organizationNotPaused, portfolioLimit, senderNotPaused, sourceFresh } from './rules/clinic.ts'
import { currentVersion, notExpired, templateApproved, windowOrTemplate } from './rules/message.ts'
import { consentForPurpose, decentHours, frequencyCap, notOptedOut, pairRate } from './rules/person.ts'
import { allow, deny } from './verdict.ts'

/** Read top to bottom: this list is the policy of everything that leaves. */
export const sendRules: readonly Rule[] = [
  notExpired,
  currentVersion,
  consentForPurpose,
  notOptedOut,
  frequencyCap,
  pairRate,
  decentHours,
  windowOrTemplate,
  templateApproved,
  portfolioLimit,
  senderNotPaused,
  organizationNotPaused,
  sourceFresh,
]

/**
 * May this message leave now? Every rule runs, so that the trace is the whole record: the first denial counts, else the
 * hold that lasts longest, else it may. A hold that would outlive the message is a denial. Pure; never throws but for
 * an unknown zone (RangeError).
 */
export function gate(send: Send, facts: GateFacts, rules: readonly Rule[] = sendRules): GateResult {
  let verdict = allow
  const trace: TraceEntry[] = []
  for (const rule of rules) {
    const said = rule.check(send, facts)
    trace.push({ rule: rule.name, verdict: said })
    verdict = stricter(verdict, said)
  }
  const tooLong = verdict.kind === 'hold' && verdict.until >= send.expiresAt
  return { verdict: tooLong ? deny('would-expire-on-hold') : verdict, trace }
}

function stricter(a: Verdict, b: Verdict): Verdict {
  if (a.kind === 'deny' || b.kind === 'allow') return a
  if (b.kind === 'deny' || a.kind === 'allow') return b
  return b.until > a.until ? b : a
}
