import { createHmac } from 'node:crypto'

/**
 * JSON with every code unit above U+007F as `\uXXXX` in lower-case hex: the bytes that Meta sends and signs
 * [M webhooks/create-webhook-endpoint]. A pair of surrogates becomes two escapes.
 */
export function escapedJson(value: unknown): string {
  const json = JSON.stringify(value)
  return NON_ASCII.test(json) ? json.replace(NON_ASCII_ALL, escapeUnit) : json
}

/** Of `X-Hub-Signature-256`, over exactly these bytes. */
export function signature(body: Buffer, appSecret: string): string {
  return `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`
}

const NON_ASCII = /[\u0080-\uffff]/
const NON_ASCII_ALL = /[\u0080-\uffff]/g

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}
