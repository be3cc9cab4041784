/** Lets through `perSecond` on average, with a burst of one second's worth. Time is the caller's, in milliseconds. */
export type TokenBucket = {
  available(nowMs: number): number
  take(count: number): void
}

export function createTokenBucket(perSecond: number): TokenBucket {
  let tokens = perSecond
  let last: number | undefined
  return {
    available(nowMs) {
      tokens = Math.min(perSecond, tokens + ((nowMs - (last ?? nowMs)) / 1_000) * perSecond)
      last = nowMs
      return Math.floor(tokens)
    },
    take(count) {
      tokens -= count
    },
  }
}
