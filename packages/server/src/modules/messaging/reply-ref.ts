import { randomBytes } from 'node:crypto'

/**
 * A button's payload: the random reference of its message and the place of its meaning there. It says nothing to anyone
 * who reads it, and counts only from the contact that the message was sent to.
 */
export const newReplyRef = (): string => randomBytes(12).toString('base64url')
export const payloadOf = (ref: string, index: number): string => `${ref}.${index}`

/** The two parts of a payload of ours; undefined for anything else. */
export function readPayload(payload: string): { readonly ref: string; readonly index: number } | undefined {
  const match = /^([\w-]{16})\.(\d{1,2})$/.exec(payload)
  return match?.[1] === undefined ? undefined : { ref: match[1], index: Number(match[2]) }
}
