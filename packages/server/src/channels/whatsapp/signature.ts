import { createHmac, timingSafeEqual } from 'node:crypto'

const PREFIX = 'sha256='
const HEX_DIGEST = /^[0-9a-f]{64}$/i

/** The value of `X-Hub-Signature-256` for these exact bytes. */
export const sign = (body: Uint8Array, secret: string): string =>
  PREFIX + createHmac('sha256', secret).update(body).digest('hex')

/**
 * True when the header signs exactly these bytes with one of the secrets. Meta escapes non-ASCII before it signs, so
 * a body that was parsed and written again never matches. Several secrets live together while one is replaced.
 */
export function verifySignature(body: Uint8Array, header: string | undefined, secrets: readonly string[]): boolean {
  const given = header?.startsWith(PREFIX) ? header.slice(PREFIX.length) : ''
  if (!HEX_DIGEST.test(given)) return false
  const claimed = Buffer.from(given, 'hex')
  let matches = false
  // Every secret is tried, so that the time taken does not tell which one is in use.
  for (const secret of secrets) {
    if (secret === '') continue
    const expected = createHmac('sha256', secret).update(body).digest()
    if (timingSafeEqual(expected, claimed)) matches = true
  }
  return matches
}

/** The query of Meta's handshake; a repeated parameter arrives as an array. */
export type HandshakeQuery = Readonly<Record<string, unknown>>

/**
 * The challenge to answer with 200 and nothing else; undefined means 403.
 * Source: webhooks/create-webhook-endpoint, "verification requests".
 */
export function answerHandshake(query: HandshakeQuery, verifyToken: string): string | undefined {
  const { 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': challenge } = query
  if (mode !== 'subscribe' || typeof token !== 'string' || typeof challenge !== 'string') return undefined
  if (verifyToken === '' || challenge === '' || !sameText(token, verifyToken)) return undefined
  return challenge
}

/** Compares digests, whose length says nothing about the length of the texts. */
function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHmac('sha256', 'handshake').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
