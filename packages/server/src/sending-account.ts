import type { NewSender } from './modules/organizations/index.ts'
import type { Config } from './platform/config.ts'

export type SendingAccount = {
  readonly sender: NewSender
  readonly client: {
    readonly version: string
    readonly accessToken: string
    readonly phoneNumberId: string
    readonly wabaId: string
  }
  readonly apiUrl: string
  readonly appSecret: string
  readonly verifyToken: string
}

/** The Graph version that our payloads are written for (whatsapp reference 1.1). */
const VERSION = 'v25.0'
/** What Meta gives a new number and a new portfolio (reference 4.2, 4.3). The simulator's demo portfolio is verified. */
const NEW_NUMBER_MPS = 80
const NEW_PORTFOLIO = 250
const DEMO_PORTFOLIO = 2_000

/** The first sender: Meta's with an access token, the simulator's without. */
export function account(config: Config): SendingAccount {
  const { whatsapp, sending } = config
  const phoneNumberId = whatsapp.phoneNumberId ?? '100000000000001'
  const wabaId = whatsapp.businessAccountId ?? '200000000000001'
  const simulated = sending === 'simulator'
  return {
    sender: {
      phoneNumberId,
      wabaId,
      displayPhone: simulated ? '+55 11 4000 0001' : '',
      throughputMps: NEW_NUMBER_MPS,
      portfolioLimit: simulated ? DEMO_PORTFOLIO : NEW_PORTFOLIO,
    },
    client: { version: VERSION, accessToken: whatsapp.accessToken ?? 'simulated-access-token', phoneNumberId, wabaId },
    apiUrl: whatsapp.apiUrl ?? `http://127.0.0.1:${config.simulatorPort}`,
    appSecret: whatsapp.appSecret ?? 'simulated-app-secret',
    verifyToken: whatsapp.verifyToken ?? 'simulated-verify-token',
  }
}
