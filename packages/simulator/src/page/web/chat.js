import { api } from './api.js'
import { bubble } from './bubble.js'
import { byId, el, hueOf, icon, initialsOf } from './dom.js'
import { dayKey, dayOf, timeOf } from './format.js'
import { closeSheet, listForm, menuButtons, openSheet } from './sheet.js'
import { directionOf, wordsFor } from './words.js'

/** What is shown, so that only what changed is drawn again and the reader keeps the place. */
const drawn = { number: '', signatures: new Map() }

/** Shows one phone as `GET /_sim/phones/{number}/chat` gives it; `act` runs what the patient does. */
export function showChat(chat, act) {
  const { phone, business, messages, now } = chat
  const words = wordsFor(phone.language)
  const direction = directionOf(phone.language)
  const device = byId('device')
  device.hidden = false
  byId('no-phone').hidden = true
  device.lang = phone.language
  device.dir = direction
  head(phone, business, words, now)
  byId('menu-button').onclick = () => openMenu(phone, words, direction, act)
  const context = {
    phone,
    words,
    business,
    messages,
    tap: (message, button) => act(() => tapped(phone, message, button)),
    openOptions: (message) =>
      openOptions(message, words, direction, (button) => act(() => api.tap(phone.number, message.id, button.id))),
  }
  draw(chat, context)
}

function head(phone, business, words, now) {
  byId('business-name').textContent = business.name
  byId('business-avatar').textContent = initialsOf(business.name)
  byId('presence').textContent = phone.blocked ? words.blocked : phone.typing ? words.typing : words.business
  byId('device-time').textContent = timeOf(now, phone)
  byId('chat').setAttribute('aria-label', words.chat)
  byId('text').placeholder = words.type
  byId('text-label').textContent = words.type
  label('send', words.send, 'send')
  label('attach', words.attach, 'attach')
  label('back', words.back, 'back')
  label('menu-button', words.menu, 'menu')
  byId('owner').replaceChildren(
    ...el(
      'p',
      {},
      el('span', { class: `avatar small ${hueOf(phone.name)}`, 'aria-hidden': 'true' }, initialsOf(phone.name)),
      el('bdi', {}, phone.name),
      el('bdi', { dir: 'ltr' }, phone.name === `+${phone.number}` ? '' : `+${phone.number}`),
      phone.persona && el('span', { class: 'persona', lang: 'en' }, phone.persona),
    ).childNodes,
  )
}

function label(id, text, sign) {
  const button = byId(id)
  if (button.getAttribute('aria-label') === text) return
  button.setAttribute('aria-label', text)
  button.title = text
  button.replaceChildren(icon(sign))
}

function draw({ phone, messages, now }, context) {
  const log = byId('chat')
  if (drawn.number !== phone.number) {
    drawn.number = phone.number
    drawn.signatures.clear()
    log.replaceChildren()
  }
  const isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80
  const focused = document.activeElement?.getAttribute('data-choice')
  const rows = wantedRows(messages, phone, now, context)
  const before = new Map([...log.children].map((child) => [child.getAttribute('data-key'), child]))
  log.replaceChildren(...rows.map((row) => rowFor(row, before)))
  if (focused) log.querySelector(`[data-choice="${CSS.escape(focused)}"]`)?.focus()
  if (isAtEnd) log.scrollTop = log.scrollHeight
}

/** Bubbles with a line for each day between them: key, what it depends on, and how to make it. */
function wantedRows(messages, phone, now, context) {
  const rows = []
  let day = ''
  if (messages.length === 0)
    rows.push({ key: 'start', sign: phone.language, make: () => el('p', { class: 'start' }, context.words.start) })
  for (const message of messages) {
    const key = dayKey(message.at, phone)
    if (key !== day) {
      const text = dayOf(message.at, now, phone, context.words)
      rows.push({ key: `day-${key}`, sign: text, make: () => el('p', { class: 'day' }, el('span', {}, text)) })
      day = key
    }
    const answers = messages.filter((one) => one.contextId === message.id).map((one) => one.text)
    rows.push({
      key: message.id,
      sign: JSON.stringify([message, answers, phone.zone]),
      make: () => bubble(message, context),
    })
  }
  if (phone.typing) rows.push({ key: 'typing', sign: '', make: () => typing() })
  return rows
}

function rowFor({ key, sign, make }, before) {
  const old = before.get(key)
  if (old && drawn.signatures.get(key) === sign) return old
  drawn.signatures.set(key, sign)
  const made = make()
  made.setAttribute('data-key', key)
  return made
}

function typing() {
  return el(
    'div',
    { class: 'row theirs typing', 'aria-hidden': 'true' },
    el('div', { class: 'bubble' }, el('i'), el('i'), el('i')),
  )
}

async function tapped(phone, message, button) {
  const answer = await api.tap(phone.number, message.id, button.id)
  if (button.kind === 'url' && answer.opened) window.open(answer.opened, '_blank', 'noreferrer,noopener')
  if (button.kind === 'copy' && answer.opened) await navigator.clipboard?.writeText(answer.opened)
}

function openOptions(message, words, direction, send) {
  const title = message.list?.label ?? words.all
  openSheet(
    title,
    direction,
    words,
    listForm(message, words, (button) => {
      closeSheet()
      send(button)
    }),
  )
}

function openMenu(phone, words, direction, act) {
  const entries = [
    {
      label: phone.blocked ? words.unblock : words.block,
      run: () => act(() => api.block(phone.number, !phone.blocked)),
    },
    { label: words.stop, run: () => act(() => api.stopOffers(phone.number, true)) },
    { label: words.location_send, run: () => act(() => api.location(phone.number, -23.561, -46.656)) },
  ]
  openSheet(phone.name, direction, words, menuButtons(entries))
}
