import { broken, type BrokenContent } from './broken-content.ts'
import { child, children, fieldsOf, flagOf, idOf, numberOf, present, textOf, type Fields } from './fields.ts'

export type MediaContent = {
  readonly type: 'image' | 'video' | 'document' | 'audio' | 'sticker'
  /** Good for 7 days: copy the file at once. */
  readonly mediaId: string
  readonly mimeType?: string
  /** Base64. */
  readonly sha256?: string
  /** Needs our token; good for 5 minutes. */
  readonly url?: string
  readonly caption?: string
  readonly filename?: string
  readonly voice?: boolean
  readonly animated?: boolean
}

export type LocationContent = {
  readonly type: 'location'
  readonly latitude: number
  readonly longitude: number
  readonly name?: string
  readonly address?: string
  readonly url?: string
}

export type ContactsContent = { readonly type: 'contacts'; readonly cards: readonly ContactCard[] }

export type ContactCard = {
  readonly name?: string
  readonly phones: readonly { readonly phone?: string; readonly whatsappPhone?: string; readonly type?: string }[]
  /** `contact_request`: the person's own number, sent because we asked for it. */
  readonly origin?: string
  readonly vcard?: string
}

export type OrderContent = {
  readonly type: 'order'
  readonly catalogId?: string
  readonly text?: string
  readonly items: readonly {
    readonly productId?: string
    readonly quantity?: number
    readonly price?: number
    readonly currency?: string
  }[]
}

export function mediaContent(message: Fields, type: MediaContent['type']): MediaContent | BrokenContent {
  const media = child(message, type)
  const mediaId = idOf(media, 'id')
  if (mediaId === undefined) return broken(`${type} without a media id`)
  return present({
    type,
    mediaId,
    mimeType: textOf(media, 'mime_type'),
    sha256: textOf(media, 'sha256'),
    url: textOf(media, 'url'),
    caption: textOf(media, 'caption'),
    filename: textOf(media, 'filename'),
    voice: flagOf(media, 'voice'),
    animated: flagOf(media, 'animated'),
  })
}

export function locationContent(message: Fields): LocationContent | BrokenContent {
  const location = child(message, 'location')
  const latitude = numberOf(location, 'latitude')
  const longitude = numberOf(location, 'longitude')
  if (latitude === undefined || longitude === undefined) return broken('a location without coordinates')
  return present({
    type: 'location' as const,
    latitude,
    longitude,
    name: textOf(location, 'name'),
    address: textOf(location, 'address'),
    url: textOf(location, 'url'),
  })
}

export function contactsContent(message: Fields): ContactsContent | BrokenContent {
  const cards = children(message, 'contacts').map((card): ContactCard =>
    present({
      name: textOf(child(card, 'name'), 'formatted_name'),
      origin: textOf(card, 'origin'),
      vcard: textOf(card, 'vcard'),
      phones: children(card, 'phones').map((phone) =>
        present({ phone: textOf(phone, 'phone'), whatsappPhone: textOf(phone, 'wa_id'), type: textOf(phone, 'type') }),
      ),
    }),
  )
  return cards.length === 0 ? broken('contacts without a card') : { type: 'contacts', cards }
}

export function orderContent(message: Fields): OrderContent | BrokenContent {
  const order = fieldsOf(message['order'])
  if (!order) return broken('an order without its contents')
  const items = children(order, 'product_items').map((item) =>
    present({
      productId: textOf(item, 'product_retailer_id'),
      quantity: numberOf(item, 'quantity'),
      price: numberOf(item, 'item_price'),
      currency: textOf(item, 'currency'),
    }),
  )
  return present({ type: 'order' as const, catalogId: idOf(order, 'catalog_id'), text: textOf(order, 'text'), items })
}
