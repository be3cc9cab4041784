import type { AppointmentDetail } from '@recado/contracts/appointments'
import { expect, test } from 'vitest'
import { disabledReason } from './appointment-actions.ts'

const at = Date.parse('2026-11-24T12:00:00Z')
const MINUTE = 60_000
const visit = (over: Partial<AppointmentDetail> = {}): AppointmentDetail =>
  ({
    status: 'booked',
    confirmation: 'none',
    utc: new Date(at).toISOString(),
    durationMin: 30,
    ...over,
  }) as AppointmentDetail
const facts = (minutes: number, over: Partial<AppointmentDetail> = {}, allowed = true) => ({
  visit: visit(over),
  now: at + minutes * MINUTE,
  allowed,
})

test.each([
  ['two hours before, nobody has arrived yet', disabledReason.arrived(facts(-120)), 'off.notYet'],
  ['half an hour before, early birds are welcome', disabledReason.arrived(facts(-30)), undefined],
  ['who has arrived does not arrive twice', disabledReason.arrived(facts(0, { status: 'arrived' })), 'off.done'],
  [
    'a no-show who comes after all can still arrive',
    disabledReason.arrived(facts(10, { status: 'noshow' })),
    undefined,
  ],
  ['before the visit nobody has failed to come', disabledReason.noshow(facts(-1)), 'off.notStarted'],
  ['from its time on, somebody may not have come', disabledReason.noshow(facts(0)), undefined],
  [
    'a confirmed visit is not confirmed again',
    disabledReason.confirm(facts(-60, { confirmation: 'confirmed' })),
    'off.confirmed',
  ],
  ['a visit that is over is not confirmed', disabledReason.confirm(facts(31)), 'off.over'],
  [
    'a visit known by day only can not be moved to a time here',
    disabledReason.move(facts(-60, { utc: undefined })),
    'off.noTime',
  ],
  ['a visit to come can be cancelled', disabledReason.cancel(facts(-60)), undefined],
  ['what has taken place is not cancelled', disabledReason.cancel(facts(5, { status: 'fulfilled' })), 'off.over'],
  ['a cancelled visit takes no action', disabledReason.arrived(facts(0, { status: 'cancelled' })), 'off.cancelled'],
  ['the wrong role takes no action', disabledReason.cancel(facts(-60, {}, false)), 'off.permission'],
] as const)('%s', (_, found, wanted) => expect(found).toBe(wanted))
