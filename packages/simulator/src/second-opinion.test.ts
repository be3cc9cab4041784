import { normalizeWebhook, verifySignature } from '@kapso/whatsapp-cloud-api/server'
import { WhatsAppClient } from '@kapso/whatsapp-cloud-api'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { APP_SECRET } from './testing/clinic.ts'
import {
  ANA,
  approved,
  hasWritten,
  NUMBER_ID,
  REMINDER,
  reminder,
  startPlatform,
  TOKEN,
  WABA_ID,
  type Platform,
} from './testing/platform.ts'

/** A public SDK that nobody here wrote speaks with the simulator as it does with Meta. */
let platform: Platform
let client: WhatsAppClient
beforeEach(async () => {
  platform = await startPlatform()
  client = new WhatsAppClient({ accessToken: TOKEN, baseUrl: platform.simulator.url, graphVersion: 'v24.0' })
})
afterEach(() => platform.stop())

test('the SDK sends a text, buttons and a list, and the phone shows them', async () => {
  await hasWritten(platform)
  const text = await client.messages.sendText({ phoneNumberId: NUMBER_ID, to: `+${ANA}`, body: 'Olá' })
  expect(text.messages[0]?.id).toMatch(/^wamid\./)
  await client.messages.sendInteractiveButtons({
    phoneNumberId: NUMBER_ID,
    to: `+${ANA}`,
    bodyText: 'Você vem?',
    buttons: [{ id: 'yes', title: 'Sim' }, { id: 'no', title: 'Não' }],
  }) // prettier-ignore
  await platform.sim('POST', 'settle')
  expect(await platform.received()).toEqual([
    expect.objectContaining({ type: 'text', text: 'Olá' }),
    expect.objectContaining({
      type: 'interactive',
      buttons: [expect.objectContaining({ id: 'yes' }), expect.objectContaining({ id: 'no' })],
    }),
  ])
})

test('the SDK sends a template with named values', async () => {
  await approved(platform)
  const sent = await client.messages.sendTemplate({
    phoneNumberId: NUMBER_ID,
    to: `+${ANA}`,
    template: {
      name: REMINDER.name,
      language: { code: 'pt_BR' },
      components: [
        {
          type: 'body',
          parameters: [
            { type: 'text', parameterName: 'first_name', text: 'Ana' },
            { type: 'text', parameterName: 'date', text: 'amanhã' },
            { type: 'text', parameterName: 'time', text: '10:30' },
          ],
        },
      ],
    },
  })
  expect(sent.contacts[0]).toMatchObject({ waId: ANA })
  await platform.sim('POST', 'settle')
  expect(await platform.received()).toEqual([expect.objectContaining({ text: expect.stringContaining('Olá Ana') })])
})

test('the SDK reads our refusals as those of Meta', async () => {
  const refused = client.messages.sendTemplate({
    phoneNumberId: NUMBER_ID,
    to: `+${ANA}`,
    template: { name: 'nothing', language: { code: 'pt_BR' } },
  })
  await expect(refused).rejects.toMatchObject({ code: 132001, httpStatus: 404 })
})

test('the SDK lists templates, uploads and fetches media', async () => {
  await approved(platform)
  const list = await client.templates.list({ businessAccountId: WABA_ID, limit: 10 })
  expect(list.data).toEqual([expect.objectContaining({ name: REMINDER.name, status: 'APPROVED' })])

  const file = new Blob([Buffer.from('%PDF-1.4')], { type: 'application/pdf' })
  const { id } = await client.media.upload({
    phoneNumberId: NUMBER_ID,
    type: 'application/pdf',
    file,
    fileName: 'a.pdf',
  })
  expect(await client.media.get({ mediaId: id, phoneNumberId: NUMBER_ID })).toMatchObject({
    id,
    mimeType: 'application/pdf',
  })
})

test('the SDK accepts our signatures, over the escaped bytes and no others', async () => {
  await platform.sim('POST', `phones/${ANA}/text`, { text: 'até já 🙂' })
  await platform.sim('POST', 'settle')
  const rawBody = platform.clinic.bodies.at(-1) ?? ''
  const signatureHeader = platform.clinic.lastSignature()
  expect(verifySignature({ appSecret: APP_SECRET, rawBody, signatureHeader })).toBe(true)
  const rewritten = JSON.stringify(JSON.parse(rawBody))
  expect(verifySignature({ appSecret: APP_SECRET, rawBody: rewritten, signatureHeader })).toBe(false)
})

test('the SDK reads taps and statuses out of our webhooks', async () => {
  await approved(platform)
  await platform.send(reminder())
  await platform.sim('POST', 'settle')
  const [message] = await platform.received()
  await platform.sim('POST', `phones/${ANA}/tap`, { messageId: message?.['id'], title: 'Confirmar' })
  await platform.sim('POST', 'settle')
  const read = platform.clinic.bodies.map((body) => normalizeWebhook(JSON.parse(body)))
  expect(read.flatMap(({ statuses }) => statuses)).toContainEqual(
    expect.objectContaining({ id: message?.['id'], status: 'delivered' }),
  )
  expect(read.flatMap(({ messages }) => messages)).toContainEqual(
    expect.objectContaining({ type: 'button', context: expect.objectContaining({ id: message?.['id'] }) }),
  )
})
