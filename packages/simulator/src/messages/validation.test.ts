import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Json } from '../json.ts'
import { startSimulator } from '../main.ts'
import {
  approved,
  BUSINESS,
  codeOf,
  detailsOf,
  NUMBER_ID,
  reminder,
  startPlatform,
  TOKEN,
  type Platform,
} from '../testing/platform.ts'

let platform: Platform

beforeAll(async () => {
  platform = await startPlatform({}, { throughput: 'unlimited', pairLimit: false })
  await approved(platform)
  await approved(platform, {
    name: 'form_link',
    language: 'en_US',
    category: 'UTILITY',
    components: [
      { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::x'] } },
      {
        type: 'BODY',
        text: 'Hello {{1}}, please fill in the form before your visit.',
        example: { body_text: [['Ana']] },
      },
      {
        type: 'BUTTONS',
        buttons: [{ type: 'URL', text: 'Open', url: 'https://clinic.example/f/{{1}}', example: ['a'] }],
      },
    ],
  })
})
afterAll(() => platform.stop())

const text = (body: unknown): Json => ({ type: 'text', text: { body } })
const interactive = (type: string, action: Json, more: Json = {}): Json => ({
  type: 'interactive',
  interactive: { type, body: { text: 'Which one?' }, action, ...more },
})
const replyButton = (id: string, title: string): Json => ({ type: 'reply', reply: { id, title } })
const rows = (count: number): Json[] => Array.from({ length: count }, (_, at) => ({ id: `r${at}`, title: `Row ${at}` }))
const list = (sections: Json[]): Json => interactive('list', { button: 'Times', sections })
const template = (name: string, code: string, components: Json[]): Json => ({
  type: 'template',
  template: { name, language: { code }, components },
})
const changed = (components: Json[]): Json => template('recado_reminder_48h_v1', 'pt_BR', components)
const named = (values: Record<string, string>): Json => ({
  type: 'body',
  parameters: Object.entries(values).map(([parameter_name, value]) => ({ type: 'text', parameter_name, text: value })),
})
const good = { first_name: 'Ana', date: 'amanhã', time: '10:30' }
const image = { type: 'header', parameters: [{ type: 'image', image: { link: 'https://clinic.example/a.png' } }] }
const one = { type: 'body', parameters: [{ type: 'text', text: 'Ana' }] }

type Row = [name: string, message: Json, code: number, details?: RegExp]

const refused: Row[] = [
  ['another product', { ...text('hi'), messaging_product: 'messenger' }, 100],
  ['nobody to send to', { ...text('hi'), to: '' }, 100],
  ['a recipient that is no number', { ...text('hi'), to: 'ana' }, 131009],
  ['a recipient that is no user id', { ...text('hi'), to: '', recipient: '55-123' }, 131009],
  ['a user id that nobody has', { ...text('hi'), to: '', recipient: 'BR.123' }, 131009],
  ['a group', { ...text('hi'), recipient_type: 'group' }, 131009],
  ['a direct send, which is not enabled', { ...text('hi'), category: 'utility' }, 100, /Direct Send/],
  ['an unknown type', { type: 'fax', fax: {} }, 100],
  ['the number itself', { ...text('hi'), to: `+${BUSINESS}` }, 131021],
  ['callback data over 512 characters', { ...text('hi'), biz_opaque_callback_data: 'x'.repeat(513) }, 100],
  ['a text without its object', { type: 'text' }, 131008],
  ['a text without a body', text(''), 131008, /text\['body'\]/],
  ['a text over 4096 characters', text('x'.repeat(4097)), 100],
  ['an image with neither id nor link', { type: 'image', image: {} }, 131008],
  ['an image that was never uploaded', { type: 'image', image: { id: '42' } }, 131009, /attachment ID/],
  ['an image link that is no address', { type: 'image', image: { link: 'clinic/a.png' } }, 100],
  ['a caption over 1024 characters', { type: 'image', image: { link: 'https://a.example', caption: 'x'.repeat(1025) } }, 100],
  ['a caption on a voice note', { type: 'audio', audio: { link: 'https://a.example', caption: 'x' } }, 131009],
  ['a place without longitude', { type: 'location', location: { latitude: 1 } }, 131008],
  ['a place off the globe', { type: 'location', location: { latitude: 91, longitude: 0 } }, 131009],
  ['no contacts', { type: 'contacts', contacts: [] }, 131008],
  ['a contact without a name', { type: 'contacts', contacts: [{ name: {} }] }, 131008],
  ['a reaction to nothing', { type: 'reaction', reaction: { emoji: '👍' } }, 131008],
  ['a reaction to an unknown message', { type: 'reaction', reaction: { message_id: 'wamid.x', emoji: '👍' } }, 131009],
  ['an interactive without a type', { type: 'interactive', interactive: {} }, 131008],
  ['an unknown interactive', interactive('wheel', {}), 100],
  ['an interactive without words', { type: 'interactive', interactive: { type: 'button', action: {} } }, 131008],
  ['words over 1024 characters with buttons', interactive('button', {}, { body: { text: 'x'.repeat(1025) } }), 131009],
  ['an interactive without action', { type: 'interactive', interactive: { type: 'button', body: { text: 'x' } } }, 131008],
  ['no buttons', interactive('button', { buttons: [] }), 131009],
  ['four buttons', interactive('button', { buttons: ['a', 'b', 'c', 'd'].map((id) => replyButton(id, id)) }), 131009, /Max allowed buttons: 3/],
  ['a button over 20 characters', interactive('button', { buttons: [replyButton('a', 'x'.repeat(21))] }), 131009, /Max length: 20/],
  ['a button id over 256 characters', interactive('button', { buttons: [replyButton('x'.repeat(257), 'a')] }), 131009],
  ['two buttons of one id', interactive('button', { buttons: [replyButton('a', 'x'), replyButton('a', 'y')] }), 131009],
  ['two buttons of one title', interactive('button', { buttons: [replyButton('a', 'x'), replyButton('b', 'x')] }), 131009],
  ['a footer over 60 characters', interactive('button', { buttons: [replyButton('a', 'x')] }, { footer: { text: 'x'.repeat(61) } }), 131009],
  ['a picture above a list', { type: 'interactive', interactive: { type: 'list', body: { text: 'x' }, header: { type: 'image', image: {} }, action: { button: 'b', sections: [{ rows: rows(1) }] } } }, 131009],
  ['a list without rows', list([{ rows: [] }]), 131008],
  ['eleven rows in two sections', list([{ title: 'a', rows: rows(6) }, { title: 'b', rows: rows(5).map((row) => ({ ...row, id: `b${String(row['id'])}` })) }]), 131009, /row count/],
  ['two sections without titles', list([{ rows: rows(1) }, { rows: rows(1) }]), 131008],
  ['two rows of one id', list([{ rows: [...rows(1), ...rows(1)] }]), 131009],
  ['a row over 24 characters', list([{ rows: [{ id: 'a', title: 'x'.repeat(25) }] }]), 131009],
  ['a link button without address', interactive('cta_url', { name: 'cta_url', parameters: { display_text: 'Go' } }), 131009],
  ['a flow without a name', interactive('flow', { name: 'flow', parameters: { flow_message_version: '3', flow_cta: 'Go' } }), 131008],
  ['a request for the place under another name', interactive('location_request_message', { name: 'send' }), 131009],
  ['a template without a name', { type: 'template', template: { language: { code: 'pt_BR' } } }, 131008],
  ['a template without a language', { type: 'template', template: { name: 'x' } }, 131008],
  ['a template that does not exist', template('nothing', 'pt_BR', []), 132001, /template name \(nothing\) does not exist in pt_BR/],
  ['a template in a language that it does not have', template('recado_reminder_48h_v1', 'pt_PT', [named(good)]), 132001],
  ['too few values', changed([named({ first_name: 'Ana' })]), 132000, /body: number of localizable_params \(1\) does not match the expected number of params \(3\)/],
  ['no values at all', changed([]), 132000],
  ['values for a header that has none', changed([{ type: 'header', parameters: [{ type: 'text', text: 'x' }] }, named(good)]), 132000],
  ['a value without its name', changed([{ type: 'body', parameters: [{ type: 'text', text: 'a' }, { type: 'text', text: 'b' }, { type: 'text', text: 'c' }] }]), 132012],
  ['a value with a wrong name', changed([named({ first_name: 'Ana', day: 'x', time: 'y' })]), 132012],
  ['a value with a line break', changed([named({ ...good, date: 'a\nb' })]), 132018],
  ['a value with five blanks', changed([named({ ...good, date: 'a     b' })]), 132018],
  ['an empty value', changed([named({ ...good, date: '' })]), 131008],
  ['values that make the text too long', changed([named({ ...good, date: 'x'.repeat(1000) })]), 132005],
  ['a button that the template does not have', changed([named(good), { type: 'button', sub_type: 'quick_reply', index: 7, parameters: [] }]), 131009],
  ['a button of another type', changed([named(good), { type: 'button', sub_type: 'url', index: 0, parameters: [] }]), 132012],
  ['a payload over 256 characters', changed([named(good), { type: 'button', sub_type: 'quick_reply', index: 0, parameters: [{ type: 'payload', payload: 'x'.repeat(257) }] }]), 131009],
  ['an unknown component', changed([named(good), { type: 'sidebar' }]), 100],
  ['a picture header without a picture', template('form_link', 'en_US', [one]), 132012, /expected IMAGE, received UNKNOWN/],
  ['a picture header with words', template('form_link', 'en_US', [{ type: 'header', parameters: [{ type: 'text', text: 'x' }] }, one]), 132012],
  ['a link without its ending', template('form_link', 'en_US', [image, one]), 131008, /Button at index 0 of type Url requires a parameter/],
] // prettier-ignore

test.each(refused)('%s is refused', async (_, message, code, details) => {
  const answer = await platform.send(message)
  expect(answer.body).toMatchObject({ error: { type: 'OAuthException', fbtrace_id: expect.any(String) } })
  expect(codeOf(answer)).toBe(code)
  expect(answer.status).toBe(code === 132001 ? 404 : 400)
  if (details) expect(detailsOf(answer)).toMatch(details)
})

const accepted: [name: string, message: Json][] = [
  ['a text', text('Olá')],
  ['a text of 4096 emoji', text('🙂'.repeat(4096))],
  ['a text with no type', { text: { body: 'Olá' } }],
  ['a picture by link', { type: 'image', image: { link: 'https://clinic.example/a.png', caption: 'map' } }],
  ['a place with its numbers as text', { type: 'location', location: { latitude: '-23.5', longitude: '-46.6', name: 'Clínica' } }],
  ['a contact', { type: 'contacts', contacts: [{ name: { formatted_name: 'Dr. Lima' } }] }],
  ['three buttons', interactive('button', { buttons: ['a', 'b', 'c'].map((id) => replyButton(id, id)) })],
  ['ten rows', list([{ rows: rows(10) }])],
  ['a link button', interactive('cta_url', { name: 'cta_url', parameters: { display_text: 'Go', url: 'https://clinic.example' } })],
  ['a request for the place', interactive('location_request_message', { name: 'send_location' })],
  ['a request for the number', interactive('request_contact_info', { name: 'request_contact_info' })],
  ['a reminder with payloads', reminder()],
  ['a reminder without payloads', changed([named(good)])],
  ['a reminder in capitals', changed([{ ...named(good), type: 'BODY' }])],
  ['a template with a picture and a link', template('form_link', 'en_US', [image, one, { type: 'button', sub_type: 'url', index: 0, parameters: [{ type: 'text', text: 'tok' }] }])],
] // prettier-ignore

test.each(accepted)('%s is accepted', async (_, message) => {
  const answer = await platform.send(message)
  expect(answer).toMatchObject({ status: 200, body: { messages: [{ id: expect.stringMatching(/^wamid\./) }] } })
})

test('a value with a line break has the older code before v23', async () => {
  const response = await fetch(`${platform.simulator.url}/v22.0/${NUMBER_ID}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}` },
    body: JSON.stringify({
      messaging_product: 'whatsapp',
      to: '+5511987654321',
      ...changed([named({ ...good, date: 'a\nb' })]),
    }),
  })
  expect(await response.json()).toMatchObject({ error: { code: 132012 } })
})

