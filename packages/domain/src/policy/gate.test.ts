import { describe, expect, test } from 'vitest'
import { LANES, type AppointmentStatus } from '../shared/appointment.ts'
import { DAY, formatInstant, HOUR, MINUTE, parseInstant, SECOND, shift, type Instant } from '../shared/instant.ts'
import { without } from '../planning/test-without.ts'
import { gate, sendRules } from './gate.ts'
import type { GateFacts, Send, TemplateNow, Verdict, VisitNow } from './gate-types.ts'
import { asked, facts, noon, reminder, reply, safety } from './test-sends.ts'

const ago = (ms: number): Instant => shift(noon, -ms)
const ahead = (ms: number): Instant => shift(noon, ms)
const visit = (over: Partial<VisitNow>): Partial<GateFacts> => ({
  visits: [{ visitId: 'visit-1', version: 1, status: 'booked', startAt: ahead(DAY), ...over }],
})
const withStatus = (status: AppointmentStatus) => facts(visit({ status }))
const followUp = reminder({
  purpose: 'care_followup',
  about: [{ visitId: 'visit-1', version: 1, expects: 'attended' }],
})
const cared = (over: Partial<GateFacts>) => facts({ granted: new Set(['care_followup']), ...over })
const template = (now: TemplateNow) => facts({ template: now })
const times = (count: number, at: Instant) =>
  Array.from({ length: count }, () => ({ at, messageClass: 'reminder' as const }))
const moments = (count: number) => Array.from({ length: count }, () => noon)
const night = parseInstant('2026-03-11T01:00:00Z') // 22:00 in São Paulo

const show = (verdict: Verdict) => {
  if (verdict.kind === 'allow') return 'allow'
  return verdict.kind === 'deny'
    ? `deny ${verdict.reason}`
    : `hold ${verdict.reason} ${formatInstant(verdict.until).slice(5, 16)}`
}
/** A minute after noon, and so on, in São Paulo's UTC clock. */
const LOOK_AGAIN = '03-10T15:01'

