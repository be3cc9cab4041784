import { getCountryCallingCode, isSupportedCountry, Metadata } from 'libphonenumber-js/max'

/**
 * What the library knows of a country's mobiles, compiled once: reading a hundred thousand plain numbers through its full
 * parser takes seconds, one regular expression takes none. A law compares both ways on random numbers.
 */
export type MobilePlan = {
  readonly callingCode: string
  /** The digit that national numbers may be written with, '' where there is none or it is longer. */
  readonly trunk: string
  readonly mobile: RegExp
  readonly fixed: RegExp
}

// The published types stop at possibleLengths(); the class itself has had these since 1.8.
type InnerPlan = {
  readonly type?: (kind: string) => { readonly pattern?: () => unknown } | undefined
  readonly nationalPrefix?: () => unknown
}

const plans = new Map<string, MobilePlan | undefined>()

export function mobilePlan(country: string): MobilePlan | undefined {
  if (!plans.has(country)) plans.set(country, compile(country))
  return plans.get(country)
}

function compile(country: string): MobilePlan | undefined {
  if (!isSupportedCountry(country)) return undefined
  const metadata = new Metadata()
  metadata.selectNumberingPlan(country)
  const plan = metadata.numberingPlan as InnerPlan | undefined
  const mobile = patternOf(plan, 'MOBILE')
  if (!mobile) return undefined
  const prefix = plan?.nationalPrefix?.()
  const trunk = typeof prefix === 'string' && prefix.length === 1 ? prefix : ''
  return { callingCode: getCountryCallingCode(country), trunk, mobile, fixed: patternOf(plan, 'FIXED_LINE') ?? /$^/ }
}

function patternOf(plan: InnerPlan | undefined, kind: string): RegExp | undefined {
  const pattern = plan?.type?.(kind)?.pattern?.()
  return typeof pattern === 'string' ? new RegExp(`^(?:${pattern})$`) : undefined
}
