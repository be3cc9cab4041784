import type { Waba, WebhookOverride } from '../senders.ts'
import type { WebhookOptions } from '../options.ts'
import type { Update } from './batch.ts'
import { Channel } from './channel.ts'
import { signature } from './escape.ts'
import { poster } from './post.ts'

/** Brings updates to the right callback address: number beats account beats app [M webhooks/override]. */
export class WebhookOutbox {
  readonly #app: WebhookOptions
  readonly #channels = new Map<string, Channel>()

  constructor(app: WebhookOptions) {
    this.#app = app
  }

  send(update: Update, waba: Waba | undefined): void {
    if (waba && !waba.subscribed) return
    const app = update.kind === 'account' ? this.#app : update.sender.webhook
    const override = update.kind === 'account' ? undefined : (update.sender.override ?? waba?.override)
    this.#channel(override?.url ?? app.url, app).add(update)
  }

  /** Settled: every address took everything, or `timeoutMs` have passed. Returns what is still waiting. */
  async idle(timeoutMs: number): Promise<number> {
    await Promise.all([...this.#channels.values()].map((channel) => channel.idle(timeoutMs)))
    return this.waiting
  }

  get waiting(): number {
    let sum = 0
    for (const channel of this.#channels.values()) sum += channel.waiting
    return sum
  }

  get isIdle(): boolean {
    return [...this.#channels.values()].every((channel) => channel.isIdle)
  }

  retryNow(): void {
    for (const channel of this.#channels.values()) channel.retryNow()
  }

  clear(): void {
    for (const channel of this.#channels.values()) channel.clear()
  }

  stop(): void {
    for (const channel of this.#channels.values()) channel.stop()
  }

  untaken(): { url: string; appSecret: string; body: string }[] {
    return [...this.#channels.values()].flatMap((channel) => {
      const { url, appSecret } = channel.options
      return channel.untaken().map((body) => ({ url, appSecret, body: body.toString('latin1') }))
    })
  }

  /** Only to addresses that still hold; an app that is gone gets nothing. */
  restore(untaken: { url: string; appSecret: string; body: string }[], apps: WebhookOptions[]): void {
    for (const { url, appSecret, body } of untaken) {
      const app = apps.find((one) => one.appSecret === appSecret)
      if (app) this.#channel(url, app).addBody(Buffer.from(body, 'latin1'))
    }
  }

  repeat(last: number): number {
    let again = 0
    for (const channel of this.#channels.values()) again += channel.repeat(last)
    return again
  }

  /** Straight to the app's address, without batching or another try. */
  async sendOnce(body: Buffer, kind: 'right' | 'wrong' | 'missing'): Promise<{ status: number }> {
    const { post, close } = poster(1, this.#app.timeoutMs ?? 10_000)
    const signed = signature(body, kind === 'right' ? this.#app.appSecret : `not ${this.#app.appSecret}`)
    try {
      const headers = kind === 'missing' ? {} : { 'x-hub-signature-256': signed }
      const { status } = await post(this.#app.url, body, { 'content-type': 'application/json', ...headers })
      return { status }
    } finally {
      close()
    }
  }

  report(): { waiting: number; delivered: number; posts: number; failedPosts: number; lastFailure: string }[] {
    return [...this.#channels.values()].map((channel) => ({ waiting: channel.waiting, ...channel.stats }))
  }

  #channel(url: string, app: WebhookOptions): Channel {
    const key = `${url} ${app.appSecret}`
    let channel = this.#channels.get(key)
    if (!channel) {
      channel = new Channel({
        url,
        appSecret: app.appSecret,
        batchMax: Math.min(1000, app.batchMax ?? 100),
        connections: app.connections ?? 8,
        timeoutMs: app.timeoutMs ?? 10_000,
      })
      this.#channels.set(key, channel)
    }
    return channel
  }
}

/** Meta's handshake: true if the callback gave the challenge back with 200. */
export async function handshake(target: WebhookOverride): Promise<boolean> {
  const challenge = '1158201444'
  const query = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.challenge': challenge,
    'hub.verify_token': target.verifyToken,
  })
  const { post, close } = poster(1, 10_000)
  try {
    const separator = target.url.includes('?') ? '&' : '?'
    const answer = await post(`${target.url}${separator}${query}`, undefined, { 'user-agent': 'facebookplatform/1.0' })
    return answer.status === 200 && answer.text === challenge
  } catch {
    return false
  } finally {
    close()
  }
}
