import { sql } from 'kysely'
import type { TemplateNow } from '@recado/domain/policy/gate-types'
import { instant, shift, type Instant } from '@recado/domain/shared/instant'
import { templateDefinitions } from '@recado/texts/templates/template-text'
import { templateStatus, type TemplateStatus } from '../../channels/whatsapp/template-state.ts'
import { createMissing } from '../../channels/whatsapp/template-sync.ts'
import type { WhatsAppClient } from '../../channels/whatsapp/client.ts'
import { insertMany } from '../../db/bulk.ts'
import type { Db } from '../../db/db.ts'
import { inOrganization } from '../../platform/postgres/tenancy.ts'

type GateState = TemplateNow['status']

/** Meta's word for a template as the gate judges it. What is neither approved nor judged yet is waited for. */
const GATE_STATE: Readonly<Record<TemplateStatus, GateState>> = {
  PENDING: 'pending', APPROVED: 'approved', REJECTED: 'rejected', PAUSED: 'paused', DISABLED: 'disabled', IN_APPEAL: 'in-appeal',
  PENDING_DELETION: 'missing', DELETED: 'missing', LIMIT_EXCEEDED: 'pending', ARCHIVED: 'missing', UNKNOWN: 'pending',
} as const // prettier-ignore

/** Words that change nothing: a flagged or locked template is still what it was. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set(['FLAGGED', 'LOCKED', 'UNLOCKED'])

export const gateStateOf = (word: string): GateState | undefined =>
  WITHOUT_EFFECT.has(word.toUpperCase()) ? undefined : GATE_STATE[templateStatus(word)]

/**
 * Notes our templates as waiting for their verdict, before anything is sent: a message that needs one which nobody has
 * submitted yet waits for it and is not denied.
 */
export async function noteTemplates(db: Db, organizationId: string, wabaId: string): Promise<void> {
  const rows = templateDefinitions().map(({ name, language, category }) => ({
    waba_id: wabaId,
    name,
    language,
    category,
    updated_at: instant(0),
  }))
  const columns = { waba_id: 'text', name: 'text', language: 'text', category: 'text', updated_at: 'instant' } as const
  await inOrganization(db, organizationId, (trx) =>
    insertMany(trx, organizationId, 'template', columns, rows, sql`on conflict do nothing`),
  )
}

/**
 * Submits our templates that the account lacks, and notes the state of all of them. Safe to repeat at each start: what
 * Meta has is left alone; webhooks keep the states true from then on.
 */
export async function submitTemplates(
  db: Db,
  organizationId: string,
  wabaId: string,
  client: WhatsAppClient,
  now: Instant,
  stopped?: AbortSignal,
): Promise<number> {
  const { created, present, different } = await createMissing(client, templateDefinitions(), stopped)
  const rows = [
    ...created.map(({ definition, id, status, category }) => row(definition, id, status, category)),
    ...[...present, ...different].map(({ definition, remote }) =>
      row(definition, remote.id, remote.status, remote.category ?? definition.category),
    ),
  ].map((one) => ({ ...one, waba_id: wabaId, updated_at: shift(now, -ASKED_BEFORE_MS) }))
  const columns = {
    waba_id: 'text',
    name: 'text',
    language: 'text',
    category: 'text',
    state: 'text',
    meta_id: 'text',
    updated_at: 'instant',
  } as const
  await inOrganization(db, organizationId, (trx) =>
    insertMany(
      trx, organizationId, 'template', columns, rows,
      sql`on conflict (organization_id, waba_id, name, language) do update
            set state = excluded.state, category = excluded.category, meta_id = excluded.meta_id, updated_at = excluded.updated_at
          where template.updated_at < excluded.updated_at`,
    ),
  ) // prettier-ignore
  return created.length
}

/** Events carry whole seconds: what Meta says after we asked must never look older than our asking. */
const ASKED_BEFORE_MS = 2_000

const row = (definition: { name: string; language: string }, id: string, status: string, category: string) => ({
  name: definition.name,
  language: definition.language,
  category,
  state: gateStateOf(status) ?? 'pending',
  meta_id: id,
})
