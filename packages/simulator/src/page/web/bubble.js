import { el, icon, ticks } from './dom.js'
import { formatted, plain, timeOf } from './format.js'

/** One message as it stands on the phone. `context`: { phone, words, messages, tap, openOptions } */
export function bubble(message, context) {
  const isOwn = message.direction === 'sent'
  const answer = context.messages.find((one) => one.contextId === message.id && one.direction === 'sent')
  return el(
    'div',
    { class: `row ${isOwn ? 'own' : 'theirs'} ${message.type}`, id: `m-${message.id}` },
    el(
      'div',
      { class: 'bubble' },
      quote(message, context),
      media(message, context),
      message.header && el('p', { class: 'bubble-header', dir: 'auto' }, message.header),
      el('p', { class: 'bubble-text', dir: 'auto' }, ...formatted(bodyOf(message))),
      message.footer && el('p', { class: 'bubble-footer', dir: 'auto' }, message.footer),
      stamp(message, isOwn, context),
      message.reaction && el('span', { class: 'reaction' }, message.reaction),
    ),
    choices(message, answer, context),
  )
}

function bodyOf(message) {
  return message.body ?? message.text
}

function stamp(message, isOwn, { phone, words }) {
  const status = message.status === 'accepted' ? 'sent' : message.status
  return el(
    'span',
    { class: 'stamp' },
    el('time', { datetime: message.at }, timeOf(message.at, phone)),
    isOwn && ticks(status, words[status] ?? status),
  )
}

/** Whoever answers shows what is answered; taps on a template too. */
function quote(message, { messages, words, business }) {
  const quoted = message.contextId && messages.find((one) => one.id === message.contextId)
  if (!quoted) return undefined
  const who = quoted.direction === 'sent' ? words.you : business.name
  return el(
    'a',
    { class: 'quote', href: `#m-${quoted.id}` },
    el('span', { class: 'quote-who', dir: 'auto' }, who),
    el('span', { class: 'quote-text', dir: 'auto' }, plain(bodyOf(quoted)).slice(0, 140)),
  )
}

function media(message, { words }) {
  if (message.location) return place(message.location, words)
  if (message.type === 'contacts') return el('p', { class: 'tile' }, icon('person'), el('span', {}, words.contact))
  const part = message.media
  if (!part) return undefined
  const address = part.id ? `/_sim/media/${part.id}` : undefined
  const mimeType = part.mimeType ?? ''
  if (address && mimeType.startsWith('image/')) {
    return el('img', { class: 'picture', src: address, alt: message.text || words.photo, loading: 'lazy' })
  }
  if (address && mimeType.startsWith('audio/'))
    return el('audio', { controls: true, src: address, 'aria-label': words.voice })
  if (address && mimeType.startsWith('video/'))
    return el('video', { class: 'picture', controls: true, src: address, 'aria-label': words.video })
  const name = part.filename ?? part.link ?? words.document
  const sign = icon(message.type === 'image' ? 'picture' : 'file')
  const inside = [sign, el('span', { dir: 'auto' }, name)]
  const target = address ?? part.link
  return el('a', { class: 'tile', href: target, target: '_blank', rel: 'noreferrer noopener' }, ...inside)
}

function place(location, words) {
  const name = location.name ?? words.location
  return el('p', { class: 'tile map' }, icon('pin'), el('span', { dir: 'auto' }, name))
}

const SIGNS = {
  'template-reply': 'reply', reply: 'reply', url: 'link', call: 'call', copy: 'copy',
  flow: 'form', 'share-location': 'pin', 'share-contact': 'person',
} // prettier-ignore

/** Up to three buttons below the bubble; more stand behind one, and so does a list. */
function choices(message, answer, context) {
  const { buttons, list } = message
  if (buttons.length === 0) return undefined
  if (list) return el('div', { class: 'choices' }, opener('list', list.label, message, context))
  const first = buttons.length > 3 ? buttons.slice(0, 2) : buttons
  return el(
    'div',
    { class: 'choices' },
    ...first.map((button) => choice(message, button, answer, context)),
    buttons.length > 3 && opener('list', context.words.all, message, context),
  )
}

function choice(message, button, answer, { tap }) {
  const isChosen = answer !== undefined && answer.text === button.title
  return el(
    'button',
    {
      class: `choice${isChosen ? ' chosen' : ''}`,
      type: 'button',
      'data-choice': `${message.id} ${button.id}`,
      onclick: () => tap(message, button),
    },
    icon(isChosen ? 'check' : (SIGNS[button.kind] ?? 'reply')),
    el('span', { dir: 'auto' }, button.title),
  )
}

function opener(sign, label, message, { openOptions }) {
  return el(
    'button',
    {
      class: 'choice',
      type: 'button',
      'aria-haspopup': 'dialog',
      'data-choice': `${message.id} options`,
      onclick: () => openOptions(message),
    },
    icon(sign),
    el('span', { dir: 'auto' }, label),
  )
}
