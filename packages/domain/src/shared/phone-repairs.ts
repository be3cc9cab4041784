/**
 * Numbers that books still hold in a form that the country gave up. Each repair has one possible outcome, because the old
 * form is not in use any more; where two outcomes were possible there is no repair.
 */
type Repair = { readonly from: RegExp; readonly to: string }

/** By country; matched against the digits with the calling code in front and without any trunk prefix. */
const REPAIRS: Readonly<Record<string, readonly Repair[]>> = {
  // Mobiles grew a ninth digit (a leading 9) in 2012-2016; fixed lines start with 2-5 (Anatel, resolution 553/2010).
  BR: [{ from: /^55(\d\d)([6-9]\d{7})$/, to: '55$19$2' }],
  // 044, 045 and 01 in front and the 1 after +52 went in August 2019 (IFT numbering plan).
  MX: [{ from: /^52(?:1|01|04[45])(\d{10})$/, to: '52$1' }],
  // Mobiles of eight digits got a leading 9 in 2012; eight-digit fixed lines start with 2.
  CL: [{ from: /^56([5-9]\d{7})$/, to: '569$1' }],
}

/** The digits after repair, or undefined when nothing applies. `digits` start with the calling code. */
export function repairDigits(country: string, digits: string): string | undefined {
  const repair = REPAIRS[country]?.find(({ from }) => from.test(digits))
  return repair && digits.replace(repair.from, repair.to)
}

/** The same for a number that says its country itself: no other country's numbers begin like that. */
export function repairInternational(digits: string): string | undefined {
  for (const country of Object.keys(REPAIRS)) {
    const repaired = repairDigits(country, digits)
    if (repaired !== undefined) return repaired
  }
  return undefined
}

/** Trunk and carrier prefixes that may stand before the area code: Brazil's 0 and 0XX, Mexico's 01, 044 and 045. */
const PREFIXES: Readonly<Record<string, RegExp>> = { BR: /^0(?:\d\d(?=\d{10,11}$))?(?=\d{10,11}$)/ }

export const dropTrunk = (country: string, digits: string): string => digits.replace(PREFIXES[country] ?? /^$/, '')

/** Ranges that a regulator keeps for films and examples: well-formed, never anybody's (Ofcom, drama numbers). */
export const isDramaNumber = (e164: string): boolean => /^\+447700900\d{3}$/.test(e164)
