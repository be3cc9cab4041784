import type { BillLine } from '../delivery/bill.ts'
import type { ChatMessage, Contact, Phone } from '../phones/phone.ts'
import type { Media } from '../media/media-store.ts'
import type { Sender, WebhookOverride } from '../senders.ts'
import type { Template } from '../templates/template.ts'
import { nowOf, type World } from '../world.ts'

/** What outlives a restart: everything but faults and the phones' own chance. */
export type Snapshot = {
  version: 1
  /** Distance of the simulator's clock from the machine's, in ms; of a virtual clock, where it stood. */
  clockMs: number
  phones: SavedPhone[]
  messages: { number: string; message: ChatMessage }[]
  templates: Template[]
  media: (Omit<Media, 'bytes'> & { base64: string })[]
  people: [string, [string, number][]][]
  /** Files of the first version lack it and start with an empty bill. */
  bill?: BillLine[]
  senders: SavedSender[]
  accounts: { id: string; override?: WebhookOverride; subscribed: boolean }[]
  webhooks: { url: string; appSecret: string; body: string }[]
}

type SavedPhone = Omit<Phone, 'random' | 'contacts' | 'chat' | 'blockedByBusiness'> & {
  contacts: [string, Contact][]
  blockedByBusiness: string[]
}

type SavedSender = Pick<Sender, 'id' | 'tier' | 'quality' | 'state' | 'paymentMethod' | 'serviceMonth' | 'profile'> & {
  override?: WebhookOverride
}

export function snapshotOf(world: World): Snapshot {
  return {
    version: 1,
    clockMs: nowOf(world) - (world.timeline.clock.kind === 'real' ? Date.now() : 0),
    phones: [...world.phones.all()].map(savedPhone),
    messages: [...world.messages.all()].map(({ phone, message }) => ({ number: phone.number, message })),
    templates: [...world.templates.all()],
    media: [...world.media.all()].map(({ bytes, ...media }) => ({ ...media, base64: bytes.toString('base64') })),
    people: world.people.saved(),
    bill: world.bill.lines(),
    senders: [...world.senders.values()].map(savedSender),
    accounts: [...world.wabas.values()].map(({ id, override, subscribed }) => ({
      id,
      subscribed,
      ...(override ? { override } : {}),
    })),
    webhooks: world.outbox.untaken(),
  }
}

function savedPhone(phone: Phone): SavedPhone {
  const { random: _, chat: __, contacts, blockedByBusiness, ...kept } = phone
  return { ...kept, contacts: [...contacts], blockedByBusiness: [...blockedByBusiness] }
}

function savedSender({
  id,
  tier,
  quality,
  state,
  paymentMethod,
  serviceMonth,
  profile,
  override,
}: Sender): SavedSender {
  return { id, tier, quality, state, paymentMethod, serviceMonth, profile, ...(override ? { override } : {}) }
}
