import { GraphError } from '../graph/errors.ts'
import { listAt, numberAt, isObject, objectAt, textAt, type Json } from '../json.ts'
import type { Media } from '../media/media-store.ts'
import { MEDIA_KINDS } from '../media/media-store.ts'
import type { ChatMessage, MediaPart } from '../phones/phone.ts'
import { atMost, missing, required } from './envelope.ts'

/** What the phone will show, besides who and when. */
export type Content = Pick<ChatMessage, 'text' | 'buttons'> &
  Partial<Omit<ChatMessage, 'id' | 'direction' | 'atMs' | 'status'>>

/** What a check may ask about the rest of the world. */
export type Lookup = {
  media(id: string): Media | undefined
  message(id: string): ChatMessage | undefined
}

type Reader = (body: Json, lookup: Lookup) => Content

/** One reader per type: throws Meta's refusal or returns what the phone shows [M messages/*]. */
export const FREE_FORM: Readonly<Record<string, Reader>> = {
  text: (body) => {
    const text = required(body, 'text')
    const words = textAt(text, 'body')
    if (words === undefined) throw missing("text['body']")
    atMost(words, 4096, "text['body']")
    return { text: words, buttons: [] }
  },
  image: (body, lookup) => mediaContent(body, 'image', lookup),
  video: (body, lookup) => mediaContent(body, 'video', lookup),
  audio: (body, lookup) => mediaContent(body, 'audio', lookup),
  sticker: (body, lookup) => mediaContent(body, 'sticker', lookup),
  document: (body, lookup) => mediaContent(body, 'document', lookup),
  location: (body) => {
    const location = locationFrom(required(body, 'location'), 'location')
    return { text: [location.name, location.address].filter(Boolean).join('\n'), location, buttons: [] }
  },
  contacts: (body) => {
    const contacts = (listAt(body, 'contacts') ?? []).filter(isObject)
    if (contacts.length === 0) throw missing('contacts')
    if (contacts.length > 257) throw new GraphError(131009, 'At most 257 contacts can be sent.')
    const names = contacts.map((contact) => textAt(objectAt(contact, 'name') ?? {}, 'formatted_name'))
    if (names.some((name) => name === undefined)) throw missing("contacts[0]['name']['formatted_name']")
    return { text: names.join('\n'), buttons: [] }
  },
  reaction: (body, lookup) => {
    const reaction = required(body, 'reaction')
    const target = textAt(reaction, 'message_id')
    if (target === undefined) throw missing("reaction['message_id']")
    const found = lookup.message(target)
    if (!found || found.type === 'reaction') throw new GraphError(131009, 'Message to react to was not found.')
    const emoji = reaction['emoji']
    return { text: typeof emoji === 'string' ? emoji : '', contextId: target, buttons: [] }
  },
}

function mediaContent(body: Json, type: string, lookup: Lookup): Content {
  const object = required(body, type)
  const caption = textAt(object, 'caption') ?? ''
  if (type === 'audio' || type === 'sticker') {
    if (caption !== '') throw new GraphError(131009, `Param ${type}['caption'] is not allowed.`)
  } else atMost(caption, 1024, `${type}['caption']`)
  return { text: caption, media: mediaPart(object, type, lookup), buttons: [] }
}

/** `{ id | link }` of a message or of a header. */
export function mediaPart(object: Json, type: string, lookup: Lookup): MediaPart {
  const id = textAt(object, 'id')
  const link = textAt(object, 'link')
  if (id === undefined && link === undefined) throw missing(`${type}['id'] or ${type}['link']`)
  const filename = textAt(object, 'filename')
  const named = filename === undefined ? {} : { filename }
  if (id === undefined) return { ...linked(link ?? '', type), ...named }
  const media = lookup.media(id)
  if (!media) {
    throw new GraphError(131009, `Param ${type}['id'] is not a valid whatsapp business account media attachment ID`)
  }
  const kind = MEDIA_KINDS[type]
  if (kind && !kind.types.test(media.mimeType)) {
    throw new GraphError(131053, `Unsupported ${type} mime type ${media.mimeType}.`)
  }
  return {
    id,
    mimeType: media.mimeType,
    ...(media.filename === undefined ? {} : { filename: media.filename }),
    ...named,
  }
}

function linked(link: string, type: string): MediaPart {
  if (!/^https?:\/\//.test(link))
    throw new GraphError(100, undefined, { message: `(#100) Param ${type}['link'] must be a valid URI.` })
  return { link }
}

export function locationFrom(object: Json, name: string): NonNullable<ChatMessage['location']> {
  const latitude = numberAt(object, 'latitude')
  const longitude = numberAt(object, 'longitude')
  if (latitude === undefined) throw missing(`${name}['latitude']`)
  if (longitude === undefined) throw missing(`${name}['longitude']`)
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
    throw new GraphError(131009, 'Latitude or longitude is out of range.')
  }
  const label = textAt(object, 'name')
  const address = textAt(object, 'address')
  return { latitude, longitude, ...(label ? { name: label } : {}), ...(address ? { address } : {}) }
}
