import { LANES } from '../shared/appointment.ts'
import { HOUR, MINUTE, parseInstant, shift } from '../shared/instant.ts'
import { DEFAULT_CAPS } from './caps.ts'
import type { GateFacts, Portfolio, Send } from './gate-types.ts'
import { defaultHours } from './jurisdictions/default.ts'

/** Tuesday 10 March 2026, noon in São Paulo. */
export const noon = parseInstant('2026-03-10T15:00:00Z')

/** The question about a visit in two days. */
export const reminder = (over: Partial<Send> = {}): Send => ({
  id: 'send-1',
  kind: 'initiated',
  origin: 'journey',
  lane: LANES.farReminder,
  expiresAt: shift(noon, 24 * HOUR),
  content: 'template',
  purpose: 'appointment_logistics',
  messageClass: 'reminder',
  about: [{ visitId: 'visit-1', version: 1, expects: 'upcoming' }],
  ...over,
})

/** The bot's answer to what the patient wrote five minutes ago. */
export const reply = (over: Partial<Send> = {}): Send => ({
  id: 'send-2',
  kind: 'reply',
  origin: 'bot-answer',
  lane: LANES.reply,
  expiresAt: shift(noon, HOUR),
  content: 'free-text',
  answers: 'inbound-1',
  about: [],
  ...over,
})

/** The local emergency number, or the receipt of a stop. */
export const safety = (over: Partial<Send> = {}): Send => ({
  id: 'send-3',
  kind: 'safety',
  origin: 'system',
  lane: LANES.safety,
  expiresAt: shift(noon, 10 * MINUTE),
  content: 'free-text',
  about: [],
  ...over,
})

/** Everything speaks for sending; nobody has written lately. */
export const facts = (
  over: Partial<Omit<GateFacts, 'portfolio'>> & { portfolio?: Partial<Portfolio> } = {},
): GateFacts => ({
  now: noon,
  patientZone: 'America/Sao_Paulo',
  visits: [{ visitId: 'visit-1', version: 1, status: 'booked', startAt: shift(noon, 48 * HOUR) }],
  granted: new Set(['appointment_logistics']),
  recent: [],
  caps: DEFAULT_CAPS,
  pairSends: [],
  decentHours: defaultHours.reminder,
  holidays: new Set(),
  template: { status: 'approved' },
  ...over,
  portfolio: { remainingNewContacts: 100, alreadyCounted: false, reservedForNearer: 0, ...over.portfolio },
})

/** The same, five minutes after the patient has written. */
export const asked = (over: Parameters<typeof facts>[0] = {}): GateFacts => {
  const at = shift(noon, -5 * MINUTE)
  return facts({ lastInboundAt: at, evidence: { inboundId: 'inbound-1', at }, ...over })
}
