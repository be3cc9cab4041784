import { objectAt, textAt, type Json } from '../json.ts'
import { PERSONAS, type Persona } from '../phones/persona.ts'
import { digitsOf, type Phone } from '../phones/phone.ts'
import type { Sender } from '../senders.ts'
import { escapedJson } from '../webhooks/escape.ts'
import { publish } from '../webhooks/publish.ts'
import { bsuidOf } from '../ids.ts'
import { nowOf, type World } from '../world.ts'
import { ControlError } from './refusal.ts'

/** `{ name?, language?, zone?, username?, waId?, identityHash?, persona? }`: whose phone it is. */
export function changePhone(world: World, phone: Phone, body: Json): Phone {
  phone.name = textAt(body, 'name') ?? phone.name
  phone.language = textAt(body, 'language') ?? phone.language
  phone.zone = zoneFrom(body) ?? phone.zone
  phone.username = textAt(body, 'username') ?? phone.username
  phone.identityHash = textAt(body, 'identityHash') ?? phone.identityHash
  const waId = textAt(body, 'waId')
  if (waId !== undefined) world.phones.setWaId(phone, digitsOf(waId))
  const persona = body['persona']
  if (typeof persona === 'string' || persona === null) setPersona(phone, { name: persona })
  world.feed.changed(phone.number)
  return phone
}

function zoneFrom(body: Json): string | undefined {
  const zone = textAt(body, 'zone')
  if (zone === undefined) return undefined
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    throw new ControlError(400, `"${zone}" is no IANA time zone such as America/Sao_Paulo.`)
  }
}

/** `{ name }` of a known persona, with any of its fields overruled; `{ name: null }` makes the phone plain again. */
export function setPersona(phone: Phone, body: Json): Phone {
  const nested = objectAt(body, 'persona')
  if (nested) return setPersona(phone, nested)
  const name = textAt(body, 'name') ?? textAt(body, 'persona')
  if (name === undefined || name === 'plain') {
    phone.persona = undefined
    return phone
  }
  const known = PERSONAS[name]
  if (!known && objectAt(body, 'answer') === undefined && body['onWhatsApp'] === undefined) {
    throw new ControlError(
      400,
      `There is no persona "${name}"; there are ${['plain', ...Object.keys(PERSONAS)].join(', ')}.`,
    )
  }
  const base = known ?? PERSONAS['reader']
  phone.persona = { ...base, ...(body as Partial<Persona>), name } as Persona // fields are overruled as they come
  if (phone.persona.username) phone.username ??= `user${phone.number.slice(-6)}`
  return phone
}

/** "Stop" and "Resume" in the chat's own menu [M webhooks/reference/user_preferences]. */
export function tellMarketingPreference(world: World, sender: Sender, phone: Phone, isStopped: boolean): void {
  phone.marketingStopped = isStopped
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: sender.displayPhoneNumber, phone_number_id: sender.id },
    contacts: [{ profile: { name: phone.name }, wa_id: phone.waId, user_id: bsuidOf(phone.number, sender.businessId) }],
    user_preferences: [
      {
        wa_id: phone.waId,
        detail: `User requested to ${isStopped ? 'stop' : 'resume'} marketing messages`,
        category: 'marketing_messages',
        value: isStopped ? 'stop' : 'resume',
        timestamp: Math.floor(nowOf(world) / 1000),
      },
    ],
  }
  const timeSeconds = Math.floor(nowOf(world) / 1000)
  const update = {
    field: 'user_preferences',
    kind: 'account',
    wabaId: sender.wabaId,
    json: escapedJson(value),
    timeSeconds,
  } as const
  publish(world, update, { to: phone.number, kind: 'user_preferences' })
}
