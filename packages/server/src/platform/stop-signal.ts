import type { EventEmitter } from 'node:events'
import { machineClock } from './clock.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const ONE_KEYSTROKE_MS = 3_000 // a busy process sees the second one late

/**
 * Aborted when the process is asked to stop. Ctrl-C in a terminal may arrive twice for one keystroke (from the terminal, and passed
 * on by the launcher), so a second signal counts only when it comes later: then `impatient` is called, for leaving at once.
 */
export function stopSignal(impatient: () => void, source: Pick<EventEmitter, 'on'> = process): AbortSignal {
  const controller = new AbortController()
  let askedAt: number | undefined
  for (const name of SIGNALS) {
    source.on(name, () => {
      const now = machineClock.elapsedMs()
      if (askedAt === undefined) {
        askedAt = now
        controller.abort()
      } else if (now - askedAt > ONE_KEYSTROKE_MS) impatient()
    })
  }
  return controller.signal
}
