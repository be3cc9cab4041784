import type { Instant } from '@recado/domain/shared/instant'

/**
 * An Instant as a query parameter. It is a Date for the driver (a bare number is refused by the server, loudly), and fits where
 * Kysely wants what the column reads as (an Instant) as well as where it wants what the column is written as (a Date).
 */
export type InstantParameter = Instant & Date

export const at = (instant: Instant): InstantParameter => new Date(instant) as unknown as InstantParameter

/** As `at`, for a column that may be empty. */
export const atOrNull = (instant: Instant | null | undefined): InstantParameter | null =>
  instant === null || instant === undefined ? null : at(instant)
