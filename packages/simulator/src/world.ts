import type { Bill } from './delivery/bill.ts'
import type { Faults } from './faults.ts'
import type { Ids } from './ids.ts'
import type { MediaStore } from './media/media-store.ts'
import type { MessageStore } from './messages/message-store.ts'
import type { SimulatorOptions } from './options.ts'
import type { Feed } from './page/feed.ts'
import type { PhoneBook } from './phones/phone-book.ts'
import type { People } from './delivery/people.ts'
import type { Random } from './random.ts'
import type { Sender, Waba } from './senders.ts'
import type { TemplateStore } from './templates/template-store.ts'
import type { Timeline } from './time/timeline.ts'
import type { TruthLog } from './truth.ts'
import type { Shuffler } from './webhooks/shuffler.ts'
import type { WebhookOutbox } from './webhooks/outbox.ts'

/** The whole simulated platform. Functions take it first. */
export type World = {
  options: SimulatorOptions
  seed: number | string
  /** Where the simulator itself answers, for media addresses. */
  url: string
  timeline: Timeline
  ids: Ids
  /** Chance of faults; phones have their own. */
  random: Random
  senders: Map<string, Sender>
  wabas: Map<string, Waba>
  phones: PhoneBook
  messages: MessageStore
  templates: TemplateStore
  media: MediaStore
  people: People
  bill: Bill
  faults: Faults
  truth: TruthLog
  outbox: WebhookOutbox
  shuffler: Shuffler
  feed: Feed
}

export function nowOf(world: World): number {
  return world.timeline.clock.now()
}
