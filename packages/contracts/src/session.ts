import { z } from 'zod'
import { LanguageTag, Named, Uuid } from './primitives.ts'

/** What a staff member or an API key may do; a route names the one it needs. */
export const PERMISSIONS = [
  'book.read', 'book.change', 'import.write', 'conversation.read', 'conversation.write', 'patient.read', 'patient.write',
  'changes.read', 'changes.write', 'catalogue.read', 'catalogue.write', 'sending.pause', 'inbound.read', 'understand',
  'keys.manage', 'demo.clock',
] as const // prettier-ignore
export const Permission = z.enum(PERMISSIONS)
export type Permission = z.infer<typeof Permission>

export const MODES = ['demo', 'trial', 'live'] as const

export const StaffRole = z.enum(['reception', 'nurse', 'manager', 'administrator'])

/** `staff` is absent when an API key asks. */
export const Session = z
  .object({
    organization: Named,
    staff: z.object({ id: Uuid, name: z.string(), role: StaffRole, language: LanguageTag }).optional(),
    permissions: z.array(Permission),
    mode: z.enum(MODES),
  })
  .meta({ id: 'Session' })
export type Session = z.infer<typeof Session>

export const DemoStaff = z.object({
  id: Uuid,
  name: z.string(),
  role: StaffRole,
  site: z.string().optional(),
  language: LanguageTag,
})
export type DemoStaff = z.infer<typeof DemoStaff>
export const DemoStaffList = z.object({ organization: z.string(), items: z.array(DemoStaff) })
export type DemoStaffList = z.infer<typeof DemoStaffList>

export const DemoSignInRequest = z.object({ staffId: Uuid })
