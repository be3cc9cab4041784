import { afterEach, beforeEach, expect, test } from 'vitest'
import { textAt, type Json } from '../json.ts'
import { ANA, BUSINESS, hasWritten, NUMBER_ID, startPlatform, TOKEN, type Platform } from '../testing/platform.ts'

let platform: Platform
beforeEach(async () => {
  platform = await startPlatform()
  await platform.sim('PUT', `phones/${ANA}`, { name: 'Ana Souza', language: 'pt-BR' })
  await hasWritten(platform)
})
afterEach(() => platform.stop())

async function shown(message: Json): Promise<Json> {
  await platform.send(message)
  await platform.sim('POST', 'settle')
  return (await platform.received()).at(-1) ?? {}
}

async function last(): Promise<Json> {
  await platform.sim('POST', 'settle')
  return platform.clinic.messages().at(-1) ?? {}
}

const LIST = {
  type: 'interactive',
  interactive: {
    type: 'list',
    header: { type: 'text', text: 'Horários' },
    body: { text: 'Qual prefere?' },
    footer: { text: 'Sua consulta continua guardada' },
    action: {
      button: 'Ver horários',
      sections: [
        { title: 'Terça', rows: [{ id: 'slot-1', title: '14:00', description: 'Dra. Lima' }] },
        { title: 'Quarta', rows: [{ id: 'slot-2', title: '09:00' }] },
      ],
    },
  },
}

test('a list shows its rows as buttons, and a choice comes back with its description', async () => {
  const message = await shown(LIST)
  expect(message).toMatchObject({
    type: 'interactive',
    text: 'Horários\nQual prefere?\nSua consulta continua guardada',
    buttons: [{ id: 'slot-1', title: '14:00' }, { id: 'slot-2', title: '09:00' }],
    list: { label: 'Ver horários' },
  }) // prettier-ignore
  await platform.sim('POST', `phones/${ANA}/tap`, { messageId: message['id'], buttonId: 'slot-1' })
  expect(await last()).toMatchObject({
    type: 'interactive',
    interactive: { type: 'list_reply', list_reply: { id: 'slot-1', title: '14:00', description: 'Dra. Lima' } },
    context: { from: BUSINESS, id: message['id'] },
  })
})

test('a reply button comes back as interactive, not as button', async () => {
  const buttons = [{ type: 'reply', reply: { id: 'yes', title: 'Sim' } }]
  const message = await shown({
    type: 'interactive',
    interactive: { type: 'button', body: { text: 'Pode?' }, action: { buttons } },
  })
  await platform.sim('POST', `phones/${ANA}/tap`, { messageId: message['id'], title: 'Sim' })
  expect(await last()).toMatchObject({
    type: 'interactive',
    interactive: { type: 'button_reply', button_reply: { id: 'yes', title: 'Sim' } },
  })
})

test('a tap on a button that is not there says which there are', async () => {
  const message = await shown(LIST)
  const answer = await platform.sim('POST', `phones/${ANA}/tap`, { messageId: message['id'], title: 'Nenhum' })
  expect(answer).toMatchObject({
    status: 404,
    body: { error: { message: expect.stringContaining('"14:00", "09:00"') } },
  })
  expect((await platform.sim('POST', `phones/${ANA}/tap`, { messageId: 'wamid.none', title: 'x' })).status).toBe(404)
})

test('a link only opens', async () => {
  const action = { name: 'cta_url', parameters: { display_text: 'Mapa', url: 'https://clinic.example/map' } }
  const message = await shown({
    type: 'interactive',
    interactive: { type: 'cta_url', body: { text: 'Como chegar' }, action },
  })
  const before = platform.clinic.messages().length
  const answer = await platform.sim('POST', `phones/${ANA}/tap`, { messageId: message['id'], title: 'Mapa' })
  await platform.sim('POST', 'settle')
  expect(answer.body).toEqual({ opened: 'https://clinic.example/map' })
  expect(platform.clinic.messages()).toHaveLength(before)
})

test('who taps has read what came before', async () => {
  const message = await shown(LIST)
  await platform.sim('POST', `phones/${ANA}/tap`, { messageId: message['id'], buttonId: 'slot-2' })
  await platform.sim('POST', 'settle')
  expect(platform.clinic.statuses().map((status) => status['status'])).toEqual(['sent', 'delivered', 'read'])
})

