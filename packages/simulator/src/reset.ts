import { seeded } from './random.ts'
import type { World } from './world.ts'

/**
 * Back to the start: no phones, messages, templates, media, faults or truth, chance from the seed. Numbers keep their
 * settings, the clock its time, and ids go on counting, so that no wamid ever comes twice.
 */
export function resetWorld(world: World, seed: number | string): void {
  world.seed = seed
  world.random = seeded(`${seed} faults`)
  world.timeline.clear()
  world.outbox.clear()
  world.shuffler.clear(seeded(`${seed} shuffle`))
  world.phones.reset(seed)
  world.messages.clear()
  world.templates.clear()
  world.media.clear()
  world.people.clear()
  world.bill.clear()
  world.faults.set([])
  world.truth.clear()
  for (const sender of world.senders.values()) {
    sender.serviceMonth = { month: '', delivered: 0 }
    sender.throughputTokens = sender.throughput
  }
}
