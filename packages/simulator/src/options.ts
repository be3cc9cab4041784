/** What a caller may choose. Everything left out behaves as Meta does for a new, verified, healthy account. */
export type SimulatorOptions = {
  /** Default 8090; 0 takes any free port. */
  port?: number
  /** Loopback only; anything else is refused. Default 127.0.0.1. */
  host?: string
  /** The same seed and the same calls give the same run. Default 1. */
  seed?: number | string
  webhook: WebhookOptions
  /** Left out: every token is good, none is still refused. */
  accessToken?: string
  numbers: NumberOptions[]
  /** Every request, accepted or refused, is appended here as one JSON line before it is answered. */
  truthFile?: string
  /** Templates, phones, media and open statuses are kept here, so that a restarted simulator goes on. */
  stateFile?: string
  /** `real` runs at real speed and can be moved ahead; `virtual` stands still until it is moved. Default real. */
  clock?: 'real' | 'virtual'
  /** Where the clock starts, ISO 8601. Default: now. */
  now?: string
  /** Of phones without a persona, in ms of the simulator's clock. `readMs` left out: they never read. */
  statusDelay?: { sentMs?: number; deliveredMs?: number; readMs?: number }
  /** From submission of a template to its verdict, in ms of the simulator's clock. Default 300, virtual 0. */
  templateReviewMs?: number
  /** Entries of the truth log kept in memory (the file keeps all). Default 200,000. */
  truthLimit?: number
  /** Messages kept for the phones; the oldest go first. Default 50,000. */
  messageLimit?: number
}

export type WebhookOptions = {
  url: string
  appSecret: string
  verifyToken: string
  /** Updates in one POST at most. Default 100; Meta's most is 1,000. */
  batchMax?: number
  /** POSTs in flight at most. Default 8. */
  connections?: number
  /** Default 10,000. */
  timeoutMs?: number
  /** Graph version of the app's webhooks: below 24 statuses carry `conversation`. Default 25. */
  version?: number
}

export type Tier = 'TIER_250' | 'TIER_2K' | 'TIER_10K' | 'TIER_100K' | 'TIER_UNLIMITED'

export type NumberOptions = {
  phoneNumberId: string
  wabaId: string
  /** Digits, with or without `+` and blanks. */
  displayPhoneNumber: string
  verifiedName?: string
  /** Messages per second. Default 80 [Meta: throughput]. */
  throughput?: number | 'unlimited'
  /** 1 message per 6 s to one user, burst 45. Default true. */
  pairLimit?: boolean
  /** People outside a window per rolling 24 h. Default TIER_250. */
  tier?: Tier
  /** Numbers of one business portfolio share the tier. Default: one portfolio for all. */
  businessId?: string
  /** Another business: its own token and its own app. */
  accessToken?: string
  webhook?: WebhookOptions
}

export type Simulator = {
  url: string
  port: number
  /** Resolves when the port is free; open connections are cut. */
  stop(): Promise<void>
  /** Sends Meta's handshake to the webhook: true if the challenge came back with 200. */
  handshake(): Promise<boolean>
}