type Row = [rule: string, given: string, expected: string, send: Send, facts: GateFacts]
const rows: Row[] = [
  ['not-expired', 'its moment is now', 'deny expired', reminder({ expiresAt: noon }), facts()],
  ['not-expired', 'a second is left', 'allow', reminder({ expiresAt: ahead(SECOND) }), facts()],
  ['not-expired', 'an answer that comes too late', 'deny expired', reply({ expiresAt: ago(1) }), asked()],
  ['not-expired', 'the emergency number too late', 'deny expired', safety({ expiresAt: noon }), asked()],

  ['current-version', 'the visit moved', 'deny visit-moved', reminder(), facts(visit({ version: 2 }))],
  ['current-version', 'it was cancelled', 'deny visit-cancelled', reminder(), withStatus('cancelled')],
  ['current-version', 'it was cancelled and moved', 'deny visit-cancelled', reminder(), facts(visit({ version: 2, status: 'cancelled' }))],
  ['current-version', 'it was a mistake', 'deny visit-cancelled', reminder(), withStatus('entered-in-error')],
  ['current-version', 'it went to the waiting list', 'deny visit-not-booked', reminder(), withStatus('waitlist')],
  ['current-version', 'nobody knows its state', 'deny visit-not-booked', reminder(), withStatus('unknown')],
  ['current-version', 'the patient is here', 'deny visit-over', reminder(), withStatus('arrived')],
  ['current-version', 'nobody came', 'deny visit-over', reminder(), withStatus('noshow')],
  ['current-version', 'it begins now', 'deny visit-over', reminder(), facts(visit({ startAt: noon }))],
  ['current-version', 'it begins in a second', 'allow', reminder(), facts(visit({ startAt: ahead(SECOND) }))],
  ['current-version', 'it is known by its day only', 'allow', reminder(), facts({ visits: [{ visitId: 'visit-1', version: 1, status: 'booked' }] })],
  ['current-version', 'nobody knows it', 'deny visit-unknown', reminder(), facts({ visits: [] })],
  ['current-version', 'another visit stands', 'deny visit-unknown', reminder(), facts(visit({ visitId: 'visit-2' }))],
  ['current-version', 'the second of two was cancelled', 'deny visit-cancelled', reminder({ about: [...reminder().about, { visitId: 'visit-2', version: 1, expects: 'upcoming' }] }), facts({ visits: [...facts().visits, { visitId: 'visit-2', version: 1, status: 'cancelled' }] })],
  ['current-version', 'a follow-up and the patient came', 'allow', followUp, cared(visit({ status: 'fulfilled', startAt: ago(DAY) }))],
  ['current-version', 'a follow-up and nobody came', 'deny did-not-come', followUp, cared(visit({ status: 'noshow' }))],
  ['current-version', 'a follow-up before the visit', 'deny did-not-come', followUp, cared(visit({}))],

  ['consent-for-purpose', 'nobody asked the patient', 'deny no-consent', reminder(), facts({ granted: new Set() })],
  ['consent-for-purpose', 'consent for something else', 'deny no-consent', reminder({ purpose: 'billing' }), facts()],
  ['consent-for-purpose', 'a message without a purpose', 'deny no-consent', without(reminder(), 'purpose'), facts()],
  ['consent-for-purpose', 'an answer needs no grant', 'allow', reply(), asked({ granted: new Set() })],
  ['consent-for-purpose', 'a grant does not make an answer', 'deny no-evidence', reply(), facts({ lastInboundAt: ago(MINUTE) })],
  ['consent-for-purpose', 'an answer to another message', 'deny no-evidence', reply({ answers: 'inbound-2' }), asked()],
  ['consent-for-purpose', 'an answer to nothing', 'deny no-evidence', without(reply(), 'answers'), asked()],
  ['consent-for-purpose', 'an answer a day later', 'deny evidence-too-old', reply(), asked({ evidence: { inboundId: 'inbound-1', at: ago(DAY) } })],
  ['consent-for-purpose', 'an answer a millisecond less than a day later', 'allow', reply(), asked({ evidence: { inboundId: 'inbound-1', at: ago(DAY - 1) } })],
  ['consent-for-purpose', 'a template dressed up as an answer', 'deny not-an-answer', reply({ content: 'template' }), asked()],
  ['consent-for-purpose', 'a journey dressed up as an answer', 'deny not-an-answer', reply({ origin: 'journey' }), asked()],
  ['consent-for-purpose', 'a campaign dressed up as an answer', 'deny not-an-answer', reply({ origin: 'campaign' }), asked()],
  ['consent-for-purpose', 'the emergency number needs neither', 'allow', safety(), facts({ lastInboundAt: ago(MINUTE), granted: new Set() })],

  ['not-opted-out', 'stop was said', 'deny opted-out', reminder(), facts({ optedOutAt: ago(DAY) })],
  ['not-opted-out', 'stop was said, and a question before it is answered', 'deny opted-out', reply(), asked({ optedOutAt: ago(MINUTE) })],
  ['not-opted-out', 'stop itself is answered as a question', 'deny opted-out', reply(), asked({ optedOutAt: ago(5 * MINUTE) })],
  ['not-opted-out', 'a question after stop is answered', 'allow', reply(), asked({ optedOutAt: ago(6 * MINUTE) })],
  ['not-opted-out', 'and so by staff', 'allow', reply({ origin: 'staff' }), asked({ optedOutAt: ago(6 * MINUTE) })],
  ['not-opted-out', "but the bot's follow-up is not sent", 'deny opted-out', reply({ origin: 'bot-follow-up' }), asked({ optedOutAt: ago(6 * MINUTE) })],
  ['not-opted-out', 'nor is a reminder, question or not', 'deny opted-out', reminder(), asked({ optedOutAt: ago(6 * MINUTE) })],
  ['not-opted-out', "the bot's follow-up without a stop", 'allow', reply({ origin: 'bot-follow-up' }), asked()],
  ['not-opted-out', 'the receipt of the stop', 'allow', safety(), asked({ optedOutAt: ago(5 * MINUTE) })],

  ['frequency-cap', 'the ninth reminder of a day', 'hold frequency-cap 03-11T14:00', reminder(), facts({ recent: times(8, ago(HOUR)) })],
  ['frequency-cap', 'the eighth', 'allow', reminder(), facts({ recent: times(7, ago(HOUR)) })],
  ['frequency-cap', 'eight answers a day', 'allow', reply(), asked({ recent: times(20, ago(HOUR)) })],
  ['frequency-cap', 'a message without a class has no cap', 'allow', without(reminder(), 'messageClass'), facts({ recent: times(20, ago(HOUR)) })],

  ['pair-rate', 'the forty-sixth message in a moment', 'hold pair-rate 03-10T15:00', reply(), asked({ pairSends: moments(45) })],
  ['pair-rate', 'and so for a reminder', 'hold pair-rate 03-10T15:00', reminder(), facts({ pairSends: moments(45) })],
  ['pair-rate', 'the forty-fifth', 'allow', reply(), asked({ pairSends: moments(44) })],
  ['pair-rate', 'the emergency number does not wait', 'allow', safety(), asked({ pairSends: moments(100) })],

  ['decent-hours', 'ten at night', 'hold indecent-hour 03-11T11:00', reminder(), facts({ now: night })],
  ['decent-hours', 'ten at night and worthless by morning', 'deny would-expire-on-hold', reminder({ expiresAt: parseInstant('2026-03-11T11:00:00Z') }), facts({ now: night })],
  ['decent-hours', 'a minute before eight', 'hold indecent-hour 03-10T11:00', reminder(), facts({ now: parseInstant('2026-03-10T10:59:00Z') })],
  ['decent-hours', 'eight sharp', 'allow', reminder(), facts({ now: parseInstant('2026-03-10T11:00:00Z') })],
  ['decent-hours', 'a second before eight in the evening', 'allow', reminder(), facts({ now: parseInstant('2026-03-10T22:59:59Z') })],
  ['decent-hours', 'eight in the evening', 'hold indecent-hour 03-11T11:00', reminder(), facts({ now: parseInstant('2026-03-10T23:00:00Z') })],
  ['decent-hours', 'no hour is ever decent', 'deny no-decent-hour', reminder(), facts({ decentHours: { weekdays: {}, closedOnHolidays: false } })],
  ['decent-hours', 'nobody said which hours are decent', 'deny no-decent-hour', reminder(), without(facts(), 'decentHours')],
  ['decent-hours', 'an answer by night', 'allow', reply({ expiresAt: shift(night, HOUR) }), asked({ now: night, lastInboundAt: night, evidence: { inboundId: 'inbound-1', at: night } })],
  ['decent-hours', 'the emergency number by night', 'allow', safety({ expiresAt: shift(night, HOUR) }), facts({ now: night, lastInboundAt: night })],

  ['window-or-template', 'free text, and nobody wrote', 'deny window-closed', reminder({ content: 'free-text' }), facts()],
  ['window-or-template', 'free text in the last ten minutes of the window', 'deny window-closed', reminder({ content: 'free-text' }), facts({ lastInboundAt: ago(DAY - 10 * MINUTE) })],
  ['window-or-template', 'free text before them', 'allow', reminder({ content: 'free-text' }), facts({ lastInboundAt: ago(DAY - 10 * MINUTE - 1) })],
  ['window-or-template', 'the emergency number in the last minute', 'allow', safety(), facts({ lastInboundAt: ago(DAY - 1) })],
  ['window-or-template', 'the emergency number after it', 'deny window-closed', safety(), facts({ lastInboundAt: ago(DAY) })],

  ['template-approved', 'no such template', 'deny template-missing', reminder(), without(facts(), 'template')],
  ['template-approved', 'deleted', 'deny template-missing', reminder(), template({ status: 'missing' })],
  ['template-approved', 'Meta refused it', 'deny template-rejected', reminder(), template({ status: 'rejected' })],
  ['template-approved', 'Meta switched it off', 'deny template-disabled', reminder(), template({ status: 'disabled' })],
  ['template-approved', 'Meta paused it for three hours', 'hold template-paused 03-10T18:00', reminder(), template({ status: 'paused', pausedUntil: ahead(3 * HOUR) })],
  ['template-approved', 'paused, nobody knows until when', `hold template-paused ${LOOK_AGAIN}`, reminder(), template({ status: 'paused' })],
  ['template-approved', 'paused until now, and not yet told otherwise', `hold template-paused ${LOOK_AGAIN}`, reminder(), template({ status: 'paused', pausedUntil: noon })],
  ['template-approved', 'in review', `hold template-in-review ${LOOK_AGAIN}`, reminder(), template({ status: 'pending' })],
  ['template-approved', 'in appeal', `hold template-in-review ${LOOK_AGAIN}`, reminder(), template({ status: 'in-appeal' })],
  ['template-approved', 'free text has no template', 'allow', reply(), asked({ template: { status: 'rejected' } })],

  ['portfolio-limit', 'nobody new any more', 'hold portfolio-limit 03-10T15:15', reminder(), facts({ portfolio: { remainingNewContacts: 0 } })],
  ['portfolio-limit', 'room again at a known time', 'hold portfolio-limit 03-10T16:00', reminder(), facts({ portfolio: { remainingNewContacts: 0, nextFreeAt: ahead(HOUR) } })],
  ['portfolio-limit', 'room since a known time', 'hold portfolio-limit 03-10T15:15', reminder(), facts({ portfolio: { remainingNewContacts: 0, nextFreeAt: noon } })],
  ['portfolio-limit', 'one left', 'allow', reminder(), facts({ portfolio: { remainingNewContacts: 1 } })],
  ['portfolio-limit', 'one left, kept for a nearer visit', 'hold portfolio-limit 03-10T15:15', reminder(), facts({ portfolio: { remainingNewContacts: 1, reservedForNearer: 1, nextFreeAt: ahead(HOUR) } })],
  ['portfolio-limit', 'one left, for the nearer visit', 'allow', reminder({ lane: LANES.nearReminder }), facts({ portfolio: { remainingNewContacts: 1, reservedForNearer: 1 } })],
  ['portfolio-limit', 'somebody who was reached today', 'allow', reminder(), facts({ portfolio: { remainingNewContacts: 0, alreadyCounted: true } })],
  ['portfolio-limit', 'somebody who wrote today', 'allow', reminder(), facts({ lastInboundAt: ago(DAY - 1), portfolio: { remainingNewContacts: 0 } })],
  ['portfolio-limit', 'somebody who wrote yesterday', 'hold portfolio-limit 03-10T15:15', reminder(), facts({ lastInboundAt: ago(DAY), portfolio: { remainingNewContacts: 0 } })],

  ['sender-not-paused', 'paused by staff', `hold sender-paused ${LOOK_AGAIN}`, reminder(), facts({ senderPaused: { reason: 'staff' } })],
  ['sender-not-paused', 'paused until six', 'hold sender-paused 03-10T18:00', reminder(), facts({ senderPaused: { reason: 'quality', until: ahead(3 * HOUR) } })],
  ['sender-not-paused', 'paused until now', 'allow', reminder(), facts({ senderPaused: { reason: 'quality', until: noon } })],
  ['sender-not-paused', 'an answer', `hold sender-paused ${LOOK_AGAIN}`, reply(), asked({ senderPaused: { reason: 'staff' } })],
  ['sender-not-paused', 'the emergency number', 'allow', safety(), asked({ senderPaused: { reason: 'staff' } })],

  ['organization-not-paused', 'everything is paused', `hold organization-paused ${LOOK_AGAIN}`, reminder(), facts({ organizationPaused: { reason: 'staff' } })],
  ['organization-not-paused', 'the bot answers', `hold organization-paused ${LOOK_AGAIN}`, reply(), asked({ organizationPaused: { reason: 'staff' } })],
  ['organization-not-paused', 'staff answer by hand', 'allow', reply({ origin: 'staff' }), asked({ organizationPaused: { reason: 'staff' } })],
  ['organization-not-paused', 'staff begin by hand', `hold organization-paused ${LOOK_AGAIN}`, reminder({ origin: 'staff' }), facts({ organizationPaused: { reason: 'staff' } })],
  ['organization-not-paused', 'the emergency number', 'allow', safety(), asked({ organizationPaused: { reason: 'staff' } })],

  ['source-fresh', 'the book is overdue', `hold source-stale ${LOOK_AGAIN}`, reminder(), facts({ sourceStaleSince: ago(HOUR) })],
  ['source-fresh', 'it became overdue now', `hold source-stale ${LOOK_AGAIN}`, reminder(), facts({ sourceStaleSince: noon })],
  ['source-fresh', 'it will be overdue soon', 'allow', reminder(), facts({ sourceStaleSince: ahead(1) })],
  ['source-fresh', 'staff write by hand', 'allow', reminder({ origin: 'staff' }), facts({ sourceStaleSince: ago(HOUR) })],
  ['source-fresh', 'an answer', 'allow', reply(), asked({ sourceStaleSince: ago(HOUR) })],
] // prettier-ignore

