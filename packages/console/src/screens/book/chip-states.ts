/** The states in the order in which a receptionist cares: what needs doing first. The same set as contracts/appointments. */
export const CHIP_STATE_NAMES = [
  'wants-to-move', 'not-reachable', 'not-sent', 'held', 'no-show', 'planned', 'sent', 'delivered', 'read', 'confirmed',
  'arrived', 'cancelled', 'none',
] as const // prettier-ignore
export type ChipStateName = (typeof CHIP_STATE_NAMES)[number]
