import { request } from 'undici'
import { formatInstant, parseInstant, type Instant } from '@recado/domain/shared/instant'

/** The simulator's clock and phones, over its own doors: the demo moves it along. */
export type PhonesControl = {
  /** `hold`: the phones' clock stands there until it is moved again; else it runs on at real speed. */
  stepTo(at: Instant, hold: boolean): Promise<void>
  nextDue(): Promise<Instant | undefined>
  /** Nothing is due there up to this moment, and every webhook was taken. */
  quietAt(at: Instant): Promise<boolean>
  /** A phone's owner, as the phones page shows it. */
  name(number: string, phone: { name: string; language: string }): Promise<void>
  persona(number: string, persona: string): Promise<void>
}

type Due = { readonly next: string | null; readonly webhooksWaiting: number }

export function createPhonesControl(url: string): PhonesControl {
  const call = async (method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<unknown> => {
    const answer = await request(`${url}/_sim/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    return answer.body.json()
  }
  const due = async () => (await call('GET', 'due')) as Due
  return {
    async stepTo(at, hold) {
      await call('POST', 'clock', { to: formatInstant(at), hold })
    },
    async nextDue() {
      const { next } = await due()
      return next === null ? undefined : parseInstant(next)
    },
    async quietAt(at) {
      const { next, webhooksWaiting } = await due()
      return webhooksWaiting === 0 && (next === null || parseInstant(next) > at)
    },
    async name(number, phone) {
      await call('PUT', `phones/${encodeURIComponent(number)}`, phone)
    },
    async persona(number, persona) {
      await call('PUT', `phones/${encodeURIComponent(number)}/persona`, { persona })
    },
  }
}