describe('whether a message may leave', () => {
  test('a consented reminder at noon, an answer and the emergency number leave', () => {
    expect(gate(reminder(), facts()).verdict).toEqual({ kind: 'allow' })
    expect(gate(reply(), asked()).verdict).toEqual({ kind: 'allow' })
    expect(gate(safety(), asked()).verdict).toEqual({ kind: 'allow' })
  })

  test.each(rows)('%s: %s -> %s', (rule, _given, expected, send, given) => {
    const { verdict, trace } = gate(send, given)
    expect(show(verdict)).toBe(expected)
    const own = trace.find((entry) => entry.rule === rule)
    if (expected === 'deny would-expire-on-hold') expect(own?.verdict.kind).toBe('hold')
    else expect(own && show(own.verdict)).toBe(expected)
  })

  test('every rule has a row in which it refuses', () => {
    const refusing = new Set(rows.filter(([, , expected]) => expected !== 'allow').map(([rule]) => rule))
    expect(sendRules.map(({ name }) => name).filter((name) => !refusing.has(name))).toEqual([])
  })

  test('every rule reads as one sentence and has a name of its own', () => {
    for (const { sentence } of sendRules) expect(sentence).toMatch(/^[A-Z][^.]*\.$/)
    expect(new Set(sendRules.map(({ name }) => name)).size).toBe(sendRules.length)
  })
})

