import { describe, expect, test } from 'vitest'
import { fixtureParts } from './testing/fixtures.ts'

const ANA = { phone: '5511987650001' }
const ANA_ID = 'BR.40021938475610293847'

/** The only part of a fixture. */
function only(name: string) {
  const parts = fixtureParts(name)
  expect(parts).toHaveLength(1)
  return parts[0]
}

describe('who wrote', () => {
  test.each([
    ['in-text', { ...ANA, name: 'Ana Prado' }],
    [
      'in-text-both-ids',
      { ...ANA, userId: ANA_ID, parentUserId: 'BR.ENT.55500011122233344455', username: 'anaprado', name: 'Ana Prado' },
    ],
    ['in-text-username-only', { userId: 'ES.9081726354', username: 'leovidal', name: 'Leo Vidal' }],
    ['in-text-empty-phone', { userId: 'ES.9081726354', name: 'Leo Vidal' }],
    ['in-text-identity', { ...ANA, identityKeyHash: 'kh-5f1e', name: 'Ana Prado' }],
    ['in-text-of-two-people', { ...ANA, name: 'Ana Prado' }],
    ['in-text-stranger-profile', ANA],
    ['in-system-changed-user-id', { userId: 'BR.777' }],
  ])('%s', (name, from) => {
    const part = only(name)
    expect(part).toMatchObject({ kind: 'message' })
    expect(part?.kind === 'message' && part.from).toEqual(from)
  })

  test('a message from nobody is kept as unreadable', () => {
    expect(only('in-from-nobody')).toMatchObject({ kind: 'unreadable', why: 'a message from nobody' })
  })
})

