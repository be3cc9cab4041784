import { takeBatch, type Update } from './batch.ts'
import { signature } from './escape.ts'
import { poster, type Post } from './post.ts'

export type ChannelOptions = {
  url: string
  appSecret: string
  batchMax: number
  connections: number
  timeoutMs: number
}

type Parcel = { body: Buffer; updates: number; tries: number; retryAtMs: number }

/**
 * One callback address. Updates that wait share a POST; what is not answered with 200 comes again and again, ever
 * more rarely, and is never dropped [M webhooks/overview: up to 7 days]. While nobody listens, one parcel at a time
 * knocks, so that a restarted server hears the rest at once.
 */
export class Channel {
  readonly options: ChannelOptions
  readonly #post: Post
  readonly #close: () => void
  #queue: Update[] = []
  #retries: Parcel[] = []
  readonly #onTheWire = new Set<Parcel>()
  #isDown = false
  #timer: NodeJS.Timeout | undefined
  #flushing: NodeJS.Immediate | undefined
  #isStopped = false
  /** The last deliveries, to be repeated on demand. */
  readonly #lastTaken: Buffer[] = []
  #idleWaiters: (() => void)[] = []
  readonly stats = { delivered: 0, posts: 0, failedPosts: 0, lastFailure: '' }

  constructor(options: ChannelOptions) {
    this.options = options
    const { post, close } = poster(options.connections, options.timeoutMs)
    this.#post = post
    this.#close = close
  }

  add(update: Update): void {
    this.#queue.push(update)
    this.#flushSoon()
  }

  get waiting(): number {
    return this.#queue.length + this.#retries.reduce((sum, parcel) => sum + parcel.updates, 0)
  }

  get isIdle(): boolean {
    return this.#queue.length === 0 && this.#retries.length === 0 && this.#onTheWire.size === 0
  }

  /** Resolves when everything was taken with 200, or after `timeoutMs`. */
  idle(timeoutMs: number): Promise<void> {
    if (this.isIdle) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, timeoutMs)
      this.#idleWaiters.push(() => {
        clearTimeout(timer)
        resolve()
      })
    })
  }

  /** Business time has moved: what waits for another try is due. */
  retryNow(): void {
    for (const parcel of this.#retries) parcel.retryAtMs = 0
    this.#isDown = false
    this.#flushSoon()
  }

  /** Bodies that were not taken yet, those on the wire included: told again by whoever restores them. */
  untaken(): Buffer[] {
    const queue = [...this.#queue]
    const bodies = [...this.#onTheWire, ...this.#retries].map((parcel) => parcel.body)
    while (queue.length > 0) bodies.push(takeBatch(queue, this.options.batchMax).body)
    return bodies
  }

  addBody(body: Buffer): void {
    this.#retries.push({ body, updates: 1, tries: 0, retryAtMs: 0 })
    this.#flushSoon()
  }

  /** The same bytes again; returns how many there were. */
  repeat(last: number): number {
    const bodies = last <= 0 ? [] : this.#lastTaken.slice(-last)
    for (const body of bodies.toReversed()) this.addBody(body)
    return bodies.length
  }

  /** Forgets what waits. */
  clear(): void {
    this.#queue = []
    this.#retries = []
    this.#isDown = false
    this.#tellIdle()
  }

  stop(): void {
    this.#isStopped = true
    this.clear()
    if (this.#timer) clearTimeout(this.#timer)
    if (this.#flushing) clearImmediate(this.#flushing)
    this.#close()
  }

  #flushSoon(): void {
    if (this.#isStopped || this.#flushing) return
    this.#flushing = setImmediate(() => {
      this.#flushing = undefined
      this.#flush()
    })
  }

  #flush(): void {
    while (!this.#isStopped && this.#onTheWire.size < (this.#isDown ? 1 : this.options.connections)) {
      const parcel = this.#next()
      if (!parcel) break
      void this.#deliver(parcel)
    }
    this.#armRetry()
  }

  #next(): Parcel | undefined {
    const now = Date.now()
    const due = this.#retries.findIndex((parcel) => parcel.retryAtMs <= now)
    if (due >= 0) return this.#retries.splice(due, 1)[0]
    if (this.#queue.length === 0 || this.#isDown) return undefined
    const { body, count } = takeBatch(this.#queue, this.options.batchMax)
    return { body, updates: count, tries: 0, retryAtMs: 0 }
  }

  async #deliver(parcel: Parcel): Promise<void> {
    this.#onTheWire.add(parcel)
    this.stats.posts += 1
    const failure = await this.#try(parcel.body)
    this.#onTheWire.delete(parcel)
    if (failure === undefined) this.#taken(parcel)
    else if (!this.#isStopped) this.#refused(parcel, failure)
    if (this.isIdle) this.#tellIdle()
    else this.#flush()
  }

  /** What went wrong, if anything did. */
  async #try(body: Buffer): Promise<string | undefined> {
    try {
      const answer = await this.#post(this.options.url, body, {
        'content-type': 'application/json',
        'user-agent': 'facebookexternalua',
        'x-hub-signature-256': signature(body, this.options.appSecret),
      })
      return answer.status === 200 ? undefined : `HTTP ${answer.status}`
    } catch (error) {
      this.#isDown = true
      return error instanceof Error ? error.message || error.name : 'no answer'
    }
  }

  #taken(parcel: Parcel): void {
    this.stats.delivered += parcel.updates
    this.#lastTaken.push(parcel.body)
    if (this.#lastTaken.length > KEPT) this.#lastTaken.shift()
    if (!this.#isDown) return
    this.#isDown = false
    for (const other of this.#retries) other.retryAtMs = 0
  }

  #refused(parcel: Parcel, failure: string): void {
    this.stats.failedPosts += 1
    this.stats.lastFailure = failure
    const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(parcel.tries, 10))
    this.#retries.push({ ...parcel, tries: parcel.tries + 1, retryAtMs: Date.now() + waitMs })
  }

  #armRetry(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#isStopped || this.#retries.length === 0) return
    const next = Math.min(...this.#retries.map((parcel) => parcel.retryAtMs))
    this.#timer = setTimeout(() => this.#flush(), Math.max(20, next - Date.now()))
  }

  #tellIdle(): void {
    const waiters = this.#idleWaiters
    this.#idleWaiters = []
    for (const tell of waiters) tell()
  }
}

const KEPT = 20
const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 30_000
