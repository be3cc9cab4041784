import { readAccountAlert, readAccountReview, readAccountUpdate } from './account-events.ts'
import { readInboundMessage } from './inbound-message.ts'
import { readContactSync, readEcho, readHistoryChunk, readHistoryMessage } from './app-sync-events.ts'
import { readCall, readFlow, readGroup, readPartnerSolution, readPaymentConfiguration } from './other-events.ts'
import { readPreference, readUserIdUpdate } from './person-events.ts'
import type { PartBody, ValueErrorPart } from './parts.ts'
import { readCapability, readPhoneName, readPhoneQuality, readSecurity, readUsername } from './phone-events.ts'
import type { Reader } from './reader.ts'
import { readStatus } from './status-event.ts'
import {
  readTemplateCategory,
  readTemplateComponents,
  readTemplateQuality,
  readTemplateStatus,
} from './template-events.ts'
import { wireError } from './wire-error.ts'

export type AnyReader = Reader<PartBody>

const readValueError: Reader<ValueErrorPart> = (item) => ({ kind: 'error', error: wireError(item) })
const groups = { groups: readGroup, errors: readValueError }

/**
 * Fields whose value holds lists of items. The field decides together with the list: `messages` below `history` are
 * old ones, and answering them would write to hundreds of people.
 */
export const LIST_READERS: ReadonlyMap<string, Readonly<Record<string, AnyReader>>> = new Map(
  Object.entries<Record<string, AnyReader>>({
    messages: { messages: readInboundMessage, statuses: readStatus, errors: readValueError },
    calls: { calls: readCall, statuses: readCall, errors: readValueError },
    user_preferences: { user_preferences: readPreference, errors: readValueError },
    user_id_update: { user_id_update: readUserIdUpdate, errors: readValueError },
    history: { history: readHistoryChunk, messages: readHistoryMessage, errors: readValueError },
    smb_app_state_sync: { state_sync: readContactSync, errors: readValueError },
    smb_message_echoes: { message_echoes: readEcho, errors: readValueError },
    group_lifecycle_update: groups,
    group_participants_update: groups,
    group_settings_update: groups,
    group_status_update: groups,
  }),
)

/** Fields whose value is one event. */
export const VALUE_READERS: ReadonlyMap<string, AnyReader> = new Map(
  Object.entries<AnyReader>({
    message_template_status_update: readTemplateStatus,
    message_template_quality_update: readTemplateQuality,
    message_template_components_update: readTemplateComponents,
    template_category_update: readTemplateCategory,
    phone_number_quality_update: readPhoneQuality,
    phone_number_name_update: readPhoneName,
    business_capability_update: readCapability,
    business_username_updates: readUsername,
    security: readSecurity,
    account_update: readAccountUpdate,
    account_alerts: readAccountAlert,
    account_review_update: readAccountReview,
    flows: readFlow,
    payment_configuration_update: readPaymentConfiguration,
    partner_solutions: readPartnerSolution,
  }),
)
