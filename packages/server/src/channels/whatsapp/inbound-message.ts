import type { Instant } from '@recado/domain/shared/instant'
import { child, fieldsOf, flagOf, idOf, momentOf, present, textOf, type Fields } from './fields.ts'
import { contentOf, type InboundContent } from './inbound-content.ts'
import { unreadable, type Reader } from './reader.ts'
import { phoneDigits, profileFor, userIdOf, type Person, type Profile } from './people.ts'
import { wireErrors, type WireError } from './wire-error.ts'

/** A person wrote, tapped, called up a form or sent a file. */
export type InboundMessage = ReadMessage & { readonly kind: 'message'; readonly from: Profile }

/** One message, also of the past or of our own staff (history, echoes). */
export type ReadMessage = {
  readonly wamid: string
  readonly sentAt?: Instant
  readonly content: InboundContent
  readonly replyTo?: ReplyTo
  readonly referral?: Referral
  readonly groupId?: string
  readonly errors: readonly WireError[]
}

/** `wamid` is the message of ours that is answered: the key that ties a tap to a reminder. */
export type ReplyTo = {
  readonly wamid?: string
  readonly from?: string
  readonly forwarded?: boolean
  readonly frequentlyForwarded?: boolean
  readonly product?: { readonly catalogId?: string; readonly productId?: string }
}

/** The advertisement or post through which the person came; it opens a 72 h window. */
export type Referral = {
  readonly sourceType?: string
  readonly sourceId?: string
  readonly sourceUrl?: string
  readonly clickId?: string
  readonly headline?: string
}

export const readInboundMessage: Reader<InboundMessage> = (item, { value }) => {
  const message = readMessage(item)
  if (!message) return unreadable('a message without an id')
  const person = senderOf(item)
  const profile = profileFor(value, person)
  const from: Profile = { ...profile, ...person }
  if (from.phone === undefined && from.userId === undefined) return unreadable('a message from nobody')
  return { kind: 'message', from, ...message }
}

/** Undefined when the message has no id: without one it can be neither told apart nor answered. */
export function readMessage(item: Fields): ReadMessage | undefined {
  const wamid = textOf(item, 'id')
  if (wamid === undefined) return undefined
  return present({
    wamid,
    sentAt: momentOf(item, 'timestamp'),
    content: contentOf(item),
    replyTo: replyToOf(item),
    referral: referralOf(item),
    groupId: textOf(item, 'group_id'),
    errors: wireErrors(item),
  })
}

const senderOf = (item: Fields): Person =>
  present({
    phone: phoneDigits(textOf(item, 'from')),
    userId: userIdOf(item, 'from_user_id', 'from'),
    parentUserId: textOf(item, 'from_parent_user_id'),
  })

function replyToOf(item: Fields): ReplyTo | undefined {
  const context = fieldsOf(item['context'])
  if (!context) return undefined
  const product = fieldsOf(context['referred_product'])
  return present({
    wamid: textOf(context, 'id'),
    from: textOf(context, 'from'),
    forwarded: flagOf(context, 'forwarded'),
    frequentlyForwarded: flagOf(context, 'frequently_forwarded'),
    product:
      product && present({ catalogId: idOf(product, 'catalog_id'), productId: idOf(product, 'product_retailer_id') }),
  })
}

function referralOf(item: Fields): Referral | undefined {
  if (!fieldsOf(item['referral'])) return undefined
  const referral = child(item, 'referral')
  return present({
    sourceType: textOf(referral, 'source_type'),
    sourceId: idOf(referral, 'source_id'),
    sourceUrl: textOf(referral, 'source_url'),
    clickId: textOf(referral, 'ctwa_clid'),
    headline: textOf(referral, 'headline'),
  })
}
