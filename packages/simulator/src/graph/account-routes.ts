import type { Json } from '../json.ts'
import { textAt } from '../json.ts'
import type { Waba } from '../senders.ts'
import { nowOf, type World } from '../world.ts'
import { seesAccount } from './auth.ts'
import { GraphError } from './errors.ts'
import { fieldsIn, page, selected } from './fields.ts'
import { numberNode, overrideFrom } from './number-routes.ts'
import type { GraphCall, GraphRoutes } from './call.ts'
import { createTemplate, deleteTemplates, listTemplates } from './template-routes.ts'

/** Everything below a WhatsApp Business Account. */
export const accountRoutes: GraphRoutes = async (call) => {
  const waba = call.world.wabas.get(call.id)
  if (!waba || !seesAccount(call.world, waba.id, call.token)) return undefined
  countCall(call.world, waba)
  const route = EDGES[`${call.exchange.method} ${call.edge ?? ''}`.trim()]
  return route?.(call, waba)
}

type Edge = (call: GraphCall, waba: Waba) => Promise<unknown> | unknown

const EDGES: Readonly<Record<string, Edge>> = {
  GET: ({ exchange }, waba) =>
    selected(wabaNode(waba), fieldsIn(exchange.query) ?? ['name', 'timezone_id', 'message_template_namespace']),
  'GET phone_numbers': ({ world, exchange }, waba) => {
    const fields = fieldsIn(exchange.query) ?? NUMBER_FIELDS
    const nodes = [...world.senders.values()]
      .filter((sender) => sender.wabaId === waba.id)
      .map((sender) => selected(numberNode(world, sender), fields))
    return page(nodes, exchange.query, `${world.url}${exchange.path}`)
  },
  'GET message_templates': listTemplates,
  'POST message_templates': createTemplate,
  'DELETE message_templates': deleteTemplates,
  'GET subscribed_apps': (_, waba) => ({ data: waba.subscribed ? [subscription(waba)] : [] }),
  'POST subscribed_apps': async (call, waba) => {
    const body = await call.readJson()
    if (textAt(body, 'override_callback_uri') !== undefined || body['override_callback_uri'] === '') {
      waba.override = await overrideFrom(body)
    }
    waba.subscribed = true
    return { success: true }
  },
  'DELETE subscribed_apps': (_, waba) => {
    waba.subscribed = false
    return { success: true }
  },
}

const NUMBER_FIELDS = [
  'verified_name',
  'code_verification_status',
  'display_phone_number',
  'quality_rating',
  'platform_type',
  'throughput',
]
const HOUR_MS = 3_600_000

function countCall(world: World, waba: Waba): void {
  const hour = Math.floor(nowOf(world) / HOUR_MS)
  if (waba.callsHour.hour !== hour) waba.callsHour = { hour, calls: 0 }
  waba.callsHour.calls += 1
  if (waba.callsHour.calls > waba.callsAnHour) throw new GraphError(80007, undefined, { retryAfterSeconds: 60 })
}

function wabaNode(waba: Waba): Json {
  return {
    id: waba.id,
    name: waba.name,
    timezone_id: '1',
    currency: 'USD',
    message_template_namespace: `ns_${waba.id}`,
    account_review_status: 'APPROVED',
    business_verification_status: 'verified',
    owner_business_info: { id: waba.businessId, name: waba.name },
    health_status: {
      can_send_message: 'AVAILABLE',
      entities: [{ entity_type: 'WABA', id: waba.id, can_send_message: 'AVAILABLE' }],
    },
  }
}

function subscription(waba: Waba): Json {
  return {
    whatsapp_business_api_data: {
      id: '634970000000001',
      name: 'Simulated app',
      link: 'https://www.facebook.com/games/?app_id=634970000000001',
    },
    ...(waba.override ? { override_callback_uri: waba.override.url } : {}),
  }
}