describe('what was written', () => {
  test.each([
    ['in-text', { type: 'text', body: 'Bom dia, a consulta é mesmo às 15h?' }],
    ['in-text-without-body', { type: 'unreadable', why: 'a text without words' }],
    ['in-button', { type: 'button', payload: 'r.9f3kQ2', text: 'Confirmar' }],
    ['in-button-without-payload', { type: 'button', payload: 'Cancelar', text: 'Cancelar' }],
    ['in-button-reply', { type: 'button-reply', id: 'r.slot-2', title: 'Qui 14:20' }],
    ['in-list-reply', { type: 'list-reply', id: 'r.reason-3', title: 'Trabalho', description: 'Não consigo sair' }],
    ['in-interactive-new-kind', { type: 'unknown', name: 'interactive calendar_reply' }],
    [
      'in-call-permission-accept',
      { type: 'call-permission', response: 'accept', expiresAt: 1_795_852_800_000, source: 'user_action' },
    ],
    ['in-call-permission-reject', { type: 'call-permission', response: 'reject', source: 'user_action' }],
    ['in-image-without-id', { type: 'unreadable', why: 'image without a media id' }],
    ['in-location-pin', { type: 'location', latitude: 40.4168, longitude: -3.7038 }],
    [
      'in-location',
      {
        type: 'location',
        latitude: -23.5614,
        longitude: -46.6559,
        name: 'Praça',
        address: 'Av. Central 10',
        url: 'https://maps.example/p',
      },
    ],
    ['in-reaction', { type: 'reaction', wamid: 'wamid.RECADOOUT00001==', emoji: '👍' }],
    ['in-reaction-removed', { type: 'reaction', wamid: 'wamid.RECADOOUT00001==' }],
    ['in-reaction-removed-absent', { type: 'reaction', wamid: 'wamid.RECADOOUT00001==' }],
    [
      'in-order',
      {
        type: 'order',
        catalogId: '441',
        text: 'Para sábado',
        items: [{ productId: 'KIT-9', quantity: 2, price: 19.5, currency: 'BRL' }],
      },
    ],
    [
      'in-edit',
      {
        type: 'edit',
        originalWamid: 'wamid.RECADOIN00001==',
        content: { type: 'text', body: 'Bom dia, a consulta é às 16h?' },
      },
    ],
    ['in-revoke', { type: 'revoke', originalWamid: 'wamid.RECADOIN00001==' }],
    ['in-new-type', { type: 'unknown', name: 'hologram' }],
    ['in-system-changed-number', { type: 'system', event: 'user_changed_number', newPhone: '5511987659999' }],
    [
      'in-system-changed-user-id',
      { type: 'system', event: 'user_changed_user_id', userId: 'BR.777', previousUserId: ANA_ID },
    ],
    [
      'in-system-changed-key',
      {
        type: 'system',
        event: 'customer_identity_changed',
        identity: { acknowledged: false, hash: 'kh-9a', createdAt: 1_795_248_000_000 },
      },
    ],
  ])('%s', (name, content) => {
    const part = only(name)
    expect(part?.kind === 'message' && part.content).toEqual(content)
  })

  test('a new number comes with the old and the new user ids', () => {
    expect(only('in-system-changed-number-with-ids')).toMatchObject({
      from: ANA,
      content: { newPhone: '5511987659999', userId: 'BR.777', previousUserId: ANA_ID, parentUserId: 'BR.ENT.778' },
    })
  })

  test.each([
    ['in-image', { type: 'image', mediaId: '8100200300', mimeType: 'image/jpeg', caption: 'Meu exame' }],
    ['in-document', { type: 'document', mediaId: '8100200300', filename: 'pedido.pdf', caption: 'Pedido' }],
    ['in-video', { type: 'video', mediaId: '8100200300', mimeType: 'video/mp4' }],
    ['in-voice-note', { type: 'audio', mediaId: '8100200300', voice: true }],
    ['in-audio-file', { type: 'audio', mediaId: '8100200300', voice: false }],
    ['in-sticker', { type: 'sticker', mediaId: '8100200300', animated: true }],
  ])('the file of %s', (name, content) => {
    expect(only(name)).toMatchObject({ kind: 'message', content })
  })

  test('shared contacts, and the own number that was asked for', () => {
    expect(only('in-contacts')).toMatchObject({
      content: { cards: [{ name: 'Dra. Rita Lemos', phones: [{ whatsappPhone: '5511930002000' }] }] },
    })
    expect(only('in-contacts-own-number')).toMatchObject({
      content: {
        cards: [
          { origin: 'contact_request', phones: [{ phone: '+34600111222' }] },
          { origin: 'other', vcard: 'BEGIN:VCARD END:VCARD' },
        ],
      },
    })
  })

  test('a finished form, also without its token and with broken answers', () => {
    expect(only('in-form-reply')).toMatchObject({
      content: { type: 'form-reply', flowToken: 'f.77', answers: { day: '2026-12-01' } },
    })
    expect(only('in-form-reply-without-token')).toMatchObject({ content: { answers: { score: '9' } } })
    const broken = only('in-form-reply-broken')
    expect(broken).toMatchObject({ content: { type: 'form-reply', responseJson: '{"score":' } })
    expect(broken?.kind === 'message' && broken.content).not.toHaveProperty('answers')
  })

  test('what WhatsApp itself cannot hand over keeps the reason', () => {
    expect(only('in-unsupported')).toMatchObject({
      content: { type: 'unsupported', name: 'poll_creation', errors: [{ code: 131051 }] },
    })
    expect(only('in-unsupported-unavailable')).toMatchObject({
      content: { type: 'unsupported', errors: [{ code: 131060 }] },
    })
  })

  test('an empty interactive answer still reaches a person, beside the error that explains it', () => {
    const parts = fixtureParts('in-interactive-empty-with-error')
    expect(parts).toMatchObject([
      { kind: 'message', from: ANA, content: { type: 'unreadable' }, replyTo: { wamid: 'wamid.RECADOOUT00002==' } },
      { kind: 'error', error: { code: 131000, details: 'Webhook payload not supported' } },
    ])
  })
})

describe('what a message refers to', () => {
  test.each([
    ['in-text-reply', { replyTo: { wamid: 'wamid.RECADOOUT00007==', from: '551130001000' } }],
    ['in-text-forwarded', { replyTo: { forwarded: true } }],
    ['in-text-often-forwarded', { replyTo: { frequentlyForwarded: true } }],
    ['in-text-about-product', { replyTo: { product: { catalogId: '441', productId: 'KIT-9' } } }],
    ['in-text-from-ad', { referral: { sourceType: 'ad', sourceId: '91827364', clickId: 'CLID-77aa' } }],
    ['in-text-in-group', { groupId: 'R3J1cG9EYVVuaWRhZGU' }],
  ])('%s', (name, expected) => {
    expect(only(name)).toMatchObject(expected)
  })
})
