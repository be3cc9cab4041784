import type { EscalationReason } from '@recado/domain/conversation/effect'
import { REJECTION_CLASSES, type NotSentReason, type UnknownReason } from '@recado/domain/messaging/send-outcome'
import type { WithdrawReason } from '@recado/domain/planning/change'
import type { Unwanted } from '@recado/domain/planning/notice'
import { sendRules } from '@recado/domain/policy/gate'
import type { GateReason } from '@recado/domain/policy/gate-types'
import { reasonTexts, reasonWords, rowWords, ruleWords } from '@recado/texts/console/reason-words'
import { CONSOLE_LANGUAGES } from '@recado/texts/languages'
import { describe, expect, test } from 'vitest'
import { SENTENCES } from '../packages/server/src/connectors/csv/sentences.ts'

// A record, so that the compiler names every code that is added to a union and missing here.
const planning: Record<WithdrawReason, true> = {
  'visit-cancelled': true, 'visit-not-booked': true, 'visit-over': true, 'patient-declined': true, 'did-not-come': true,
  'not-fulfilled-yet': true, 'date-only': true, 'site-disabled': true, 'practitioner-disabled': true,
  'service-disabled': true, 'no-contact-point': true, 'unusable-number': true, 'not-on-whatsapp': true,
  'wrong-person': true, 'opted-out': true, 'no-consent': true, 'already-answered': true, 'lead-too-short': true,
  'booked-too-late': true, 'no-decent-hour': true, 'too-close': true, 'due-passed': true, 'source-stale': true,
  superseded: true, 'step-removed': true,
} // prettier-ignore
const unwanted: Record<Unwanted, true> = {
  'not-wanted': true, 'source-does-not-tell': true, 'only-missing': true, 'too-many-changes': true,
} // prettier-ignore
const gate: Record<GateReason, true> = {
  expired: true, 'visit-stands': true, 'visit-unknown': true, 'visit-moved': true, 'visit-cancelled': true, 'visit-over': true, 'visit-not-booked': true,
  'did-not-come': true, 'no-consent': true, 'no-evidence': true, 'evidence-too-old': true, 'not-an-answer': true,
  'opted-out': true, 'frequency-cap': true, 'pair-rate': true, 'indecent-hour': true, 'no-decent-hour': true, 'window-closed': true,
  'template-missing': true, 'template-rejected': true, 'template-disabled': true, 'template-paused': true,
  'template-in-review': true, 'portfolio-limit': true, 'sender-paused': true, 'organization-paused': true,
  'source-stale': true, 'would-expire-on-hold': true,
} // prettier-ignore
const escalation: Record<EscalationReason, true> = {
  'free-text': true, media: true, voice: true, unsupported: true, 'asked-for-staff': true, 'wants-to-move': true,
  'no-visit-found': true, 'choice-not-understood': true, 'unknown-button': true, 'gone-from-book': true,
  'undo-too-late': true, 'follow-up-question': true, 'changed-person': true, 'group-message': true,
} // prettier-ignore
const sending: Record<NotSentReason | UnknownReason, true> = {
  'no-connection': true, throttled: true, 'aborted-before-start': true, 'time-out': true, 'connection-lost': true,
  aborted: true, 'server-error': true, 'unreadable-answer': true,
} // prettier-ignore

const reasons = [...[planning, unwanted, gate, escalation, sending].flatMap(Object.keys), ...REJECTION_CLASSES]

describe.each(CONSOLE_LANGUAGES)('the desk, in %s,', (language) => {
  test('has words for every reason', () => {
    expect(reasons.filter((code) => !reasonWords(language, code))).toEqual([])
  })

  test('has words for every rule of the gate', () => {
    expect(sendRules.map(({ name }) => name).filter((name) => !ruleWords(language, name))).toEqual([])
  })

  test('has words for everything that can be wrong with a row', () => {
    expect(Object.keys(SENTENCES).filter((code) => !rowWords(language, code))).toEqual([])
  })

  test('says nothing rather than something wrong about a code that it does not know', () => {
    expect([reasonWords(language, 'toString'), ruleWords(language, 'x'), rowWords(language, '')]).toEqual([undefined, undefined, undefined]) // prettier-ignore
  })
})

test('no translation of a reason is the English one', () => {
  const same = CONSOLE_LANGUAGES.filter((language) => language !== 'en').flatMap((language) =>
    reasonTexts.keys.filter((key) => reasonTexts.source(language, key) === reasonTexts.source('en', key)),
  )
  expect(same).toEqual([])
})