test('a text may quote a message, and the sender is named with number and user id', async () => {
  const message = await shown({ type: 'text', text: { body: 'Olá' } })
  await platform.sim('POST', `phones/+${ANA}/text`, { text: 'até já ✓', contextId: message['id'] })
  expect(await last()).toMatchObject({
    from: ANA,
    from_user_id: expect.stringMatching(/^BR\./),
    type: 'text',
    text: { body: 'até já ✓' },
    context: { id: message['id'] },
    timestamp: expect.stringMatching(/^\d{10}$/),
  })
})

test('a number that WhatsApp writes with one digit less comes back so, and both lead to one phone', async () => {
  await platform.sim('PUT', `phones/${ANA}`, { waId: '551187654321' })
  await platform.sim('POST', `phones/${ANA}/text`, { text: 'oi' })
  expect(await last()).toMatchObject({ from: '551187654321' })
  const answer = await platform.send({ to: '+551187654321', type: 'text', text: { body: 'oi' } })
  expect(answer.body).toMatchObject({ contacts: [{ input: '+551187654321', wa_id: '551187654321' }] })
  await platform.sim('POST', 'settle')
  expect(await platform.received(ANA)).toHaveLength(1)
})

test('a photo can be fetched in two hops, for five minutes, with the token only', async () => {
  const bytes = Buffer.from('89504e470d0a1a0a00', 'hex')
  await platform.sim('POST', `phones/${ANA}/media`, {
    mimeType: 'image/png',
    base64: bytes.toString('base64'),
    caption: 'carteirinha',
  })
  const message = await last()
  expect(message).toMatchObject({ type: 'image', image: { mime_type: 'image/png', caption: 'carteirinha' } })
  const id = textAt(message['image'] as Json, 'id') ?? ''
  const { body } = await platform.graph('GET', id)
  expect(body).toMatchObject({ id, mime_type: 'image/png', file_size: '9', messaging_product: 'whatsapp' })
  const url = textAt(body, 'url') ?? ''
  const headers = { authorization: `Bearer ${TOKEN}` }
  expect(Buffer.from(await (await fetch(url, { headers })).arrayBuffer())).toEqual(bytes)
  expect((await fetch(url)).status).toBe(401)
  await platform.sim('POST', 'clock', { advance: 'PT6M' })
  expect((await fetch(url, { headers })).status).toBe(404)
  expect((await platform.graph('GET', id)).status).toBe(200)
  await platform.sim('POST', 'clock', { advance: 'P7D' })
  expect(await platform.graph('GET', id)).toMatchObject({
    status: 400,
    body: { error: { code: 100, error_subcode: 33 } },
  })
})

test('an uploaded file is sent by its id and seen on the phone', async () => {
  const form = new FormData()
  form.append('messaging_product', 'whatsapp')
  form.append('type', 'application/pdf')
  form.append('file', new Blob([Buffer.from('%PDF-1.4 preparo')], { type: 'application/pdf' }), 'preparo.pdf')
  const headers = { authorization: `Bearer ${TOKEN}` }
  const response = await fetch(`${platform.simulator.url}/v25.0/${NUMBER_ID}/media`, {
    method: 'POST',
    headers,
    body: form,
  })
  const { id } = (await response.json()) as { id: string }
  expect(await shown({ type: 'document', document: { id, caption: 'Preparo' } })).toMatchObject({
    text: 'Preparo',
    media: { id, filename: 'preparo.pdf', mimeType: 'application/pdf' },
  })
  expect((await platform.graph('DELETE', id)).body).toEqual({ success: true })
  expect((await platform.graph('GET', id)).status).toBe(400)
})

test('a file that is not what it says is refused', async () => {
  const form = new FormData()
  form.append('messaging_product', 'whatsapp')
  form.append('type', 'image/png')
  form.append('file', new Blob([Buffer.from('%PDF-1.4')], { type: 'image/png' }), 'x.png')
  const headers = { authorization: `Bearer ${TOKEN}` }
  const response = await fetch(`${platform.simulator.url}/v25.0/${NUMBER_ID}/media`, {
    method: 'POST',
    headers,
    body: form,
  })
  expect(await response.json()).toMatchObject({ error: { code: 131053 } })
})

