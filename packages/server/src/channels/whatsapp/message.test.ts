import { Failure } from '@recado/domain/shared/failure'
import { describe, expect, test } from 'vitest'
import { graphMessage } from './message.ts'
import type { OutgoingContent, OutgoingMessage, Recipient } from './outgoing.ts'

const ANA = { phone: '+5511987650001' }
const messageOf = (content: OutgoingContent, to: Recipient = ANA): OutgoingMessage => ({ to, ...content })
const graph = (content: OutgoingContent, to?: Recipient) => graphMessage(messageOf(content, to), 'attempt-1')
const why = (content: OutgoingContent, to?: Recipient): string | undefined => {
  try {
    graph(content, to)
    return undefined
  } catch (error) {
    if (error instanceof Failure && error.code === 'invalid') return error.message
    throw error
  }
}
const text: OutgoingContent = { type: 'text', body: 'Até amanhã' }
const buttons = (titles: string[]): OutgoingContent => ({
  type: 'buttons',
  body: 'Vem?',
  buttons: titles.map((title, n) => ({ id: `b${n}`, title })),
})
const list = (sizes: number[], titled = true): OutgoingContent => ({
  type: 'list',
  body: 'Escolha um horário',
  button: 'Horários',
  sections: sizes.map((size, s) => ({
    ...(titled && { title: `Dia ${s}` }),
    rows: Array.from({ length: size }, (_, r) => ({ id: `s${s}r${r}`, title: `${r}:00` })),
  })),
})

describe('a message goes to', () => {
  test('a phone, with its plus sign', () => {
    expect(graph(text)).toMatchObject({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: '+5511987650001',
      biz_opaque_callback_data: 'attempt-1',
    })
  })

  test('a user id, when there is no phone', () => {
    const message = graph(text, { userId: 'ES.9081726354' })
    expect(message).toMatchObject({ recipient: 'ES.9081726354' })
    expect(message).not.toHaveProperty('to')
    expect(graph(text, { ...ANA, userId: 'ES.9081726354' })).not.toHaveProperty('recipient')
  })

  test.each([
    { phone: '5511987650001' },
    { phone: '+0551198' },
    { phone: '+55 11 98765-0001' },
    { phone: '' },
    { userId: 'ES-1' },
    { userId: 'es.1' },
  ])('nobody, when the address is %o', (to) => {
    expect(why(text, to)).toMatch(/^the recipient is no /)
    expect(why(text, to)).not.toContain('1198')
  })
})

