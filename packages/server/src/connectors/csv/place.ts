import { Failure } from '@recado/domain/shared/failure'
import type { Layout } from './columns/layout.ts'
import type { Answers, Question, ReadOptions } from './file-reading.ts'
import { isZone, zonesOf } from './moments/zones.ts'
import type { Profile } from './profile.ts'

export type Place = { readonly country?: string; readonly zone?: string; readonly questions: readonly Question[] }

/** Country and zone of the file's numbers and times: given, answered, or the only ones possible; asked where they matter. */
export function provePlace(layout: Layout, profile: Profile, options: ReadOptions, answers: Answers): Place {
  const questions: Question[] = []
  const country = (options.country ?? answers['country'])?.toUpperCase()
  const zone = options.zone ?? answers['zone'] ?? onlyZone(country)
  if (zone !== undefined && !isZone(zone))
    throw new Failure('invalid', 'The zone is none of the IANA time zones.', { zone })
  if (country !== undefined && !/^[A-Z]{2}$/.test(country))
    throw new Failure('invalid', 'The country is not a code of two letters.')
  const bySite = layout.columns.single.has('site') && options.sites !== undefined
  if (country === undefined && profile.nationalPhones > 0 && !bySite) {
    const evidence = `${profile.nationalPhones} of ${profile.phones} phone numbers are written without a country.`
    questions.push({ about: 'country', options: countryOptions(zone), evidence })
  }
  const { start, time } = profile.moments
  const wall = start.wall > 0 ? start.wall : time.wall
  if (zone === undefined && wall > 0 && !bySite && !layout.columns.single.has('zone')) {
    const evidence = `${wall} times of day are written without a zone.`
    questions.push({ about: 'zone', options: zonesOf(country), evidence })
  }
  return { questions, ...(country === undefined ? {} : { country }), ...(zone === undefined ? {} : { zone }) }
}

function onlyZone(country: string | undefined): string | undefined {
  const zones = zonesOf(country)
  return zones.length === 1 ? zones[0] : undefined
}

/** Countries that have the zone; any code of two letters is a good answer too. */
function countryOptions(zone: string | undefined): string[] {
  if (zone === undefined) return []
  return COUNTRIES.filter((country) => zonesOf(country).includes(zone))
}

const COUNTRIES =
  'AE AR AU BD BE BO BR CA CH CL CN CO CR DE DO EC EG ES FR GB GR GT HK HN ID IE IL IN IR IT JO JP KE KR KW LB LK MA MX MY NG NL NZ OM PA PE PH PK PL PT PY QA RO RU SA SE SG SV TH TN TR TW UA US UY VE VN ZA'.split(
    ' ',
  )