test('a place, a shared number and a finished form come as their own types', async () => {
  await platform.sim('POST', `phones/${ANA}/location`, { latitude: -23.5, longitude: -46.6, name: 'Casa' })
  expect(await last()).toMatchObject({
    type: 'location',
    location: { latitude: -23.5, longitude: -46.6, name: 'Casa' },
  })

  const ask = { type: 'request_contact_info', body: { text: 'Seu número?' }, action: { name: 'request_contact_info' } }
  const asked = await shown({ type: 'interactive', interactive: ask })
  await platform.sim('POST', `phones/${ANA}/tap`, { messageId: asked['id'], buttonId: 'request_contact_info' })
  expect(await last()).toMatchObject({
    type: 'contacts',
    contacts: [{ origin: 'contact_request', phones: [{ wa_id: ANA }] }],
  })

  const parameters = { flow_message_version: '3', flow_cta: 'Abrir', flow_id: '77', flow_token: 'tok-1' }
  const flow = { type: 'flow', body: { text: 'Formulário' }, action: { name: 'flow', parameters } }
  const form = await shown({ type: 'interactive', interactive: flow })
  await platform.sim('POST', `phones/${ANA}/tap`, { messageId: form['id'], title: 'Abrir', answers: { rating: '5' } })
  expect(await last()).toMatchObject({
    interactive: { type: 'nfm_reply', nfm_reply: { response_json: '{"flow_token":"tok-1","rating":"5"}' } },
  })
})

test('reactions go both ways', async () => {
  const message = await shown({ type: 'text', text: { body: 'Olá' } })
  await platform.sim('POST', `phones/${ANA}/reaction`, { messageId: message['id'], emoji: '👍' })
  expect(await last()).toMatchObject({ type: 'reaction', reaction: { message_id: message['id'], emoji: '👍' } })
  const { body } = await platform.sim('POST', `phones/${ANA}/text`, { text: 'obrigada' })
  await platform.send({ type: 'reaction', reaction: { message_id: body['id'], emoji: '❤️' } })
  await platform.sim('POST', 'settle')
  const chat = await platform.sim('GET', `phones/${ANA}/chat`)
  expect(JSON.stringify(chat.body)).toContain('❤️')
})

test('mark as read turns the patient’s ticks blue, and typing is seen for 25 seconds', async () => {
  const { body } = await platform.sim('POST', `phones/${ANA}/text`, { text: 'alguém aí?' })
  const typing = { status: 'read', message_id: body['id'], typing_indicator: { type: 'text' } }
  expect((await platform.send(typing)).body).toEqual({ success: true })
  const chat = await platform.sim('GET', `phones/${ANA}/chat`)
  expect(chat.body).toMatchObject({ phone: { typing: true }, messages: [{ status: 'read' }, { status: 'read' }] })
  await platform.sim('POST', 'clock', { advance: 'PT26S' })
  expect((await platform.sim('GET', `phones/${ANA}`)).body['typing']).toBe(false)
  expect((await platform.send({ status: 'read', message_id: 'wamid.none' })).status).toBe(400)
})

test('who is blocked by the clinic is not heard and cannot be written to', async () => {
  const users = { messaging_product: 'whatsapp', block_users: [{ user: ANA }] }
  await platform.graph('POST', `${NUMBER_ID}/block_users`, users)
  expect((await platform.graph('GET', `${NUMBER_ID}/block_users`)).body).toEqual({ data: [{ wa_id: ANA }] })
  const before = platform.clinic.messages().length
  await platform.sim('POST', `phones/${ANA}/text`, { text: 'alô?' })
  await platform.sim('POST', 'settle')
  expect(platform.clinic.messages()).toHaveLength(before)
  expect((await platform.send({ type: 'text', text: { body: 'x' } })).body).toMatchObject({ error: { code: 130403 } })
})

test('a new number is told under the old one, without contacts', async () => {
  await platform.sim('POST', `phones/${ANA}/change-number`, { to: '+5511911112222' })
  expect(await last()).toMatchObject({
    from: ANA,
    type: 'system',
    system: { type: 'user_changed_number', wa_id: '5511911112222' },
  })
  expect((await platform.sim('GET', 'phones/5511911112222')).body).toMatchObject({
    name: 'Ana Souza',
    language: 'pt-BR',
  })
  const told = platform.clinic.values().find((value) => JSON.stringify(value).includes('user_changed_number'))
  expect(told).not.toHaveProperty('contacts')
})

test('stopping offers is told as a preference', async () => {
  await platform.sim('POST', `phones/${ANA}/marketing`, { stopped: true })
  await platform.sim('POST', 'settle')
  const told = platform.clinic.values().find((value) => value['field'] === 'user_preferences')
  expect(told).toMatchObject({ user_preferences: [{ wa_id: ANA, category: 'marketing_messages', value: 'stop' }] })
})
