import { hashOf } from './random.ts'

/**
 * Ids as Meta writes them. `epoch` keeps a restarted simulator from using an id twice: a client stores wamids for
 * years, so an id never comes back, not even after a reset.
 */
export class Ids {
  #counter = 0
  readonly #epoch: string

  constructor(epoch: number | string) {
    this.#epoch = hashOf(`wamid ${epoch}`).toString(16).toUpperCase().padStart(8, '0')
  }

  /** `wamid.` + base64 of a small binary record with the user's number and a hex id, as seen in real traffic. */
  outbound(userDigits: string): string {
    return wamid(userDigits, OUTBOUND_MARK, `${this.#epoch}${this.#hex(10)}`)
  }

  inbound(userDigits: string): string {
    return wamid(userDigits, INBOUND_MARK, `3A${this.#epoch}${this.#hex(10)}`)
  }

  /** Media, templates and other nodes: digits only, 15 or 16 of them. */
  node(): string {
    this.#counter += 1
    return `${1_000_000_000 + (parseInt(this.#epoch, 16) % 1_000_000_000)}${String(this.#counter).padStart(6, '0')}`
  }

  trace(): string {
    this.#counter += 1
    return `A${Buffer.from(`${this.#epoch}${this.#counter}`).toString('base64url').slice(0, 22)}`
  }

  #hex(digits: number): string {
    this.#counter += 1
    return this.#counter.toString(16).toUpperCase().padStart(digits, '0')
  }
}

const OUTBOUND_MARK = Buffer.from([0x15, 0x02, 0x00, 0x11, 0x18])
const INBOUND_MARK = Buffer.from([0x15, 0x02, 0x00, 0x12, 0x18])

function wamid(userDigits: string, mark: Buffer, hex: string): string {
  const head = Buffer.from([0x1c, 0x18, userDigits.length])
  const record = Buffer.concat([
    head,
    Buffer.from(userDigits, 'latin1'),
    mark,
    Buffer.from([hex.length]),
    Buffer.from(hex, 'latin1'),
    Buffer.from([0]),
  ])
  return `wamid.${record.toString('base64')}`
}

const COUNTRY_BY_CODE: readonly [string, string][] = [
  ['1', 'US'], ['7', 'RU'], ['20', 'EG'], ['27', 'ZA'], ['33', 'FR'], ['34', 'ES'], ['39', 'IT'], ['44', 'GB'],
  ['49', 'DE'], ['51', 'PE'], ['52', 'MX'], ['54', 'AR'], ['55', 'BR'], ['56', 'CL'], ['57', 'CO'], ['62', 'ID'],
  ['81', 'JP'], ['90', 'TR'], ['91', 'IN'], ['92', 'PK'], ['351', 'PT'], ['852', 'HK'], ['880', 'BD'],
  ['966', 'SA'], ['971', 'AE'], ['974', 'QA'],
] // prettier-ignore

/** ISO country of a number by its calling code; `ZZ` where the small table has none. */
export function countryOf(digits: string): string {
  return COUNTRY_BY_CODE.find(([code]) => digits.startsWith(code))?.[1] ?? 'ZZ'
}

export function callingCodeOf(digits: string): string {
  return COUNTRY_BY_CODE.find(([code]) => digits.startsWith(code))?.[0] ?? ''
}

/** The business-scoped user id of a phone: the same for one portfolio, another for the next. */
export function bsuidOf(digits: string, businessId: string): string {
  const part = (salt: string) => String(hashOf(`${salt} ${digits} ${businessId}`)).padStart(10, '0')
  return `${countryOf(digits)}.${part('user')}${part('scope')}`
}
