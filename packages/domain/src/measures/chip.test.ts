import { expect, test } from 'vitest'
import { instant } from '../shared/instant.ts'
import { chipOf, type Chip, type ChipFacts, type ChipMessage } from './chip.ts'

const message = (state: ChipMessage['state'], dueAt: number, more: Partial<ChipMessage> = {}): ChipMessage => ({
  state,
  dueAt: instant(dueAt),
  ...more,
})
const booked = { status: 'booked', confirmation: 'none', messages: [] } as const
const reminded = [message('accepted', 10, { reached: 'read' }), message('planned', 50)]

type Row = readonly [sentence: string, facts: ChipFacts, chip: Chip]
const rows: readonly Row[] = [
  ['a visit without messages shows none', booked, { state: 'none' }],
  ['a cancelled visit is cancelled, whatever was said before', { ...booked, status: 'cancelled', confirmation: 'confirmed', messages: reminded }, { state: 'cancelled' }],
  ['a visit entered by mistake counts as cancelled', { ...booked, status: 'entered-in-error' }, { state: 'cancelled' }],
  ['somebody who did not come shows so although they had confirmed', { ...booked, status: 'noshow', confirmation: 'confirmed' }, { state: 'no-show' }],
  ['whoever came has arrived', { ...booked, status: 'arrived', confirmation: 'reschedule-requested' }, { state: 'arrived' }],
  ['a visit that took place counts as arrived', { ...booked, status: 'fulfilled' }, { state: 'arrived' }],
  ['a patient with the practitioner counts as arrived', { ...booked, status: 'in-progress' }, { state: 'arrived' }],
  ['the wish for another time comes before how far the message came', { ...booked, confirmation: 'reschedule-requested', messages: reminded }, { state: 'wants-to-move' }],
  ['a confirmation stays also when the phone is lost later', { ...booked, confirmation: 'confirmed', unreachable: 'not-on-whatsapp' }, { state: 'confirmed' }],
  ['a patient without a phone cannot be reached, with the reason', { ...booked, unreachable: 'no-contact-point', messages: [message('skipped', 10, { reason: 'no-contact-point' })] }, { state: 'not-reachable', reason: 'no-contact-point' }],
  ['not reachable comes before what was delivered earlier', { ...booked, unreachable: 'opted-out', messages: reminded }, { state: 'not-reachable', reason: 'opted-out' }],
  ['a reminder that was read stays read while the next one is planned', { ...booked, messages: reminded }, { state: 'read' }],
  ['the newest message counts, in whatever order they come', { ...booked, messages: [message('accepted', 20, { reached: 'delivered' }), message('accepted', 10, { reached: 'read' })] }, { state: 'delivered' }],
  ['accepted by WhatsApp and no more is sent', { ...booked, messages: [message('accepted', 20)] }, { state: 'sent' }],
  ['a message without a clear answer is waiting to be settled', { ...booked, messages: [message('unknown', 20)] }, { state: 'held', reason: 'unknown-outcome' }],
  ['a message that failed says why', { ...booked, messages: [message('accepted', 10), message('failed', 20, { reason: 'undeliverable' })] }, { state: 'not-sent', reason: 'undeliverable' }],
  ['a message that the gate denied says why', { ...booked, messages: [message('denied', 20, { reason: 'no-consent' }), message('planned', 50)] }, { state: 'not-sent', reason: 'no-consent' }],
  ['a message that came too late says at least that', { ...booked, messages: [message('expired', 20)] }, { state: 'not-sent', reason: 'expired' }],
  ['a held message tells its reason and when it is looked at again', { ...booked, messages: [message('planned', 20, { reason: 'organization-paused' }), message('planned', 50)] }, { state: 'held', reason: 'organization-paused', nextAt: instant(20) }],
  ['the next planned message gives the time', { ...booked, messages: [message('planned', 50), message('planned', 20)] }, { state: 'planned', nextAt: instant(20) }],
  ['a message that is just leaving still counts as planned', { ...booked, messages: [message('attempting', 20)] }, { state: 'planned', nextAt: instant(20) }],
  ['a later message still goes out when an earlier one was left out', { ...booked, messages: [message('skipped', 5, { reason: 'booked-too-late' }), message('planned', 20)] }, { state: 'planned', nextAt: instant(20) }],
  ['when every step is left out, the first one says why', { ...booked, messages: [message('skipped', 30, { reason: 'due-passed' }), message('skipped', 20, { reason: 'no-consent' })] }, { state: 'not-sent', reason: 'no-consent' }],
  ['a step left out without a word of why is still not sent', { ...booked, messages: [message('skipped', 30)] }, { state: 'not-sent' }],
  ['a follow-up that waits for the visit is no news', { ...booked, messages: [message('skipped', 5, { reason: 'not-fulfilled-yet' })] }, { state: 'none' }],
  ['what was taken back because sending was switched off says so', { ...booked, messages: [message('withdrawn', 5, { reason: 'site-disabled' })] }, { state: 'not-sent', reason: 'site-disabled' }],
  ['what a newer plan took the place of is no news', { ...booked, messages: [message('withdrawn', 5, { reason: 'superseded' }), message('withdrawn', 6, { reason: 'step-removed' })] }, { state: 'none' }],
] // prettier-ignore

test.each(rows)('%s', (_sentence, facts, chip) => {
  expect(chipOf(facts)).toEqual(chip)
})
