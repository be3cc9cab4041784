import { countryOf } from '../ids.ts'
import type { Outbound, Phone } from '../phones/phone.ts'

export type BillLine = {
  phoneNumberId: string
  /** `YYYY-MM`, UTC. */
  month: string
  country: string
  category: string
  pricingType: Outbound['pricingType']
  volume: number
  costUsd: number
}

/** [marketing, everything else] in USD per delivered message from 1 October 2026 [M pricing, rate card]. */
const RATES: Readonly<Record<string, readonly [number, number]>> = {
  US: [0.025, 0.0034], BR: [0.0625, 0.0068], CO: [0.0125, 0.0008], PE: [0.0703, 0.03], GB: [0.0635, 0.022],
  FR: [0.0859, 0.03], IN: [0.0118, 0.0014], PK: [0.0473, 0.015], SA: [0.0576, 0.0107], EG: [0.0644, 0.0036],
  MX: [0.0397, 0.0085], AR: [0.0618, 0.026], CL: [0.0889, 0.02], ES: [0.0707, 0.02], DE: [0.1365, 0.055],
  IT: [0.0795, 0.03], ID: [0.0411, 0.025], ZA: [0.0379, 0.0095], AE: [0.0576, 0.0157], TR: [0.0109, 0.0009],
} // prettier-ignore
const ELSEWHERE = [0.0604, 0.0077] as const

/** What Meta would charge: by the country of the recipient, on delivery. */
export class Bill {
  readonly #lines = new Map<string, BillLine>()

  charge(phone: Phone, message: Outbound, nowMs: number): void {
    const { category, pricingType, phoneNumberId } = message
    const month = new Date(nowMs).toISOString().slice(0, 7)
    const country = countryOf(phone.number)
    const key = `${phoneNumberId} ${month} ${country} ${category} ${pricingType}`
    const line = this.#lines.get(key) ?? { phoneNumberId, month, country, category, pricingType, volume: 0, costUsd: 0 }
    const [marketing, other] = RATES[country] ?? ELSEWHERE
    const rate = category === 'marketing' ? marketing : other
    const costUsd = pricingType === 'regular' ? rate * (line.volume + 1) : 0
    this.#lines.set(key, { ...line, volume: line.volume + 1, costUsd: Number(costUsd.toFixed(4)) })
  }

  lines(): BillLine[] {
    return [...this.#lines.values()]
  }

  restore(lines: BillLine[]): void {
    for (const line of lines) {
      this.#lines.set(`${line.phoneNumberId} ${line.month} ${line.country} ${line.category} ${line.pricingType}`, line)
    }
  }

  clear(): void {
    this.#lines.clear()
  }
}
