/** Wakes a loop early; several calls before it listens count once. */
export type Wake = {
  /** Something may have become due. */
  now(): void
  /** Resolves at the next wake or after `ms`. */
  wait(ms: number): Promise<void>
}

export function createWake(): Wake {
  let pending = false
  let resume: (() => void) | undefined
  return {
    now() {
      pending = true
      resume?.()
    },
    wait(ms) {
      if (pending) {
        pending = false
        return Promise.resolve()
      }
      return new Promise((resolve) => {
        const timer = setTimeout(done, ms)
        function done() {
          clearTimeout(timer)
          pending = false
          resume = undefined
          resolve()
        }
        resume = done
      })
    },
  }
}
