import { Failure } from '@recado/domain/shared/failure'
import { formatInstant } from '@recado/domain/shared/instant'
import type { Handlers } from '../http/bind-routes.ts'
import { parseTarget, type DemoClock } from './demo-clock.ts'

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
      const target = parseTarget(await clock.now(), body)
      if (!Number.isSafeInteger(target)) throw new Failure('invalid', 'That is too far.')
      const { now, ran } = await clock.moveTo(target)
      return { now: formatInstant(now), ran, ...(await due()) }
    },
  }
}
