export { claimSlot, holdSlots, releaseClaims } from './claims.ts'
export { loadFreeSlots } from './load-slots.ts'
export { hoursAt, type StoredHours } from './stored-hours.ts'
