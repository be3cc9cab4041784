import { numberAt, textAt, type Json } from '../json.ts'
import type { Tier } from '../options.ts'
import { senderFrom, TIER_PEOPLE, wabaFrom, type Sender, type SenderState } from '../senders.ts'
import { digitsOf } from '../phones/phone.ts'
import { tellAccount } from '../templates/lifecycle.ts'
import { nowOf, type World } from '../world.ts'
import { ControlError } from './refusal.ts'
import type { ControlCall, ControlRoute } from './call.ts'

export const numberControls: readonly ControlRoute[] = [
  {
    method: 'GET',
    path: 'numbers',
    run: ({ world }) => ({ items: [...world.senders.values()].map((sender) => view(world, sender)) }),
  },
  { method: 'POST', path: 'numbers', run: async (call) => view(call.world, added(call.world, await call.readJson())) },
  {
    method: 'PUT',
    path: 'numbers/*',
    run: async (call) => {
      const sender = senderIn(call)
      change(call.world, sender, await call.readJson())
      return view(call.world, sender)
    },
  },
]

const STATES: readonly SenderState[] = [
  'ok',
  'unregistered',
  'blocked',
  'locked',
  'maintenance',
  'deleted',
  'token-expired',
]
const QUALITIES = ['GREEN', 'YELLOW', 'RED', 'UNKNOWN'] as const

function senderIn({ world, path }: ControlCall): Sender {
  const sender = world.senders.get(path[1] ?? '')
  if (!sender) throw new ControlError(404, `There is no business number ${path[1] ?? ''}.`)
  return sender
}

function added(world: World, body: Json): Sender {
  const phoneNumberId = textAt(body, 'phoneNumberId')
  const wabaId = textAt(body, 'wabaId')
  const displayPhoneNumber = textAt(body, 'displayPhoneNumber')
  if (!phoneNumberId || !wabaId || !displayPhoneNumber) {
    throw new ControlError(400, '"phoneNumberId", "wabaId" and "displayPhoneNumber" are needed.')
  }
  const { accessToken, webhook } = world.options
  const businessId = textAt(body, 'businessId')
  const options = { phoneNumberId, wabaId, displayPhoneNumber, ...(businessId ? { businessId } : {}) }
  const sender = senderFrom(options, textAt(body, 'accessToken') ?? accessToken, webhook)
  world.senders.set(sender.id, sender)
  if (!world.wabas.has(wabaId)) world.wabas.set(wabaId, wabaFrom(wabaId, sender.businessId, sender.verifiedName))
  change(world, sender, body)
  return sender
}

/** Limits and troubles of a number; what Meta would tell by webhook is told. */
function change(world: World, sender: Sender, body: Json): void {
  changeLimits(world, sender, body)
  sender.verifiedName = textAt(body, 'verifiedName') ?? sender.verifiedName
  if (typeof body['paymentMethod'] === 'boolean') sender.paymentMethod = body['paymentMethod']
  sender.state = oneOf(STATES, body, 'state') ?? sender.state
  sender.quality = oneOf(QUALITIES, body, 'quality') ?? sender.quality
  const recipients = body['testRecipients']
  if (Array.isArray(recipients)) sender.testRecipients = new Set(recipients.map((one) => digitsOf(String(one))))
  if (recipients === null) sender.testRecipients = undefined
  changeAccount(world, sender, body)
}

function changeAccount(world: World, sender: Sender, body: Json): void {
  const waba = world.wabas.get(sender.wabaId)
  const cap = body['utilityCapADay'] === 'unlimited' ? Infinity : numberAt(body, 'utilityCapADay')
  if (waba && cap !== undefined) {
    waba.utilityCapADay = cap
    if (cap !== Infinity) tellRateLimited(world, waba.id)
  }
  if (waba) waba.callsAnHour = numberAt(body, 'managementCallsAnHour') ?? waba.callsAnHour
}

/** For at least seven days [M templates/template-categorization]. */
function tellRateLimited(world: World, wabaId: string): void {
  const expiration = Math.floor(nowOf(world) / 1000) + 7 * 86_400
  tellAccount(world, wabaId, 'account_update', {
    event: 'ACCOUNT_RESTRICTION',
    violation_info: { violation_type: 'UTILITY_TEMPLATE_ABUSE_RATE_LIMIT' },
    restriction_info: [{ restriction_type: 'RATE_LIMITED_UTILITY_TEMPLATE_MESSAGING', expiration }],
  })
}

function changeLimits(world: World, sender: Sender, body: Json): void {
  const throughput = body['throughput'] === 'unlimited' ? Infinity : numberAt(body, 'throughput')
  if (throughput !== undefined) {
    sender.throughput = throughput
    sender.throughputTokens = throughput
  }
  if (typeof body['pairLimit'] === 'boolean') sender.pairLimit = body['pairLimit']
  const tier = oneOf(Object.keys(TIER_PEOPLE) as Tier[], body, 'tier')
  if (tier === undefined || tier === sender.tier) return
  for (const other of world.senders.values()) if (other.businessId === sender.businessId) other.tier = tier
  const people = TIER_PEOPLE[tier]
  const value = {
    max_daily_conversations_per_business: people === Infinity ? tier : people,
    max_phone_numbers_per_business: 20,
  }
  tellAccount(world, sender.wabaId, 'business_capability_update', value)
}

function oneOf<T extends string>(allowed: readonly T[], body: Json, key: string): T | undefined {
  const text = textAt(body, key)
  const found = allowed.find((one) => one === text)
  if (text !== undefined && found === undefined)
    throw new ControlError(400, `"${key}" must be one of ${allowed.join(', ')}.`)
  return found
}

function view(world: World, sender: Sender): Json {
  return {
    phoneNumberId: sender.id,
    wabaId: sender.wabaId,
    businessId: sender.businessId,
    displayPhoneNumber: sender.displayPhoneNumber,
    verifiedName: sender.verifiedName,
    throughput: sender.throughput === Infinity ? 'unlimited' : sender.throughput,
    pairLimit: sender.pairLimit,
    tier: sender.tier,
    peopleIn24Hours: world.people.count(sender.businessId, nowOf(world)),
    quality: sender.quality,
    state: sender.state,
    paymentMethod: sender.paymentMethod,
  }
}
