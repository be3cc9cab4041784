import { createCipheriv, createDecipheriv, createSecretKey, randomFillSync, type KeyObject } from 'node:crypto'
import { Failure } from '@recado/domain/shared/failure'

export type Sealed = { readonly bytes: Buffer; readonly keyId: number }

/** Encrypts what identifies a patient (bodies, answers, files) before it reaches the database. One per organization. */
export type ContentCipher = {
  seal(plain: string | Uint8Array): Sealed
  /** @throws Failure `unreadable` when the key is unknown or the bytes were altered. */
  open(bytes: Uint8Array, keyId: number): Buffer
}

const NONCE_BYTES = 12 // AES-GCM, NIST SP 800-38D
const TAG_BYTES = 16
export const DATA_KEY_BYTES = 32

/**
 * A cipher with the organization's data keys, newest last. The organization's id is authenticated with each piece, so
 * that a row moved to another tenant cannot be read there.
 */
export function createContentCipher(organizationId: string, keys: ReadonlyMap<number, Uint8Array>): ContentCipher {
  const keyId = Math.max(...keys.keys())
  // As key objects: preparing a key anew for each piece takes three times as long as encrypting it.
  const prepared = new Map([...keys].map(([id, key]) => [id, createSecretKey(key)]))
  const newest = prepared.get(keyId)
  if (!newest) throw new Failure('invalid', 'An organization needs at least one content key.')
  const aad = Buffer.from(organizationId)
  return {
    seal: (plain) => ({ bytes: sealWith(newest, plain, aad), keyId }),
    open(bytes, id) {
      const key = prepared.get(id)
      if (!key) throw new Failure('unreadable', 'The key of this content is not loaded.', { keyId: id })
      return openWith(key, bytes, aad)
    },
  }
}

/** Random bytes are fetched for many nonces at once: one by one they take as long as the encryption. */
const nonces = Buffer.alloc(NONCE_BYTES * 512)
let used = nonces.length

function nextNonce(): Buffer {
  if (used === nonces.length) {
    randomFillSync(nonces)
    used = 0
  }
  const nonce = Buffer.from(nonces.subarray(used, used + NONCE_BYTES)) // a copy: the pool is filled anew
  used += NONCE_BYTES
  return nonce
}

/** nonce, tag, ciphertext: AES-256-GCM. */
export function sealWith(key: Uint8Array | KeyObject, plain: string | Uint8Array, aad: Uint8Array): Buffer {
  const nonce = nextNonce()
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(aad)
  const body = Buffer.concat([
    typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain),
    cipher.final(),
  ])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

export function openWith(key: Uint8Array | KeyObject, bytes: Uint8Array, aad: Uint8Array): Buffer {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(0, NONCE_BYTES)).setAAD(aad)
    decipher.setAuthTag(body.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    return Buffer.concat([decipher.update(body.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
  } catch (cause) {
    throw new Failure('unreadable', 'Encrypted content could not be opened: wrong key or altered bytes.', {}, { cause })
  }
}
