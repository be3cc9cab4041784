import { textAt } from '../json.ts'
import { durationMs, iso } from '../time/clock.ts'
import { nowOf, type World } from '../world.ts'
import { ControlError } from './refusal.ts'
import type { ControlRoute } from './call.ts'

/** How long a step waits for a client that does not take its webhooks. */
const PATIENCE_MS = 10_000

export const clockRoutes: readonly ControlRoute[] = [
  { method: 'GET', path: 'clock', run: ({ world }) => ({ now: iso(nowOf(world)), kind: world.timeline.clock.kind }) },
  {
    method: 'POST',
    path: 'clock',
    run: async ({ world, readJson }) => {
      const body = await readJson()
      const set = textAt(body, 'now')
      if (set !== undefined) jump(world, instantOf(set))
      else return stepTo(world, targetOf(world, textAt(body, 'advance'), textAt(body, 'to')), body['hold'] === true)
      return { now: iso(nowOf(world)), ran: 0, undelivered: world.outbox.waiting }
    },
  },
  {
    method: 'GET',
    path: 'due',
    run: ({ world }) => {
      const due = world.timeline.nextDue()
      return {
        now: iso(nowOf(world)),
        next: due === undefined ? null : iso(due),
        count: world.timeline.size,
        webhooksWaiting: world.outbox.waiting,
      }
    },
  },
  { method: 'POST', path: 'settle', run: ({ world }) => settle(world) },
]

/**
 * Steps through everything due up to `targetMs`, each at its own time, and waits after each instant until the client
 * has taken what came of it. `undelivered`: updates that it did not take. `hold` keeps a real clock standing there.
 */
async function stepTo(
  world: World,
  targetMs: number,
  hold = false,
): Promise<{ now: string; ran: number; undelivered: number }> {
  const before = nowOf(world)
  const ran = await world.timeline.stepTo(targetMs, settler(world), hold)
  if (nowOf(world) - before > 1000) world.feed.clockMoved()
  return { now: iso(nowOf(world)), ran, undelivered: world.outbox.waiting }
}

function jump(world: World, instantMs: number): void {
  world.timeline.jumpTo(instantMs)
  world.feed.clockMoved()
}

/** Until nothing is due and everything was taken; a running clock is not held up meanwhile. */
async function settle(world: World): Promise<{ now: string; ran: number; undelivered: number }> {
  if (world.timeline.clock.isStopped()) return stepTo(world, nowOf(world), true)
  const wait = settler(world)
  do {
    await wait()
    await new Promise((resolve) => setImmediate(resolve))
  } while (world.timeline.hasDueNow())
  await wait()
  return { now: iso(nowOf(world)), ran: 0, undelivered: world.outbox.waiting }
}

/** Waits for the client, but only once per step for a client that does not answer at all. */
function settler(world: World): () => Promise<void> {
  let hasWaitedInVain = false
  return async () => {
    world.shuffler.flush()
    if (world.outbox.isIdle || hasWaitedInVain) return
    world.outbox.retryNow()
    hasWaitedInVain = (await world.outbox.idle(PATIENCE_MS)) > 0
  }
}

function targetOf(world: World, advance: string | undefined, to: string | undefined): number {
  if (to !== undefined) return instantOf(to)
  const delta = advance === undefined ? undefined : durationMs(advance)
  if (delta === undefined || delta < 0) {
    throw new ControlError(400, 'Give "advance" (an ISO 8601 duration such as PT46H), "to" or "now" (an instant).')
  }
  return nowOf(world) + delta
}

function instantOf(text: string): number {
  const instant = Date.parse(text)
  if (Number.isNaN(instant)) throw new ControlError(400, `"${text}" is no instant such as 2026-11-24T14:30:00Z.`)
  return instant
}
