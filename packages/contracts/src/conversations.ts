import { PREFERENCES } from '@recado/domain/conversation/action'
import { z } from 'zod'
import { AppointmentStatus, Chip } from './appointments.ts'
import { DeliveryStatus } from './timeline.ts'
import {
  InstantText,
  LanguageTag,
  LocalDate,
  LocalDateTime,
  Named,
  PageQuery,
  PatientLabel,
  ReasonCode,
  Uuid,
} from './primitives.ts'

/** Most urgent first; `mine` is a view on the others, `snoozed` sleeps until its time. */
export const QUEUES = [
  'emergency',
  'unanswered',
  'identity',
  'clinician',
  'scheduling',
  'undelivered',
  'waiting',
  'snoozed',
  'mine',
] as const
export const Queue = z.enum(QUEUES)
export type Queue = z.infer<typeof Queue>

export const ConversationsQuery = PageQuery.extend({ queue: Queue.optional() })

export const Owner = z.object({
  kind: z.enum(['bot', 'queue', 'person']),
  staffId: Uuid.optional(),
  name: z.string().optional(),
})

/** `windowClosesAt`: until then free text may be sent (24 h after the person's last message); absent when it is closed. */
export const Conversation = z
  .object({
    id: Uuid,
    queue: Queue.optional(),
    owner: Owner,
    reason: ReasonCode.optional(),
    contact: z.object({ phone: z.string().optional(), userId: z.string().optional() }),
    patients: z.array(PatientLabel),
    language: LanguageTag.optional(),
    lastInboundAt: InstantText.optional(),
    windowClosesAt: InstantText.optional(),
    waitingSince: InstantText.optional(),
    /** The first words of the person's last message. */
    preview: z.string().optional(),
    /** Another time that a person has to find: for which visit, and what the patient said about when. */
    wish: z
      .object({
        appointmentId: Uuid,
        date: LocalDate,
        startLocal: LocalDateTime.optional(),
        practitioner: z.string().optional(),
        preference: z.enum(PREFERENCES).optional(),
        words: z.string().optional(),
      })
      .optional(),
    state: z.enum(['open', 'resolved']),
  })
  .meta({ id: 'Conversation' })
export type Conversation = z.infer<typeof Conversation>

/** `kind` is WhatsApp's type; what we cannot draw keeps its kind and shows as such. */
export const Message = z
  .object({
    id: Uuid,
    at: InstantText,
    direction: z.enum(['in', 'out']),
    kind: z.string(),
    text: z.string().optional(),
    buttons: z.array(z.string()).optional(),
    author: z.object({ kind: z.enum(['patient', 'bot', 'staff', 'journey']), name: z.string().optional() }),
    state: z.enum(['received', 'planned', 'held', 'sent', 'delivered', 'read', 'failed', 'unknown', 'not-sent']),
    reason: ReasonCode.optional(),
    statuses: z.array(DeliveryStatus).optional(),
    appointmentId: Uuid.optional(),
    wamid: z.string().optional(),
  })
  .meta({ id: 'Message' })
export type Message = z.infer<typeof Message>

export const ConversationDetail = Conversation.extend({
  /** Oldest first, the newest 200. */
  messages: z.array(Message),
  appointments: z.array(
    z.object({
      id: Uuid,
      patient: PatientLabel,
      date: LocalDate,
      startLocal: LocalDateTime.optional(),
      practitioner: z.string().optional(),
      service: z.string().optional(),
      site: Named,
      status: AppointmentStatus,
      chip: Chip,
    }),
  ),
}).meta({ id: 'ConversationDetail' })
export type ConversationDetail = z.infer<typeof ConversationDetail>

export const SendMessageRequest = z.object({ text: z.string().trim().min(1).max(4096) })
export const RESOLVE_OUTCOMES = ['answered', 'booked', 'called', 'no-action', 'duplicate'] as const
export const ResolveRequest = z.object({
  outcome: z.enum(RESOLVE_OUTCOMES).default('answered'),
})
