import {
  checked,
  checkedCount,
  checkedUnique,
  LIMITS,
  MOST_BUTTONS,
  MOST_ROWS,
  MOST_SECTIONS,
  invalid,
} from './limits.ts'
import type { Choice, OutgoingButtons, OutgoingContent, OutgoingLink, OutgoingList, Section } from './outgoing.ts'

type Interactive = Extract<OutgoingContent, { type: 'buttons' | 'list' | 'link' | 'contact-request' }>
type Json = Readonly<Record<string, unknown>>

/** The `interactive` object. @throws Failure `invalid` when one of WhatsApp's limits is broken. */
export function interactiveJson(content: Interactive): Json {
  switch (content.type) {
    case 'buttons':
      return { type: 'button', ...frame(content, LIMITS.interactiveBody), action: { buttons: buttonsJson(content) } }
    case 'list':
      return { type: 'list', ...frame(content, LIMITS.listBody), action: listJson(content) }
    case 'link':
      return { type: 'cta_url', ...frame(content, LIMITS.interactiveBody), action: linkJson(content) }
    case 'contact-request':
      return {
        type: 'request_contact_info',
        ...frame(content, LIMITS.interactiveBody),
        action: { name: 'request_contact_info' },
      }
  }
}

function frame(
  { body, header, footer }: { body: string; header?: string; footer?: string },
  longestBody: number,
): Json {
  return {
    ...(header !== undefined && { header: { type: 'text', text: checked(header, 'the header', LIMITS.header) } }),
    body: { text: checked(body, 'the body', longestBody) },
    ...(footer !== undefined && { footer: { text: checked(footer, 'the footer', LIMITS.footer) } }),
  }
}

function buttonsJson({ buttons }: OutgoingButtons): Json[] {
  checkedCount(buttons.length, 'buttons', MOST_BUTTONS)
  checkedChoices(buttons, 'button')
  return buttons.map(({ id, title }) => ({
    type: 'reply',
    reply: {
      id: checked(id, 'the id of a button', LIMITS.buttonId),
      title: checked(title, 'the title of a button', LIMITS.buttonTitle),
    },
  }))
}

function listJson({ button, sections }: OutgoingList): Json {
  checkedCount(sections.length, 'sections', MOST_SECTIONS)
  const rows = sections.flatMap((section) => section.rows)
  checkedCount(rows.length, 'rows', MOST_ROWS)
  checkedUnique(rows.map((row) => row.id), 'ids of rows') // prettier-ignore
  return {
    button: checked(button, 'the label of the list', LIMITS.listButton),
    sections: sections.map((section) => sectionJson(section, sections.length > 1)),
  }
}

function sectionJson({ title, rows }: Section, needsTitle: boolean): Json {
  if (rows.length === 0) throw invalid('a section without rows')
  if (needsTitle && title === undefined) throw invalid('a section without a title beside others')
  return {
    ...(title !== undefined && { title: checked(title, 'the title of a section', LIMITS.sectionTitle) }),
    rows: rows.map((row) => ({
      id: checked(row.id, 'the id of a row', LIMITS.rowId),
      title: checked(row.title, 'the title of a row', LIMITS.rowTitle),
      ...(row.description !== undefined && {
        description: checked(row.description, 'the description of a row', LIMITS.rowDescription),
      }),
    })),
  }
}

function linkJson({ label, url }: OutgoingLink): Json {
  if (!/^https?:\/\/\S+$/.test(url)) throw invalid('the link is no web address')
  return {
    name: 'cta_url',
    parameters: { display_text: checked(label, 'the label of the link', LIMITS.linkLabel), url },
  }
}

function checkedChoices(choices: readonly Choice[], what: string): void {
  checkedUnique(choices.map((choice) => choice.id), `ids of a ${what}`) // prettier-ignore
  checkedUnique(choices.map((choice) => choice.title), `titles of a ${what}`) // prettier-ignore
}