describe('the verdict of many rules', () => {
  const says = (name: string, verdict: Verdict) => ({ name, sentence: 'Says so.', check: () => verdict })
  const holding = (hours: number) =>
    says(`hold-${hours}`, { kind: 'hold', until: ahead(hours * HOUR), reason: 'sender-paused' })
  const denying = says('deny', { kind: 'deny', reason: 'no-consent' })
  const verdictOf = (...rules: (typeof denying)[]) => show(gate(reminder(), facts(), rules).verdict)

  test('of several holds the longest counts, wherever it stands', () => {
    expect(verdictOf(holding(1), holding(3), holding(2))).toBe('hold sender-paused 03-10T18:00')
    expect(verdictOf(holding(3), holding(1))).toBe('hold sender-paused 03-10T18:00')
  })
  test('a denial beats every hold, wherever it stands', () => {
    expect(verdictOf(holding(1), denying, holding(2))).toBe('deny no-consent')
    expect(verdictOf(denying, holding(1))).toBe('deny no-consent')
    expect(verdictOf(holding(99), denying)).toBe('deny no-consent')
  })
  test('of several denials the first counts', () => {
    expect(verdictOf(denying, says('later', { kind: 'deny', reason: 'opted-out' }))).toBe('deny no-consent')
  })
  test('a hold until the message expires is a denial, a second less is not', () => {
    expect(verdictOf(holding(24))).toBe('deny would-expire-on-hold')
    expect(verdictOf(holding(23.99))).toContain('hold')
  })
  test('the trace names every rule with what it said, denied or not', () => {
    const { trace } = gate(reminder({ expiresAt: noon }), facts({ granted: new Set(), now: night }))
    expect(trace.map(({ rule }) => rule)).toEqual(sendRules.map(({ name }) => name))
    expect(trace.filter(({ verdict }) => verdict.kind !== 'allow').map(({ rule }) => rule)).toEqual([
      'not-expired',
      'consent-for-purpose',
      'decent-hours',
    ])
  })
  test('the emergency number is nothing that room must be kept for', () => {
    const { trace } = gate(safety(), facts({ portfolio: { remainingNewContacts: 0 } }))
    expect(trace.find(({ rule }) => rule === 'portfolio-limit')?.verdict).toEqual({ kind: 'allow' })
  })
  test('without rules everything may leave', () => {
    expect(verdictOf()).toBe('allow')
  })
})
