import type { ServerResponse } from 'node:http'

/** Tells open pages which phones have changed, by server-sent events, at most ten times a second. */
export class Feed {
  readonly #listeners = new Set<ServerResponse>()
  readonly #changed = new Set<string>()
  #timer: NodeJS.Timeout | undefined

  open(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    response.write('retry: 1000\n\n')
    this.#listeners.add(response)
    response.on('close', () => this.#listeners.delete(response))
  }

  /** Costs nothing while nobody looks. */
  changed(number: string): void {
    if (this.#listeners.size === 0) return
    this.#changed.add(number)
    this.#tellSoon()
  }

  /** Every phone shows another time of day: an empty list says so. */
  clockMoved(): void {
    if (this.#listeners.size > 0) this.#tellSoon()
  }

  #tellSoon(): void {
    this.#timer ??= setTimeout(() => this.#tell(), 100)
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer)
    for (const listener of this.#listeners) listener.end()
  }

  #tell(): void {
    this.#timer = undefined
    const line = `event: phones\ndata: ${JSON.stringify([...this.#changed])}\n\n`
    this.#changed.clear()
    for (const listener of this.#listeners) listener.write(line)
  }
}
