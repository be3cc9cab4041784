import { isObject, listAt, objectAt, objectsAt, textAt, type Json } from '../json.ts'
import { contactOf } from '../phones/phone-book.ts'
import type { Sender } from '../senders.ts'
import { handshake } from '../webhooks/outbox.ts'
import type { World } from '../world.ts'
import { senderOf } from './auth.ts'
import { GraphError } from './errors.ts'
import { fieldsIn, selected } from './fields.ts'
import { uploadMedia } from './media-routes.ts'
import type { GraphCall, GraphRoutes } from './call.ts'

/** Everything below a business phone number [M business-phone-numbers/*]. */
export const numberRoutes: GraphRoutes = async (call) => {
  if (!call.world.senders.has(call.id)) return undefined
  const sender = senderOf(call.world, call.id, call.token)
  const route = EDGES[`${call.exchange.method} ${call.edge ?? ''}`.trim()]
  return route?.(call, sender)
}

type Edge = (call: GraphCall, sender: Sender) => Promise<unknown> | unknown

const EDGES: Readonly<Record<string, Edge>> = {
  GET: ({ world, exchange }, sender) => selected(numberNode(world, sender), fieldsIn(exchange.query) ?? DEFAULT_FIELDS),
  POST: async (call, sender) => changeNumber(sender, await call.readJson()),
  'POST media': (call, sender) => uploadMedia(call, sender),
  'GET whatsapp_business_profile': (_, sender) => ({ data: [sender.profile] }),
  'POST whatsapp_business_profile': async (call, sender) => {
    sender.profile = { ...sender.profile, ...(await call.readJson()) }
    return SUCCESS
  },
  'POST register': async (call, sender) => {
    const { pin } = await call.readJson()
    if (pin === undefined) throw new GraphError(100, undefined, { message: '(#100) The parameter pin is required.' })
    sender.state = 'ok'
    return SUCCESS
  },
  'POST deregister': (_, sender) => {
    sender.state = 'unregistered'
    return SUCCESS
  },
  'POST request_code': () => SUCCESS,
  'POST verify_code': () => SUCCESS,
  'GET settings': () => ({ storage_configuration: { status: 'DEFAULT' } }),
  'POST settings': () => SUCCESS,
  'GET block_users': ({ world }, sender) => ({ data: blockedBy(world, sender).map((number) => ({ wa_id: number })) }),
  'POST block_users': async (call, sender) => blockUsers(call.world, sender, await call.readJson(), true),
  'DELETE block_users': async (call, sender) => blockUsers(call.world, sender, await call.readJson(), false),
}

const SUCCESS = { success: true }
const DEFAULT_FIELDS = [
  'verified_name', 'code_verification_status', 'display_phone_number', 'quality_rating', 'platform_type', 'throughput', 'id',
] // prettier-ignore

export function numberNode(world: World, sender: Sender): Json {
  const isHigh = sender.throughput > 80
  return {
    id: sender.id,
    display_phone_number: sender.displayPhoneNumber,
    verified_name: sender.verifiedName,
    code_verification_status: 'VERIFIED',
    quality_rating: sender.quality,
    quality_score: { score: sender.quality },
    platform_type: 'CLOUD_API',
    throughput: { level: isHigh ? 'HIGH' : 'STANDARD' },
    name_status: sender.nameStatus,
    status: sender.state === 'unregistered' ? 'DISCONNECTED' : 'CONNECTED',
    account_mode: sender.testRecipients ? 'SANDBOX' : 'LIVE',
    is_official_business_account: false,
    is_pin_enabled: true,
    messaging_limit_tier: sender.tier,
    whatsapp_business_manager_messaging_limit: sender.tier,
    health_status: healthOf(sender),
    webhook_configuration: {
      application: sender.webhook.url,
      ...(world.wabas.get(sender.wabaId)?.override
        ? { whatsapp_business_account: world.wabas.get(sender.wabaId)?.override?.url }
        : {}),
      ...(sender.override ? { phone_number: sender.override.url } : {}),
    },
  }
}

/** [M support/health-status] */
function healthOf(sender: Sender): Json {
  const canSend = sender.state === 'ok' && sender.paymentMethod ? 'AVAILABLE' : 'BLOCKED'
  const entities = [
    { entity_type: 'PHONE_NUMBER', id: sender.id, can_send_message: sender.state === 'ok' ? 'AVAILABLE' : 'BLOCKED' },
    { entity_type: 'WABA', id: sender.wabaId, can_send_message: canSend },
    { entity_type: 'BUSINESS', id: sender.businessId, can_send_message: 'AVAILABLE' },
  ]
  return { can_send_message: canSend, entities }
}

async function changeNumber(sender: Sender, body: Json): Promise<unknown> {
  const configuration = objectAt(body, 'webhook_configuration')
  if (configuration) sender.override = await overrideFrom(configuration)
  return SUCCESS
}

/** Meta shakes hands with the new address before it takes it; an empty string clears it [M webhooks/override]. */
export async function overrideFrom(body: Json): Promise<Sender['override']> {
  if (body['override_callback_uri'] === '') return undefined
  const url = textAt(body, 'override_callback_uri')
  const verifyToken = textAt(body, 'verify_token')
  if (url === undefined)
    throw new GraphError(100, undefined, { message: '(#100) The parameter override_callback_uri is required.' })
  if (verifyToken === undefined)
    throw new GraphError(100, undefined, { message: '(#100) The parameter verify_token is required.' })
  if (await handshake({ url, verifyToken })) return { url, verifyToken }
  throw new GraphError(2200, undefined, {
    message: '(#2200) Callback verification failed with the given verify token.',
  })
}

function blockedBy(world: World, sender: Sender): string[] {
  return [...world.phones.all()].filter((phone) => phone.blockedByBusiness.has(sender.id)).map((phone) => phone.waId)
}

/** Only who has written in the last 24 hours can be blocked [M block-users]. */
function blockUsers(world: World, sender: Sender, body: Json, isBlocked: boolean): Json {
  if (!listAt(body, 'block_users'))
    throw new GraphError(100, undefined, { message: '(#100) The parameter block_users is required.' })
  const done = objectsAt(body, 'block_users')
    .filter(isObject)
    .map((entry) => {
      const user = textAt(entry, 'user') ?? ''
      const phone = world.phones.get(user)
      contactOf(phone, sender.id)
      if (isBlocked) phone.blockedByBusiness.add(sender.id)
      else phone.blockedByBusiness.delete(sender.id)
      return { input: user, wa_id: phone.waId }
    })
  return { messaging_product: 'whatsapp', block_users: { [isBlocked ? 'added_users' : 'removed_users']: done } }
}
