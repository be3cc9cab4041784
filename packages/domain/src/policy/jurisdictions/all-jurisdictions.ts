import { narrower, type DecentHours, type DecentHoursByClass } from '../decent-hours.ts'
import { br } from './br.ts'
import { defaultHours } from './default.ts'
import { es } from './es.ts'
import { eu } from './eu.ts'
import { india } from './in.ts'
import type { Jurisdiction } from './jurisdiction.ts'
import { mx } from './mx.ts'
import { us } from './us.ts'

export const allJurisdictions: readonly Jurisdiction[] = [us, eu, es, br, mx, india]

/** The law of a country (ISO 3166-1 alpha-2), where we know one. */
export const jurisdictionOf = (country: string): Jurisdiction | undefined => byCountry.get(country)

/** What is decent in a country: the narrowest of our default, the law and what the clinic chose. */
export function decentHoursIn(
  country: string | undefined,
  chosen: Partial<DecentHoursByClass> = {},
): DecentHoursByClass {
  const bounds = (country === undefined ? undefined : jurisdictionOf(country))?.bounds ?? {}
  const within = (messageClass: keyof DecentHoursByClass): DecentHours =>
    [bounds[messageClass], chosen[messageClass]].reduce<DecentHours>(
      (hours, bound) => (bound ? narrower(hours, bound) : hours),
      defaultHours[messageClass],
    )
  return {
    reminder: within('reminder'),
    notice: within('notice'),
    'follow-up': within('follow-up'),
    campaign: within('campaign'),
  }
}

const byCountry = new Map(allJurisdictions.flatMap((law) => law.countries.map((country) => [country, law])))
