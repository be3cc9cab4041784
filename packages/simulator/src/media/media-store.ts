import { createHash } from 'node:crypto'
import type { Ids } from '../ids.ts'

export type Media = {
  id: string
  wabaId: string
  mimeType: string
  filename: string | undefined
  bytes: Buffer
  /** base64, as Meta writes it. */
  sha256: string
  /** Uploaded ids live 30 days, ids of inbound media 7 [M business-phone-numbers/media]. */
  expiresAtMs: number
}

const DAY_MS = 86_400_000
export const UPLOADED_LIFE_MS = 30 * DAY_MS
export const INBOUND_LIFE_MS = 7 * DAY_MS
export const URL_LIFE_MS = 5 * 60_000

/** Bytes of at most `maxBytes` together; the oldest go first. */
export class MediaStore {
  readonly #media = new Map<string, Media>()
  readonly #ids: Ids
  readonly #maxBytes: number
  #bytes = 0

  constructor(ids: Ids, maxBytes = 64 * 1024 * 1024) {
    this.#ids = ids
    this.#maxBytes = maxBytes
  }

  add(part: Pick<Media, 'wabaId' | 'mimeType' | 'filename' | 'bytes' | 'expiresAtMs'>): Media {
    const sha256 = createHash('sha256').update(part.bytes).digest('base64')
    return this.restore({ ...part, id: this.#ids.node(), sha256 })
  }

  restore(media: Media): Media {
    this.#media.set(media.id, media)
    this.#bytes += media.bytes.length
    for (const oldest of this.#media.values()) {
      if (this.#bytes <= this.#maxBytes || oldest === media) break
      this.delete(oldest.id)
    }
    return media
  }

  find(id: string, nowMs: number): Media | undefined {
    const media = this.#media.get(id)
    return media && media.expiresAtMs > nowMs ? media : undefined
  }

  delete(id: string): boolean {
    const media = this.#media.get(id)
    if (media) this.#bytes -= media.bytes.length
    return this.#media.delete(id)
  }

  all(): Iterable<Media> {
    return this.#media.values()
  }

  clear(): void {
    this.#media.clear()
    this.#bytes = 0
  }
}

type Kind = { types: RegExp; maxBytes: number }
const MB = 1024 * 1024

/** What may go out as which type, and how big [M business-phone-numbers/media]. */
export const MEDIA_KINDS: Readonly<Record<string, Kind>> = {
  image: { types: /^image\/(jpeg|png)$/, maxBytes: 5 * MB },
  audio: { types: /^audio\/(aac|amr|mpeg|mp4|ogg)/, maxBytes: 16 * MB },
  video: { types: /^video\/(mp4|3gpp)$/, maxBytes: 16 * MB },
  sticker: { types: /^image\/webp$/, maxBytes: MB / 2 },
  document: { types: /./, maxBytes: 100 * MB },
}

/** What the first bytes say, where they say anything: a declared type that differs is refused with 131053. */
export function sniffed(bytes: Buffer): string | undefined {
  const starts = (hex: string) => bytes.subarray(0, hex.length / 2).toString('hex') === hex
  if (starts('ffd8ff')) return 'image/jpeg'
  if (starts('89504e47')) return 'image/png'
  if (starts('25504446')) return 'application/pdf'
  if (starts('4f676753')) return 'audio/ogg'
  if (starts('52494646') && bytes.subarray(8, 12).toString('latin1') === 'WEBP') return 'image/webp'
  return undefined
}
