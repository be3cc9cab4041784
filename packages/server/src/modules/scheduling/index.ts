export { claimSlot, holdSlots, releaseClaims } from './claims.ts'
export { loadFreeSlots } from './load-slots.ts'
