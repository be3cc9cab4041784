/** @typedef {Node | string | null | undefined | false} Child */

/**
 * An element with attributes (`class`, `aria-…`), properties (`onclick`, `value`) and children.
 * @param {string} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {...Child} children
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false || value === null) continue
    if (typeof value === 'function') element[name] = value
    else element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...children.filter((child) => child !== undefined && child !== null && child !== false))
  return element
}

const PATHS = {
  back: 'M15 5l-7 7 7 7',
  menu: 'M12 5.5v.01M12 12v.01M12 18.5v.01',
  attach: 'M20 11.5l-8.2 8.2a5 5 0 01-7.1-7.1l8.6-8.6a3.4 3.4 0 014.8 4.8l-8.6 8.6a1.7 1.7 0 01-2.4-2.4l7.9-7.9',
  send: 'M4 12l16-8-5 16-3.5-6.5z',
  reply: 'M9 7L4 12l5 5M4 12h10a6 6 0 016 6v1',
  link: 'M14 5h5v5M19 5l-8 8M11 6H6a1 1 0 00-1 1v11a1 1 0 001 1h11a1 1 0 001-1v-5',
  call: 'M6 4h3l2 5-2 1.5a11 11 0 005 5L15.5 13l5 2v3a2 2 0 01-2 2A15 15 0 014 6a2 2 0 012-2z',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6v.01M4.5 12v.01M4.5 18v.01',
  copy: 'M9 9h10v10H9zM5 15V5h10',
  pin: 'M12 21s6-6 6-11a6 6 0 10-12 0c0 5 6 11 6 11zM12 12a2 2 0 100-4 2 2 0 000 4z',
  file: 'M7 3h7l5 5v13H7zM14 3v5h5',
  person: 'M12 12a4 4 0 100-8 4 4 0 000 8zM4 21a8 8 0 0116 0',
  form: 'M6 4h12v16H6zM9 9h6M9 13h6M9 17h3',
  check: 'M5 13l4 4L19 7',
  picture: 'M4 5h16v14H4zM4 16l5-5 4 4 2.5-2.5L20 17M15.5 9v.01',
}

/** A drawn sign, hidden from screen readers: the words are on the control. @param {keyof PATHS} name */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('class', `icon icon-${name}`)
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', PATHS[name])
  svg.append(path)
  return svg
}

/** One tick: sent. Two: delivered. Two in blue: read. @param {string} status @param {string} label */
export function ticks(status, label) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 18 12')
  svg.setAttribute('class', `ticks ${status}`)
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-label', label)
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', status === 'sent' ? 'M2 6.5l3.5 3.5L13 2' : 'M1 6.5L4.5 10 11 2.5M7.5 9l1 1L15.5 2')
  svg.append(path)
  return svg
}

/** @param {string} id */
export function byId(id) {
  const element = document.getElementById(id)
  if (!element) throw new Error(`The page has no #${id}.`)
  return element
}

/** The same colour for the same name. @param {string} text */
export function hueOf(text) {
  let hash = 0
  for (const letter of text) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 997
  return `hue-${hash % 6}`
}

/** @param {string} name */
export function initialsOf(name) {
  const words = name
    .replaceAll(/[^\p{L}\p{M}\s]/gu, '')
    .trim()
    .split(/\s+/)
  if (!words[0]) return '#'
  const last = words.length > 1 ? words.at(-1) : ''
  return `${firstLetter(words[0])}${last ? firstLetter(last) : ''}`.toUpperCase()
}

/** What a reader sees as one letter, with the vowel signs that belong to it. @param {string} word */
function firstLetter(word) {
  for (const { segment } of new Intl.Segmenter().segment(word)) return segment
  return ''
}
