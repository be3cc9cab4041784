import { interactiveJson } from './interactive-message.ts'
import { checked, invalid, LIMITS } from './limits.ts'
import { mediaJson, placeJson } from './media-json.ts'
import type { OutgoingContent, OutgoingFile, OutgoingMessage, Recipient } from './outgoing.ts'
import { USER_ID } from './people.ts'
import { templateJson } from './template-message.ts'

/** A body for `POST /{phone-number-id}/messages`. */
export type GraphMessage = { readonly messaging_product: 'whatsapp'; readonly type: string } & Readonly<
  Record<string, unknown>
>

const E164 = /^\+[1-9]\d{6,14}$/

/**
 * Our message as Meta wants it. `attemptId` travels along and comes back with every status, so that an attempt whose
 * answer was lost can be settled (invariant 3).
 * @throws Failure `invalid` when a limit of WhatsApp is broken: Meta would refuse it, so it is our bug.
 */
export function graphMessage(message: OutgoingMessage, attemptId: string): GraphMessage {
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...recipientJson(message.to),
    ...(message.replyTo !== undefined && { context: { message_id: message.replyTo } }),
    ...(message.identityKeyHash !== undefined && { recipient_identity_key_hash: message.identityKeyHash }),
    biz_opaque_callback_data: checked(attemptId, 'the attempt id', LIMITS.callbackData),
    ...contentJson(message),
  }
}

/** Without the plus sign Meta would put the country of our own number in front. */
function recipientJson(to: Recipient): { to: string } | { recipient: string } {
  if ('phone' in to) {
    if (!E164.test(to.phone)) throw invalid('the recipient is no phone number in E.164 form')
    return { to: to.phone }
  }
  if (!USER_ID.test(to.userId)) throw invalid('the recipient is no business-scoped user id')
  return { recipient: to.userId }
}

function contentJson(content: OutgoingContent): { type: string } & Record<string, unknown> {
  switch (content.type) {
    case 'text':
      return { type: 'text', text: textJson(content) }
    case 'template':
      return { type: 'template', template: templateJson(content) }
    case 'location':
      return { type: 'location', location: placeJson(content.place) }
    case 'document':
    case 'image':
      return { type: content.type, [content.type]: fileJson(content) }
    case 'buttons':
    case 'list':
    case 'link':
    case 'contact-request':
      return { type: 'interactive', interactive: interactiveJson(content) }
  }
}

const textJson = ({ body, previewUrl }: { body: string; previewUrl?: boolean }) => ({
  body: checked(body, 'the text', LIMITS.text),
  ...(previewUrl !== undefined && { preview_url: previewUrl }),
})

function fileJson(file: OutgoingFile) {
  return {
    ...mediaJson(file.source),
    ...(file.caption !== undefined && { caption: checked(file.caption, 'the caption', LIMITS.caption) }),
    ...(file.filename !== undefined && file.type === 'document' && { filename: file.filename }),
  }
}
