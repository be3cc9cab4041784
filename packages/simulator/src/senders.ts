import type { NumberOptions, Tier, WebhookOptions } from './options.ts'
import { countryOf } from './ids.ts'
import { digitsOf } from './phones/phone.ts'

/** A business phone number on the platform. */
export type Sender = {
  id: string
  wabaId: string
  businessId: string
  /** Digits. */
  displayPhoneNumber: string
  verifiedName: string
  /** Undefined: each that is not another number's own. */
  accessToken: string | undefined
  webhook: WebhookOptions
  /** [M webhooks/override]: number beats WABA beats app. */
  override: WebhookOverride | undefined
  /** Messages per second; Infinity: no limit. */
  throughput: number
  throughputTokens: number
  throughputAtMs: number
  pairLimit: boolean
  tier: Tier
  quality: 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN'
  nameStatus: string
  state: SenderState
  paymentMethod: boolean
  /** Test numbers send only to these [131030]; undefined: to everybody. */
  testRecipients: Set<string> | undefined
  /** Delivered service messages of the month, for the 1,000 free ones [M pricing/non-template-messages]. */
  serviceMonth: { month: string; delivered: number }
  profile: Record<string, unknown>
}

/** `ok`, or what stands in the way of every send. */
export type SenderState = 'ok' | 'unregistered' | 'blocked' | 'locked' | 'maintenance' | 'deleted' | 'token-expired'

export type WebhookOverride = { url: string; verifyToken: string }

/** A WhatsApp Business Account: templates belong to it. */
export type Waba = {
  id: string
  businessId: string
  name: string
  override: WebhookOverride | undefined
  subscribed: boolean
  /** Management calls of this hour [M about-the-platform: 5,000 for an account with a registered number]. */
  callsHour: { hour: number; calls: number }
  /** May be lowered to see 80007. */
  callsAnHour: number
  /** Utility messages in 24 hours while misclassified templates are being punished; Infinity: they are not. */
  utilityCapADay: number
  utilityAtMs: number[]
}

export function wabaFrom(id: string, businessId: string, name: string): Waba {
  return {
    id,
    businessId,
    name,
    override: undefined,
    subscribed: true,
    callsHour: { hour: 0, calls: 0 },
    callsAnHour: 5000,
    utilityCapADay: Infinity,
    utilityAtMs: [],
  }
}

export function senderFrom(options: NumberOptions, accessToken: string | undefined, webhook: WebhookOptions): Sender {
  const throughput = options.throughput === 'unlimited' ? Infinity : (options.throughput ?? 80)
  return {
    id: options.phoneNumberId,
    wabaId: options.wabaId,
    businessId: options.businessId ?? '506914300000001',
    displayPhoneNumber: digitsOf(options.displayPhoneNumber),
    verifiedName: options.verifiedName ?? 'Clinic',
    accessToken: options.accessToken ?? accessToken,
    webhook: options.webhook ?? webhook,
    override: undefined,
    throughput,
    throughputTokens: throughput,
    throughputAtMs: 0,
    pairLimit: options.pairLimit ?? true,
    tier: options.tier ?? 'TIER_250',
    quality: 'GREEN',
    nameStatus: 'APPROVED',
    state: 'ok',
    paymentMethod: true,
    testRecipients: undefined,
    serviceMonth: { month: '', delivered: 0 },
    profile: { messaging_product: 'whatsapp', vertical: 'HEALTH' },
  }
}

export const TIER_PEOPLE: Readonly<Record<Tier, number>> = {
  TIER_250: 250,
  TIER_2K: 2000,
  TIER_10K: 10_000,
  TIER_100K: 100_000,
  TIER_UNLIMITED: Infinity,
}

export function countryOfSender(sender: Sender): string {
  return countryOf(sender.displayPhoneNumber)
}
