import { BATCH, processInbound, type InboundDeps } from './process-inbound.ts'
import { createWake } from './wake.ts'

export type Receiver = {
  /** Something was stored. */
  wake(): void
  /** Nothing is being applied. */
  idle(): boolean
  stop(): Promise<void>
}

const IDLE_MS = 500
/** Where something came, more may: from another process, which cannot wake us. What was just answered leaves meanwhile. */
const AGAIN_MS = 15

/** Applies what the webhooks brought, in order, as soon as it is stored; wakes the dispatchers for the answers. */
export function startReceiver(deps: InboundDeps, applied: () => void): Receiver {
  const wake = createWake()
  let stopping = false
  let busy = false

  async function run(): Promise<void> {
    while (!stopping) {
      busy = true
      const done = await processInbound(deps).catch((error: unknown) => {
        deps.log.warn('inbound.round-failed', { organizationId: deps.clinic.organizationId }, error)
        return 0
      })
      busy = false
      if (done > 0) applied()
      if (done < BATCH) await wake.wait(done > 0 ? AGAIN_MS : IDLE_MS)
    }
  }

  const running = run()
  return {
    wake: wake.now,
    idle: () => !busy,
    async stop() {
      stopping = true
      wake.now()
      await running
    },
  }
}
