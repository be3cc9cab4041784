import type { Instant } from '@recado/domain/shared/instant'

/**
 * Machine time: for leases, time-outs and measurements, never for anything a patient is told or due. Business time (which the
 * demo can move) is the database's, see DESIGN "two clocks"; it is passed along as an argument and never read from here.
 */
export type MachineClock = {
  /** Wall time of this machine, milliseconds since the epoch. It can jump when the machine's clock is set. */
  now(): Instant
  /** Milliseconds since some fixed moment; never goes backwards. For durations only. */
  elapsedMs(): number
}

export const machineClock: MachineClock = {
  now: () => Date.now() as Instant,
  elapsedMs: () => performance.now(),
}

/** A clock that moves only when told to: for tests. */
export function steppedClock(start: Instant): MachineClock & { advance(ms: number): void } {
  let at: number = start
  return {
    now: () => at as Instant,
    elapsedMs: () => at - start,
    advance(ms) {
      at += ms
    },
  }
}

/** Resolves after `ms`, or at once when the signal is aborted. The timer does not keep the process alive. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve()
    const done = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal?.addEventListener('abort', done, { once: true })
  })
}
