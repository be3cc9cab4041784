import { SECOND } from '@recado/domain/shared/instant'

/** Longer than any call may take (10 s): an attempt that is still open after it has lost its process. Machine time. */
export const ATTEMPT_LEASE_MS = 30 * SECOND
