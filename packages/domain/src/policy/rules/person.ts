import { DAY } from '../../shared/instant.ts'
import { cappedUntil } from '../caps.ts'
import { nextDecent } from '../decent-hours.ts'
import { pairFreeAt } from '../pair-rate.ts'
import type { GateFacts, Origin, Rule, Send, Verdict } from '../gate-types.ts'
import { allow, deny, hold } from '../verdict.ts'

/** Speaking unasked: these never rest on something that the person wrote. */
const UNASKED: ReadonlySet<Origin> = new Set(['journey', 'campaign', 'bot-follow-up', 'system'])

export const consentForPurpose: Rule = {
  name: 'consent-for-purpose',
  sentence:
    'What we begin needs a live grant for its purpose; an answer rests on the message that it answers, for 24 hours and ' +
    'never as a template or campaign; safety needs neither.',
  check: (send, facts) => {
    switch (send.kind) {
      case 'safety':
        return allow
      case 'reply':
        return answerVerdict(send, facts)
      case 'initiated':
        return send.purpose !== undefined && facts.granted.has(send.purpose) ? allow : deny('no-consent')
    }
  },
}

function answerVerdict(send: Send, { evidence, now }: GateFacts): Verdict {
  if (send.content === 'template' || send.origin === 'journey' || send.origin === 'campaign')
    return deny('not-an-answer')
  if (!evidence || evidence.inboundId !== send.answers) return deny('no-evidence')
  return now - evidence.at < DAY ? allow : deny('evidence-too-old')
}

export const notOptedOut: Rule = {
  name: 'not-opted-out',
  sentence:
    'Who said stop gets nothing that we begin and no follow-up of the bot; a question asked later may be answered.',
  check: (send, { optedOutAt, evidence }) => {
    if (optedOutAt === undefined || send.kind === 'safety') return allow
    const answersLaterQuestion = send.kind === 'reply' && evidence !== undefined && evidence.at > optedOutAt
    return answersLaterQuestion && !UNASKED.has(send.origin) ? allow : deny('opted-out')
  },
}

export const frequencyCap: Rule = {
  name: 'frequency-cap',
  sentence: 'Nobody gets more of a class of messages than its caps allow; what is too much waits.',
  check: (send, { caps, recent, now }) => {
    if (send.kind !== 'initiated' || send.messageClass === undefined || recent.length === 0) return allow
    const until = cappedUntil(caps, send.messageClass, recent, now)
    return until === undefined ? allow : hold(until, 'frequency-cap')
  },
}

export const pairRate: Rule = {
  name: 'pair-rate',
  sentence: 'One person gets no more from one number than WhatsApp lets through; the rest waits its seconds.',
  check: (send, { pairSends, now }) => {
    const until = send.kind === 'safety' ? undefined : pairFreeAt(pairSends, now)
    return until === undefined ? allow : hold(until, 'pair-rate')
  },
}

export const decentHours: Rule = {
  name: 'decent-hours',
  sentence: "What we begin waits for a decent hour at the patient's place; answers and safety go at any time.",
  check: (send, { now, patientZone, decentHours: hours, holidays }) => {
    if (send.kind !== 'initiated') return allow
    const until = hours && nextDecent(now, { zone: patientZone, hours, holidays })
    if (until === undefined) return deny('no-decent-hour')
    return until === now ? allow : hold(until, 'indecent-hour')
  },
}