describe('the body that Meta gets', () => {
  test('for a reminder: named parameters and a payload for each quick reply', () => {
    expect(
      graph({
        type: 'template',
        name: 'recado_reminder_48h_v1',
        language: 'pt-BR',
        params: { first_name: 'Ana', time: '10:30' },
        quickReplyPayloads: ['p1', 'p2'],
      }),
    ).toMatchObject({
      type: 'template',
      template: {
        name: 'recado_reminder_48h_v1',
        language: { code: 'pt_BR' },
        components: [
          {
            type: 'body',
            parameters: [
              { type: 'text', parameter_name: 'first_name', text: 'Ana' },
              { type: 'text', parameter_name: 'time', text: '10:30' },
            ],
          },
          { type: 'button', sub_type: 'quick_reply', index: '0', parameters: [{ type: 'payload', payload: 'p1' }] },
          { type: 'button', sub_type: 'quick_reply', index: '1', parameters: [{ type: 'payload', payload: 'p2' }] },
        ],
      },
    })
  })

  test('for a template without parameters: no components', () => {
    expect(graph({ type: 'template', name: 'hello', language: 'en', params: {} })['template']).toEqual({
      name: 'hello',
      language: { code: 'en' },
    })
  })

  test.each([
    [
      { type: 'text', params: { place: 'Centro' } },
      { type: 'text', parameter_name: 'place', text: 'Centro' },
    ],
    [
      { type: 'document', source: { mediaId: '81' }, filename: 'preparo.pdf' },
      { type: 'document', document: { id: '81', filename: 'preparo.pdf' } },
    ],
    [
      { type: 'image', source: { link: 'https://c.example/a.png' } },
      { type: 'image', image: { link: 'https://c.example/a.png' } },
    ],
    [
      { type: 'location', place: { latitude: 1, longitude: 2, name: 'Clínica' } },
      { type: 'location', location: { latitude: 1, longitude: 2, name: 'Clínica' } },
    ],
  ] as const)('for a header %o', (header, parameter) => {
    const { template } = graph({ type: 'template', name: 'x', language: 'en', params: {}, header })
    expect(template).toMatchObject({ components: [{ type: 'header', parameters: [parameter] }] })
  })

  test('for the end of an address in a button', () => {
    const { template } = graph({
      type: 'template',
      name: 'x',
      language: 'en',
      params: {},
      urlSuffix: { index: 2, text: 'k3' },
    })
    expect(template).toMatchObject({
      components: [{ sub_type: 'url', index: '2', parameters: [{ type: 'text', text: 'k3' }] }],
    })
  })

  test('for buttons', () => {
    expect(
      graph({
        type: 'buttons',
        body: 'Vem?',
        header: 'Consulta',
        footer: 'Clínica',
        buttons: [{ id: 'y', title: 'Sim' }],
      }),
    ).toMatchObject({
      type: 'interactive',
      interactive: {
        type: 'button',
        header: { type: 'text', text: 'Consulta' },
        body: { text: 'Vem?' },
        footer: { text: 'Clínica' },
        action: { buttons: [{ type: 'reply', reply: { id: 'y', title: 'Sim' } }] },
      },
    })
  })

  test('for a list', () => {
    expect(graph(list([1]))).toMatchObject({
      interactive: {
        type: 'list',
        action: { button: 'Horários', sections: [{ title: 'Dia 0', rows: [{ id: 's0r0', title: '0:00' }] }] },
      },
    })
  })

  test('for a link, a place, files and a question for the number', () => {
    expect(graph({ type: 'link', body: 'Ficha', label: 'Abrir', url: 'https://c.example/f' })).toMatchObject({
      interactive: {
        type: 'cta_url',
        action: { name: 'cta_url', parameters: { display_text: 'Abrir', url: 'https://c.example/f' } },
      },
    })
    expect(graph({ type: 'location', place: { latitude: -23.5, longitude: -46.6 } })).toMatchObject({
      type: 'location',
      location: { latitude: -23.5 },
    })
    expect(graph({ type: 'document', source: { mediaId: '9' }, filename: 'a.pdf', caption: 'Preparo' })).toMatchObject({
      type: 'document',
      document: { id: '9', filename: 'a.pdf', caption: 'Preparo' },
    })
    expect(graph({ type: 'image', source: { link: 'https://c.example/m.png' } })).toMatchObject({
      image: { link: 'https://c.example/m.png' },
    })
    expect(graph({ type: 'contact-request', body: 'Seu número?' })).toMatchObject({
      interactive: { type: 'request_contact_info', action: { name: 'request_contact_info' } },
    })
  })

  test('quotes the message that is answered and insists on the identity', () => {
    const message = graphMessage(
      { to: ANA, type: 'text', body: 'Sim', previewUrl: false, replyTo: 'wamid.IN1', identityKeyHash: 'kh' },
      'a',
    )
    expect(message).toMatchObject({
      context: { message_id: 'wamid.IN1' },
      recipient_identity_key_hash: 'kh',
      text: { preview_url: false },
    })
  })
})

describe('a parameter from the book', () => {
  const sent = (value: string) => {
    const message = graph({ type: 'template', name: 'x', language: 'en', params: { name: value } })
    return JSON.stringify(message).match(/"parameter_name":"name","text":"([^"]*)"/)?.[1]
  }
  test.each([
    ['Ana\tPrado', 'Ana Prado'],
    ['Ana \r\n Prado', 'Ana Prado'],
    ['Ana     Prado', 'Ana Prado'],
    ['  Ana  ', 'Ana'],
    ['Ana   Prado', 'Ana   Prado'],
    ['आना', 'आना'],
  ])('%j is sent as %j', (value, expected) => {
    expect(sent(value)).toBe(expected)
  })

  test('that is empty is our bug, not a message with a hole', () => {
    expect(why({ type: 'template', name: 'x', language: 'en', params: { name: ' \n ' } })).toBe(
      'the parameter name is empty',
    )
  })
})

