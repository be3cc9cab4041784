import { seeded } from './random.ts'
import { scheduleReview } from './templates/lifecycle.ts'
import type { World } from './world.ts'

/**
 * A fresh start for a test: no messages, windows, blocks, faults, bill or truth, and chance from the seed. What a client
 * set up before stays: numbers, templates and who the phones are; with `everything` templates and phones go too. What
 * was told already is still delivered. Ids and truth numbers go on counting, so that none ever comes twice.
 */
export function resetWorld(world: World, seed: number | string, everything: boolean): void {
  world.seed = seed
  world.random = seeded(`${seed} faults`)
  world.shuffler.flush()
  world.shuffler.reseed(seeded(`${seed} shuffle`))
  world.timeline.clear()
  world.messages.clear()
  world.people.clear()
  world.bill.clear()
  world.faults.set([])
  world.truth.clear()
  for (const sender of world.senders.values()) {
    sender.serviceMonth = { month: '', delivered: 0 }
    sender.throughputTokens = sender.throughput
  }
  if (everything) forgetSetup(world, seed)
  else keepSetup(world, seed)
}

function forgetSetup(world: World, seed: number | string): void {
  world.phones.reset(seed)
  world.templates.clear()
  world.media.clear()
}

/** Reviews under way were dropped with the timeline: they begin again. */
function keepSetup(world: World, seed: number | string): void {
  world.phones.startAnew(seed)
  for (const template of world.templates.all()) if (template.status === 'PENDING') scheduleReview(world, template)
}
