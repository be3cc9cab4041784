import { describe, expect, test } from 'vitest'
import { answerHandshake, sign, verifySignature } from './signature.ts'

const bytes = (text: string) => Buffer.from(text, 'utf8')
// As Meta writes it: non-ASCII is escaped in the bytes that are signed.
const body = bytes('{"text":"S\\u00ed, voy \\ud83d\\udc4d"}')

describe('a delivery is believed', () => {
  test('when the header signs its raw bytes', () => {
    expect(verifySignature(body, sign(body, 'app-secret'), ['app-secret'])).toBe(true)
  })

  test('with a signature that another program calculated', () => {
    // printf 'hello' | openssl dgst -sha256 -hmac key
    const header = 'sha256=9307b3b915efb5171ff14d8cb55fbcc798c6c0ef1456d66ded1a6aa723a58b7b'
    expect(verifySignature(bytes('hello'), header, ['key'])).toBe(true)
    expect(verifySignature(bytes('hello'), header.toUpperCase().replace('SHA', 'sha'), ['key'])).toBe(true)
  })

  test('with the old and with the new secret while it is being replaced', () => {
    const secrets = ['new-secret', 'old-secret']
    expect(verifySignature(body, sign(body, 'old-secret'), secrets)).toBe(true)
    expect(verifySignature(body, sign(body, 'new-secret'), secrets)).toBe(true)
  })
})

describe('a delivery is refused', () => {
  const good = sign(body, 'app-secret')
  test.each([
    ['without a header', undefined],
    ['with an empty header', ''],
    ['with the old SHA-1 header', `sha1=${'0'.repeat(40)}`],
    ['with half a digest', good.slice(0, 40)],
    ['with a digest that is too long', `${good}00`],
    ['with letters that are not hexadecimal', `sha256=${'z'.repeat(64)}`],
    ['when somebody else signed it', sign(body, 'another-secret')],
    ['when it was parsed and written again', sign(bytes(JSON.stringify(JSON.parse(body.toString()))), 'app-secret')],
  ])('%s', (_, header) => {
    expect(verifySignature(body, header, ['app-secret'])).toBe(false)
  })

  test('when no secret is configured, even by someone who signs with an empty one', () => {
    expect(verifySignature(body, sign(body, ''), [''])).toBe(false)
    expect(verifySignature(body, good, [])).toBe(false)
  })

  test('when one byte differs', () => {
    const changed = Buffer.from(body)
    changed[3] = 0x61
    expect(verifySignature(changed, good, ['app-secret'])).toBe(false)
  })
})

describe("Meta's handshake", () => {
  const query = { 'hub.mode': 'subscribe', 'hub.challenge': '1158201444', 'hub.verify_token': 'our-token' }

  test('is answered with the bare challenge', () => {
    expect(answerHandshake(query, 'our-token')).toBe('1158201444')
  })

  test.each([
    ['another token', { ...query, 'hub.verify_token': 'our-tokem' }],
    ['another mode', { ...query, 'hub.mode': 'unsubscribe' }],
    ['no challenge', { ...query, 'hub.challenge': undefined }],
    ['an empty challenge', { ...query, 'hub.challenge': '' }],
    ['a token given twice', { ...query, 'hub.verify_token': ['our-token', 'our-token'] }],
    ['nothing at all', {}],
  ])('is refused with %s', (_, refused) => {
    expect(answerHandshake(refused, 'our-token')).toBeUndefined()
  })

  test('is refused while we have no token ourselves', () => {
    expect(answerHandshake({ ...query, 'hub.verify_token': '' }, '')).toBeUndefined()
  })
})
