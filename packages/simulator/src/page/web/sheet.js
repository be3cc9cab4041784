import { byId, el } from './dom.js'

/** What slides up from the bottom: a list's rows, all buttons of a message, or the menu of the chat. */
export function openSheet(title, direction, words, content) {
  const sheet = byId('sheet')
  sheet.dir = direction
  sheet.replaceChildren(
    el(
      'div',
      { class: 'sheet-head' },
      el('h3', { id: 'sheet-title', dir: 'auto' }, title),
      el('button', { class: 'text-button', type: 'button', onclick: closeSheet }, words.close),
    ),
    content,
  )
  sheet.onclick = (event) => {
    if (event.target === sheet) closeSheet()
  }
  sheet.showModal()
}

export function closeSheet() {
  byId('sheet').close()
}

/** A list's sections with their rows: choose one, then send it, as on the phone. */
export function listForm(message, words, send) {
  const sections = message.list?.sections ?? [{ rowIds: message.buttons.map((button) => button.id) }]
  return el(
    'form',
    {
      class: 'options',
      onsubmit: (event) => {
        event.preventDefault()
        const id = new FormData(event.target).get('row')
        const button = message.buttons.find((one) => one.id === id)
        if (button) send(button)
      },
    },
    ...sections.map((section) => sectionFields(section, message)),
    el('button', { class: 'send-button', type: 'submit' }, words.choose),
  )
}

function sectionFields(section, message) {
  const rows = section.rowIds.map((id) => message.buttons.find((button) => button.id === id)).filter(Boolean)
  return el(
    'fieldset',
    {},
    el(
      'legend',
      section.title ? { dir: 'auto' } : { class: 'visually-hidden' },
      section.title ?? message.list?.label ?? '',
    ),
    ...rows.map((row) =>
      el(
        'label',
        { class: 'option' },
        el(
          'span',
          { class: 'option-words' },
          el('span', { dir: 'auto' }, row.title),
          row.description && el('small', { dir: 'auto' }, row.description),
        ),
        el('input', { type: 'radio', name: 'row', value: row.id, required: true }),
      ),
    ),
  )
}

/** @param {{ label: string, run: () => void }[]} entries */
export function menuButtons(entries) {
  const buttons = entries.map(({ label, run }) =>
    el('button', { class: 'menu-entry', type: 'button', onclick: () => (closeSheet(), run()) }, label),
  )
  return el('div', { class: 'options' }, ...buttons)
}