describe('a limit of WhatsApp', () => {
  const long = (n: number) => 'ã'.repeat(n)
  test.each<[string, OutgoingContent, string | undefined]>([
    ['text of 4096', { type: 'text', body: long(4096) }, undefined],
    ['text of 4097', { type: 'text', body: long(4097) }, 'the text is longer than 4096 characters'],
    ['text of blanks', { type: 'text', body: ' \n' }, 'the text is empty'],
    ['three buttons', buttons(['a', 'b', 'c']), undefined],
    ['four buttons', buttons(['a', 'b', 'c', 'd']), '4 buttons, 1 to 3 are possible'],
    ['no button', buttons([]), '0 buttons, 1 to 3 are possible'],
    ['two equal titles', buttons(['a', 'a']), 'two titles of a button are the same'],
    ['a title of 20 emoji', buttons(['😀'.repeat(20)]), undefined],
    ['a title of 21', buttons([long(21)]), 'the title of a button is longer than 20 characters'],
    [
      'an id of 257',
      { type: 'buttons', body: 'x', buttons: [{ id: long(257), title: 'a' }] },
      'the id of a button is longer than 256 characters',
    ],
    [
      'two equal ids',
      {
        type: 'buttons',
        body: 'x',
        buttons: [
          { id: 'i', title: 'a' },
          { id: 'i', title: 'b' },
        ],
      },
      'two ids of a button are the same',
    ],
    [
      'a body of 1025',
      { type: 'buttons', body: long(1025), buttons: [{ id: 'i', title: 'a' }] },
      'the body is longer than 1024 characters',
    ],
    [
      'a header of 61',
      { type: 'buttons', body: 'x', header: long(61), buttons: [{ id: 'i', title: 'a' }] },
      'the header is longer than 60 characters',
    ],
    [
      'a footer of 61',
      { type: 'buttons', body: 'x', footer: long(61), buttons: [{ id: 'i', title: 'a' }] },
      'the footer is longer than 60 characters',
    ],
    ['ten rows in two sections', list([5, 5]), undefined],
    ['eleven rows in two sections', list([5, 6]), '11 rows, 1 to 10 are possible'],
    ['no section', list([]), '0 sections, 1 to 10 are possible'],
    ['an empty section beside a full one', list([1, 0]), 'a section without rows'],
    ['two sections without titles', list([1, 1], false), 'a section without a title beside others'],
    ['one section without a title', list([1], false), undefined],
    [
      'a row title of 25',
      { type: 'list', body: 'x', button: 'b', sections: [{ rows: [{ id: 'r', title: long(25) }] }] },
      'the title of a row is longer than 24 characters',
    ],
    [
      'a row description of 73',
      { type: 'list', body: 'x', button: 'b', sections: [{ rows: [{ id: 'r', title: 't', description: long(73) }] }] },
      'the description of a row is longer than 72 characters',
    ],
    [
      'a row id of 201',
      { type: 'list', body: 'x', button: 'b', sections: [{ rows: [{ id: long(201), title: 't' }] }] },
      'the id of a row is longer than 200 characters',
    ],
    [
      'a list label of 21',
      { type: 'list', body: 'x', button: long(21), sections: [{ rows: [{ id: 'r', title: 't' }] }] },
      'the label of the list is longer than 20 characters',
    ],
    [
      'a section title of 25',
      { type: 'list', body: 'x', button: 'b', sections: [{ title: long(25), rows: [{ id: 'r', title: 't' }] }] },
      'the title of a section is longer than 24 characters',
    ],
    [
      'two equal row ids',
      {
        type: 'list',
        body: 'x',
        button: 'b',
        sections: [
          {
            rows: [
              { id: 'r', title: 't' },
              { id: 'r', title: 'u' },
            ],
          },
        ],
      },
      'two ids of rows are the same',
    ],
    ['a link that is none', { type: 'link', body: 'x', label: 'l', url: 'javascript:1' }, 'the link is no web address'],
    [
      'a caption of 1025',
      { type: 'image', source: { mediaId: '1' }, caption: long(1025) },
      'the caption is longer than 1024 characters',
    ],
    [
      'a payload of 257',
      { type: 'template', name: 'x', language: 'en', params: {}, quickReplyPayloads: [long(257)] },
      'the payload of a button is longer than 256 characters',
    ],
    [
      'an empty end of an address',
      { type: 'template', name: 'x', language: 'en', params: {}, urlSuffix: { index: 0, text: '' } },
      'the end of the address is empty',
    ],
    [
      'a place outside the Earth',
      { type: 'location', place: { latitude: 91, longitude: 0 } },
      'the place has no valid coordinates',
    ],
    [
      'a place that is no number',
      { type: 'location', place: { latitude: Number.NaN, longitude: 0 } },
      'the place has no valid coordinates',
    ],
  ])('%s', (_, content, expected) => {
    expect(why(content)).toBe(expected)
  })

  test('also holds for the id of the attempt', () => {
    expect(() => graphMessage(messageOf(text), '')).toThrow('the attempt id is empty')
    expect(() => graphMessage(messageOf(text), long(513))).toThrow('longer than 512')
  })
})
