import { el } from './dom.js'

/** `*bold*`, `_italic_`, `~struck~`, ```` ```code``` ```` and links, as WhatsApp shows them. */
const MARKS = /(```[^`]+```)|(\*\S(?:[^*\n]*\S)?\*)|(_\S(?:[^_\n]*\S)?_)|(~\S(?:[^~\n]*\S)?~)|(https?:\/\/[^\s<>"]+)/g
const TAGS = { '*': 'strong', _: 'em', '~': 's' }

/** @param {string} text @returns {(Node | string)[]} */
export function formatted(text) {
  const nodes = []
  let from = 0
  for (const match of text.matchAll(MARKS)) {
    nodes.push(text.slice(from, match.index), marked(match[0]))
    from = match.index + match[0].length
  }
  nodes.push(text.slice(from))
  return nodes.filter((node) => node !== '')
}

/** The words without the marks, for one line. @param {string} text */
export function plain(text) {
  return formatted(text)
    .map((node) => (typeof node === 'string' ? node : (node.textContent ?? '')))
    .join('')
}

/** @param {string} piece */
function marked(piece) {
  if (piece.startsWith('```')) return el('code', {}, piece.slice(3, -3))
  if (piece.startsWith('http')) return el('a', { href: piece, target: '_blank', rel: 'noreferrer noopener' }, piece)
  return el(TAGS[piece[0]], {}, ...formatted(piece.slice(1, -1)))
}

/** @param {string} at @param {{ language: string, zone?: string }} phone */
export function timeOf(at, phone) {
  return new Intl.DateTimeFormat(localeOf(phone), { hour: '2-digit', minute: '2-digit', ...zoneOf(phone) }).format(
    new Date(at),
  )
}

/** Today, yesterday, or the date: as a line between bubbles. */
export function dayOf(at, now, phone, words) {
  const day = dayKey(at, phone)
  if (day === dayKey(now, phone)) return words.today
  if (day === dayKey(new Date(new Date(now).getTime() - 86_400_000), phone)) return words.yesterday
  const options = { weekday: 'long', day: 'numeric', month: 'long', ...zoneOf(phone) }
  return new Intl.DateTimeFormat(localeOf(phone), options).format(new Date(at))
}

/** @param {string | Date} at */
export function dayKey(at, phone) {
  return new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', ...zoneOf(phone) }).format(new Date(at))
}

function zoneOf(phone) {
  return phone.zone ? { timeZone: phone.zone } : {}
}

function localeOf(phone) {
  try {
    return Intl.getCanonicalLocales(phone.language.replace('_', '-'))
  } catch {
    return 'en'
  }
}
