import { invalid } from './limits.ts'
import type { MediaSource, Place } from './outgoing.ts'

export const mediaJson = (source: MediaSource): { id: string } | { link: string } =>
  'mediaId' in source ? { id: source.mediaId } : { link: source.link }

/** @throws Failure `invalid` for a place that is not on Earth. */
export function placeJson(place: Place): Place {
  const { latitude, longitude } = place
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) throw invalid('the place has no valid coordinates')
  return place
}
