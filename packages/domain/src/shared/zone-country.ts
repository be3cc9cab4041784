import { getCountries } from 'libphonenumber-js/max'

/**
 * The country whose zone it is, after CLDR: how a site without a country writes its dates and which law it is under.
 * Undefined for UTC, for what is no zone and for one that several countries share.
 */
export function countryOfZone(zone: string): string | undefined {
  countries ??= readCountries()
  const known = countries.get(zone) ?? countries.get(canonical(zone) ?? '')
  return known?.length === 1 ? known[0] : undefined
}

/** Asked for once per zone that nobody gave a country for: made on first use. */
let countries: ReadonlyMap<string, readonly string[]> | undefined

function readCountries(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const country of getCountries()) {
    for (const zone of zonesOf(country)) found.set(zone, [...(found.get(zone) ?? []), country])
  }
  return found
}

function zonesOf(country: string): readonly string[] {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones?: () => string[] | undefined }
  return (locale.getTimeZones?.() ?? []).map((zone) => canonical(zone) ?? zone)
}

/** "Asia/Calcutta" and "Asia/Kolkata" are one zone. */
function canonical(zone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    return undefined // Intl's way to say that there is no such zone
  }
}
