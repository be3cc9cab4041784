import { byId, el, hueOf, initialsOf } from './dom.js'
import { plain, timeOf } from './format.js'
import { directionOf, wordsFor } from './words.js'

/** The phones, last used first; what is typed above also opens a number that is not there yet. */
export function showList(phones, chosen, query, choose) {
  const wanted = query.trim().toLowerCase()
  const digits = wanted.replaceAll(/\D/g, '')
  const shown = phones.filter((phone) => fits(phone, wanted, digits))
  const isNew = digits.length >= 8 && !phones.some((phone) => phone.number === digits)
  const items = shown.map((phone) => entry(phone, phone.number === chosen, choose))
  if (isNew)
    items.push(entry({ number: digits, name: `+${digits}`, language: 'en', unread: 0, last: null }, false, choose))
  byId('phones').replaceChildren(...items)
  byId('no-phones').hidden = items.length > 0
}

function fits(phone, wanted, digits) {
  if (wanted === '') return true
  return phone.name.toLowerCase().includes(wanted) || (digits !== '' && phone.number.includes(digits))
}

function entry(phone, isChosen, choose) {
  const link = el(
    'a',
    {
      class: 'phone',
      href: `/?phone=${phone.number}`,
      'aria-current': isChosen ? 'true' : undefined,
      onclick: (event) => {
        if (event.metaKey || event.ctrlKey) return
        event.preventDefault()
        choose(phone.number)
      },
    },
    el('span', { class: `avatar ${hueOf(phone.name)}`, 'aria-hidden': 'true' }, initialsOf(phone.name)),
    el('span', { class: 'phone-name', dir: 'auto' }, phone.name),
    phone.last && el('span', { class: 'phone-time' }, timeOf(phone.last.at, phone)),
    el('span', { class: 'phone-last', dir: directionOf(phone.language) }, lastWords(phone)),
    phone.unread > 0 &&
      el('span', { class: 'unread' }, String(phone.unread), el('span', { class: 'visually-hidden' }, ' unread')),
    phone.unread === 0 && phone.persona && el('span', { class: 'persona' }, phone.persona),
  )
  return el('li', {}, link)
}

function lastWords(phone) {
  if (!phone.last) return `+${phone.number}`
  const words = wordsFor(phone.language)
  const kind = {
    image: words.photo,
    audio: words.voice,
    document: words.document,
    location: words.location,
    video: words.video,
    sticker: words.sticker,
  }
  const text = plain(phone.last.text.replaceAll('\n', ' ')) || kind[phone.last.type] || '…'
  return phone.last.direction === 'sent' ? `${words.you}: ${text}` : text
}
