import { afterEach, beforeEach, expect, test } from 'vitest'
import { objectsAt, textAt } from './json.ts'
import { ANA, approved, BUSINESS, NUMBER_ID, reminder, startPlatform, type Platform } from './testing/platform.ts'

let platform: Platform

beforeEach(async () => {
  platform = await startPlatform()
})
afterEach(() => platform.stop())

test('a reminder reaches the phone in the words of the template, with its three buttons', async () => {
  await approved(platform)
  const answer = await platform.send({ ...reminder(), biz_opaque_callback_data: 'attempt-7' })
  await platform.sim('POST', 'settle')

  expect(answer.status).toBe(200)
  expect(answer.body).toMatchObject({
    messaging_product: 'whatsapp',
    contacts: [{ input: `+${ANA}`, wa_id: ANA }],
    messages: [{ id: expect.stringMatching(/^wamid\./), message_status: 'accepted' }],
  })
  const [message] = await platform.received()
  expect(message).toMatchObject({
    type: 'template',
    text: 'Clínica Ipê\nOlá Ana, lembramos da sua consulta em 24 de novembro às 10:30. Você vem?\nResponda SAIR para não receber avisos',
    buttons: [
      { id: 'ref-confirm', title: 'Confirmar' },
      { id: 'ref-move', title: 'Remarcar' },
      { id: 'ref-cancel', title: 'Cancelar' },
    ],
  })
})

test('a plain phone gets the message at once and never reads it', async () => {
  await approved(platform)
  await platform.send({ ...reminder(), biz_opaque_callback_data: 'attempt-7' })
  await platform.sim('POST', 'clock', { advance: 'P3D' })

  expect(platform.clinic.statuses().map((status) => status['status'])).toEqual(['sent', 'delivered'])
  expect(platform.clinic.statuses()[0]).toMatchObject({
    recipient_id: ANA,
    biz_opaque_callback_data: 'attempt-7',
    timestamp: String(Date.parse('2026-11-23T12:00:00Z') / 1000),
    pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'utility' },
  })
})

test('a tap on Confirm arrives as a template button with its payload and the message it answers', async () => {
  await approved(platform)
  await platform.send(reminder())
  await platform.sim('POST', 'settle')
  const [message] = await platform.received()
  const messageId = message && textAt(message, 'id')
  const tapped = await platform.sim('POST', `phones/+${ANA}/tap`, { messageId, title: 'Confirmar' })
  await platform.sim('POST', 'settle')

  expect(platform.clinic.messages()).toEqual([
    expect.objectContaining({
      id: tapped.body['id'],
      from: ANA,
      type: 'button',
      button: { payload: 'ref-confirm', text: 'Confirmar' },
      context: { from: BUSINESS, id: messageId },
    }),
  ])
  const value = platform.clinic.values().find((one) => objectsAt(one, 'messages').length > 0)
  expect(value).toMatchObject({ metadata: { phone_number_id: NUMBER_ID, display_phone_number: BUSINESS } })
})

test('the truth log has every request, accepted or refused, in order', async () => {
  await approved(platform)
  await platform.send({ ...reminder(), biz_opaque_callback_data: 'a-1' })
  await platform.send({ type: 'text', text: {}, biz_opaque_callback_data: 'a-2' })
  const { body } = await platform.sim('GET', 'truth')

  expect(body['items']).toEqual([
    expect.objectContaining({
      seq: 1,
      to: `+${ANA}`,
      accepted: true,
      callbackData: 'a-1',
      template: 'recado_reminder_48h_v1',
    }),
    expect.objectContaining({
      seq: 2,
      accepted: false,
      callbackData: 'a-2',
      error: expect.objectContaining({ code: 131008 }),
    }),
  ])
  expect((await platform.sim('GET', 'truth?after=1')).body['items']).toHaveLength(1)
})
