import { PURPOSES } from '@recado/domain/shared/appointment'
import { z } from 'zod'
import { InstantInput, InstantText, LanguageTag, LocalDate, PageQuery, Uuid } from './primitives.ts'

export const PatientsQuery = PageQuery.extend({ search: z.string().max(200).optional() })

export const Patient = z
  .object({
    id: Uuid,
    name: z.string(),
    given: z.string().optional(),
    family: z.string().optional(),
    birthDate: LocalDate.optional(),
    language: LanguageTag.optional(),
    phones: z.array(z.string()),
    externalIds: z.array(z.object({ source: z.string(), externalId: z.string() })),
  })
  .meta({ id: 'Patient' })
export type Patient = z.infer<typeof Patient>

export const CreatePatientRequest = z
  .object({
    name: z.string().trim().max(400).optional(),
    given: z.string().trim().max(200).optional(),
    family: z.string().trim().max(200).optional(),
    birthDate: LocalDate.optional(),
    language: LanguageTag.optional(),
    phone: z.string().max(60).optional(),
    country: z.string().length(2).optional(),
    source: z.string().max(100).optional(),
    externalId: z.string().max(200).optional(),
  })
  .refine((patient) => Boolean(patient.name ?? patient.given ?? patient.family), { message: 'a name is needed' })

export const Purpose = z.enum(PURPOSES)
/** How well the consent can be proven: asserted by a file, said to staff, written by the person, signed. */
export const EVIDENCE_GRADES = ['asserted', 'verbal', 'written', 'signed'] as const

export const ConsentEvent = z
  .object({
    id: Uuid,
    kind: z.enum(['grant', 'withdraw']),
    purposes: z.array(Purpose),
    at: InstantText,
    source: z.string(),
    evidence: z.enum(EVIDENCE_GRADES),
    by: z.string().optional(),
  })
  .meta({ id: 'ConsentEvent' })
export type ConsentEvent = z.infer<typeof ConsentEvent>

/** A phone that several patients share, and whether one message may speak of all of them. */
export const Household = z
  .object({
    contactId: Uuid,
    phone: z.string(),
    others: z.array(z.object({ id: Uuid, name: z.string() })),
    sharesTexts: z.boolean(),
  })
  .meta({ id: 'Household' })
export type Household = z.infer<typeof Household>

export const HouseholdParams = z.object({ id: Uuid, contactId: Uuid })
export const PutHouseholdRequest = z.object({ sharesTexts: z.boolean() })

export const CreateConsentRequest = z.object({
  kind: z.enum(['grant', 'withdraw']).default('grant'),
  purposes: z.array(Purpose).min(1),
  at: InstantInput.optional(),
  source: z.string().min(1).max(100).default('api'),
  evidence: z.enum(EVIDENCE_GRADES).default('asserted'),
})
