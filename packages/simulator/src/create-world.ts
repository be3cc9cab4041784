import { Bill } from './delivery/bill.ts'
import { Faults } from './faults.ts'
import { Ids } from './ids.ts'
import { MediaStore } from './media/media-store.ts'
import { MessageStore } from './messages/message-store.ts'
import type { SimulatorOptions } from './options.ts'
import { Feed } from './page/feed.ts'
import { PhoneBook } from './phones/phone-book.ts'
import { People } from './delivery/people.ts'
import { seeded } from './random.ts'
import { senderFrom, wabaFrom } from './senders.ts'
import { TemplateStore } from './templates/template-store.ts'
import { Clock } from './time/clock.ts'
import { Timeline } from './time/timeline.ts'
import { TruthLog } from './truth.ts'
import { Shuffler } from './webhooks/shuffler.ts'
import { WebhookOutbox } from './webhooks/outbox.ts'
import type { World } from './world.ts'

export function createWorld(options: SimulatorOptions): World {
  const seed = options.seed ?? 1
  const start = options.now === undefined ? undefined : Date.parse(options.now)
  const senders = new Map(
    options.numbers.map((number) => [number.phoneNumberId, senderFrom(number, options.accessToken, options.webhook)]),
  )
  const ids = new Ids(Date.now())
  return {
    options,
    seed,
    url: '',
    timeline: new Timeline(new Clock(options.clock ?? 'real', start)),
    ids,
    random: seeded(`${seed} faults`),
    senders,
    wabas: new Map(
      [...senders.values()].map((sender) => [
        sender.wabaId,
        wabaFrom(sender.wabaId, sender.businessId, sender.verifiedName),
      ]),
    ),
    phones: new PhoneBook(seed),
    messages: new MessageStore(options.messageLimit ?? 50_000),
    templates: new TemplateStore(),
    media: new MediaStore(ids),
    people: new People(),
    bill: new Bill(),
    faults: new Faults(),
    truth: new TruthLog(options.truthLimit ?? 200_000, options.truthFile),
    outbox: new WebhookOutbox(options.webhook),
    shuffler: new Shuffler(seeded(`${seed} shuffle`)),
    feed: new Feed(),
  }
}
