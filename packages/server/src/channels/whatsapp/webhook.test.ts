import { describe, expect, test } from 'vitest'
import { FIXTURE_NAMES, fixtureBytes, fixtureParts, leavesOf } from './testing/fixtures.ts'
import { parseWebhook } from './webhook.ts'

const bytes = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))

describe('nothing that Meta sends is lost', () => {
  // The large id is a text after reading; a test of its own looks at it.
  test.each(FIXTURE_NAMES.filter((name) => name !== 'template-large-id'))('%s', (name) => {
    const kept = new Map<string, number>()
    const seen = new Set<unknown>()
    for (const { raw, envelope } of fixtureParts(name))
      for (const piece of [raw, ...Object.values(envelope)])
        if (!seen.has(piece)) leavesOf(seen.add(piece) && piece, '', kept)
    for (const [leaf, count] of leavesOf(JSON.parse(fixtureBytes(name).toString())))
      expect({ leaf, kept: Math.min(kept.get(leaf) ?? 0, count) }).toEqual({ leaf, kept: count })
  })

  test('not even a digit of an id that is too large for a number', () => {
    expect(fixtureParts('template-large-id')[0]?.raw).toMatchObject({ message_template_id: '99007199254740993123' })
  })
})

describe('the identity of an event', () => {
  test('is the same when it arrives again', () => {
    for (const name of FIXTURE_NAMES) {
      const keys = () => fixtureParts(name).map((part) => part.dedupeKey)
      expect(keys()).toEqual(keys())
    }
  })

  test('is the same when a status comes alone and in a batch', () => {
    const [status] = fixtureParts('status-read')
    const [entry] = JSON.parse(fixtureBytes('status-read').toString()).entry
    const batch = bytes({
      object: 'whatsapp_business_account',
      entry: [JSON.parse(fixtureBytes('in-text').toString()).entry[0], entry],
    })
    const parsed = parseWebhook(batch)
    expect(parsed.ok && parsed.parts.map((part) => part.dedupeKey)).toContain(status?.dedupeKey)
  })

  test('differs between all the events of all fixtures', () => {
    const same = [
      'template-quality-mislabelled',
      'status-delivered-before-2025',
      'status-of-direct-send',
      'status-sent-user-id-only',
    ]
    const keys = FIXTURE_NAMES.filter((name) => !same.includes(name)).flatMap((name) =>
      fixtureParts(name).map((part) => part.dedupeKey),
    )
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('tells the members of a group apart, and a message from its edit', () => {
    const keys = fixtureParts('status-of-group').map((part) => part.dedupeKey)
    expect(new Set(keys).size).toBe(2)
    expect(fixtureParts('in-edit')[0]?.dedupeKey).toContain(':edit:')
  })

  test('stays short when a payload chooses an endless id', () => {
    const long = fixtureBytes('status-read').toString().replace('RECADOOUT00001', 'x'.repeat(5_000))
    const parsed = parseWebhook(bytes(long))
    expect(parsed.ok && parsed.parts[0]?.dedupeKey.length).toBeLessThan(300)
  })
})

describe('what is no webhook of WhatsApp', () => {
  test.each([
    ['nothing', '', 'empty'],
    ['a cut-off text', '{"object":"whatsapp_business_account","entry":[', 'not JSON'],
    ['a list', '[]', 'not a JSON object'],
    ['another product', '{"object":"page","entry":[{}]}', 'not an event of a WhatsApp account'],
    ['no entries', '{"object":"whatsapp_business_account"}', 'an event without entries'],
    ['an empty list of entries', '{"object":"whatsapp_business_account","entry":[]}', 'an event without entries'],
  ])('is refused with the reason: %s', (_, text, why) => {
    expect(parseWebhook(bytes(text))).toEqual({ ok: false, why })
  })

  test('is refused when its bytes are no UTF-8', () => {
    expect(parseWebhook(Buffer.from([0x7b, 0xff, 0x7d]))).toEqual({ ok: false, why: 'not UTF-8' })
  })
})

describe('hostile payloads', () => {
  const wrap = (value: string) =>
    bytes(
      `{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":${value}}]}]}`,
    )
  const message = (extra: string) =>
    wrap(`{"messages":[{"from":"5511987650001","id":"wamid.H","type":"text","text":{"body":"oi"}${extra}}]}`)

  test('nesting without end is cut and the message read', () => {
    const parsed = parseWebhook(message(`,"x":${'['.repeat(50_000)}${']'.repeat(50_000)}`))
    expect(parsed).toMatchObject({ ok: true, parts: [{ kind: 'message', content: { body: 'oi' } }] })
    expect(JSON.stringify(parsed)).toContain('[nested too deeply]')
  })

  test('nesting without end beside a large number is survived as well', () => {
    const parsed = parseWebhook(message(`,"n":12345678901234567890,"x":${'['.repeat(50_000)}${']'.repeat(50_000)}`))
    expect(parsed).toMatchObject({ ok: true, parts: [{ kind: 'message' }] })
  })

  test('a NUL, which PostgreSQL stores in no text, does not get into what was read', () => {
    const parsed = parseWebhook(
      wrap('{"messages":[{"from":"5511987650001","id":"wamid.\\u0000","type":"text","text":{"body":"a\\u0000b"}}]}'),
    )
    expect(parsed).toMatchObject({
      ok: true,
      parts: [{ dedupeKey: 'message:wamid.\uFFFD', content: { body: 'a\uFFFDb' } }],
    })
  })

  test('half of a surrogate pair, which PostgreSQL refuses as well, does not either', () => {
    const parsed = parseWebhook(
      wrap('{"messages":[{"from":"5511987650001","id":"wamid.S","type":"text","text":{"body":"a\\ud83d"}}]}'),
    )
    expect(parsed).toMatchObject({ parts: [{ content: { body: 'a\uFFFD' } }] })
  })

  test('a thousand people in one change are told apart', () => {
    const people = Array.from({ length: 1_000 }, (_, n) => `55119${10_000_000 + n}`)
    const contacts = people.map((phone) => ({ wa_id: phone, profile: { name: `N${phone}` } })).reverse()
    const messages = people.map((phone) => ({ from: phone, id: `wamid.${phone}`, type: 'text', text: { body: 'ok' } }))
    const parsed = parseWebhook(wrap(JSON.stringify({ contacts, messages })))
    expect(parsed.ok && parsed.parts.map((part) => part.kind === 'message' && part.from.name)).toEqual(
      people.map((phone) => `N${phone}`),
    )
  })

  test('the name of a prototype as a key changes nothing', () => {
    const parsed = parseWebhook(message(',"__proto__":{"type":"revoke"},"constructor":{"x":1}'))
    expect(parsed).toMatchObject({ ok: true, parts: [{ content: { type: 'text' } }] })
    expect(({} as Record<string, unknown>)['type']).toBeUndefined()
  })

  test('an edit of an edit of an edit is not followed', () => {
    const deep = '{"type":"edit","edit":{"original_message_id":"w","message":'.repeat(20) + 'null' + '}}'.repeat(20)
    const parsed = parseWebhook(
      wrap(
        `{"messages":[{"from":"5511987650001","id":"wamid.E","type":"edit","edit":{"original_message_id":"w","message":${deep}}}]}`,
      ),
    )
    expect(parsed).toMatchObject({ ok: true, parts: [{ content: { type: 'unreadable' } }] })
  })
})