test.each([
  ['nothing but digits of the whole number', '5511987654321', '5511987654321'],
  ['signs between the digits', '+55 (11) 98765-4321', '5511987654321'],
  ['a number without its country', '1198765432', '551198765432'],
])('%s is understood as a phone', async (_, to, waId) => {
  const answer = await platform.send({ to, ...text('oi') })
  expect(answer.body).toMatchObject({ contacts: [{ input: to, wa_id: waId }] })
})

test('broken JSON is refused like a body that says nothing', async () => {
  expect(codeOf(await platform.graph('POST', `${NUMBER_ID}/messages`, '{"messaging_product"'))).toBe(100)
})

test.each([
  ['no token', '', 401, 190],
  ['a wrong token', 'stolen', 401, 190],
])('%s is refused', async (_, token, http, code) => {
  const answer = await platform.graph('POST', `${NUMBER_ID}/messages`, { messaging_product: 'whatsapp' }, token)
  expect([answer.status, codeOf(answer)]).toEqual([http, code])
})

test('an account that was given no token believes each, but for one that is another number’s own', async () => {
  const simulator = await startSimulator({
    port: 0,
    clock: 'virtual',
    webhook: { url: 'http://127.0.0.1:9', appSecret: 'secret', verifyToken: 'word' },
    numbers: [
      { phoneNumberId: '1001', wabaId: '2001', displayPhoneNumber: '+55 11 4000 0001' },
      { phoneNumberId: '1002', wabaId: '2002', displayPhoneNumber: '+55 11 4000 0002', accessToken: 'theirs' },
    ],
  })
  const codes = await Promise.all(
    [
      ['1001', 'anything'],
      ['1001', ''],
      ['1001', 'theirs'],
      ['1002', 'theirs'],
      ['1002', 'anything'],
    ].map(async ([id, token]) => {
      const body = JSON.stringify({
        messaging_product: 'whatsapp',
        to: '+34612340801',
        type: 'text',
        text: { body: 'Hello' },
      })
      const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
      return (await fetch(`${simulator.url}/v23.0/${id}/messages`, { method: 'POST', headers, body })).status
    }),
  )
  await simulator.stop()
  expect(codes).toEqual([200, 401, 400, 200, 400])
})

test('an unknown number is an unknown object, with 400 and not 404', async () => {
  const answer = await platform.graph('POST', '999/messages', { messaging_product: 'whatsapp' })
  expect(answer).toMatchObject({
    status: 400,
    body: { error: { code: 100, error_subcode: 33, type: 'GraphMethodException' } },
  })
})

test('a version before v20 is not served', async () => {
  const response = await fetch(`${platform.simulator.url}/v19.0/${NUMBER_ID}`, {
    headers: { authorization: `Bearer ${TOKEN}` },
  })
  expect(response.status).toBe(400)
})
