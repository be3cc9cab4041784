import { between } from '../random.ts'
import type { World } from '../world.ts'
import type { Update } from './batch.ts'

/** What fault rules may match on. */
export type About = { to: string; kind: string; status?: string }

/** The only way for an update to the client: through the faults, into the outbox. */
export function publish(world: World, update: Update, about: About): void {
  const waba = world.wabas.get(update.kind === 'account' ? update.wabaId : update.sender.wabaId)
  const send = (copy: Update) => world.outbox.send(copy, waba)
  const fault = world.faults.forWebhook(about, world.random)
  switch (fault?.effect) {
    case undefined:
      return send(update)
    case 'status-lost':
      return undefined
    case 'status-late':
      return world.timeline.after(fault.delayMs ?? LATE_MS, () => send(update))
    case 'duplicate':
      return sendOften(world, update, send)
    case 'shuffle':
      return world.shuffler.hold(() => send(update))
  }
}

/** Longer than a client waits for a status before it asks itself what happened. */
const LATE_MS = 90_000

function sendOften(world: World, update: Update, send: (copy: Update) => void): void {
  send(update)
  const copies = between(world.random, [1, 3])
  for (let copy = 0; copy < copies; copy += 1) world.timeline.after(0, () => send({ ...update }))
}
