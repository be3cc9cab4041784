import { formatInstant } from '@recado/domain/shared/instant'
import type { Handlers } from '../http/bind-routes.ts'
import type { DemoClock } from './demo-clock.ts'

/** The demo's clock: looked at, and stepped through everything that falls due. */
export function clockRoutes(clock: DemoClock | undefined): Handlers {
  if (!clock) return {}
  const due = async () => {
    const next = await clock.nextDueAt()
    return next === undefined ? {} : { nextDueAt: formatInstant(next) }
  }
  return {
    getClock: async () => ({ now: formatInstant(await clock.now()), ...(await due()) }),
    moveClock: async ({ body }) => {
      const { now, ran } = await clock.moveTo(body)
      return { now: formatInstant(now), ran, ...(await due()) }
    },
  }
}
