import { sql } from 'kysely'
import type { Instant } from '@recado/domain/shared/instant'
import type { WebhookPart } from '../../channels/whatsapp/parts.ts'
import { gateStateOf } from './template-rows.ts'
import type { Db } from '../../db/db.ts'

/** Keeps what the account told us true: template states, limits, stops. Parts of other kinds are kept, and change nothing. */
export async function applyAccountEvents(
  trx: Db,
  organizationId: string,
  now: Instant,
  parts: readonly WebhookPart[],
): Promise<void> {
  for (const part of parts) {
    if (part.kind === 'template-status') await storeTemplateState(trx, organizationId, now, part)
    if (part.kind === 'template-category') await storeCategory(trx, organizationId, now, part)
    if (part.kind === 'capability' || part.kind === 'phone-quality') await storeLimit(trx, organizationId, part)
  }
}

type PartOf<K extends WebhookPart['kind']> = Extract<WebhookPart, { kind: K }>

async function storeTemplateState(
  trx: Db,
  organizationId: string,
  now: Instant,
  part: PartOf<'template-status'>,
): Promise<void> {
  const state = gateStateOf(part.event)
  if (state === undefined) return
  const at = part.at ?? now
  // The verdict can come before we have noted that we asked for it.
  await sql`
    insert into template (organization_id, waba_id, name, language, category, state, reason, updated_at)
    values (${organizationId}, ${part.wabaId ?? ''}, ${part.template.name}, ${ourLanguage(part.template.language)},
            ${part.category ?? 'UTILITY'}, ${state}, ${part.reason ?? null}, to_timestamp(${at}::float8 / 1000))
    on conflict (organization_id, waba_id, name, language) do update
       set state = excluded.state, reason = excluded.reason, category = coalesce(${part.category ?? null}, template.category),
           updated_at = excluded.updated_at
     where template.updated_at <= excluded.updated_at`.execute(trx)
}

/** Meta writes `pt_BR`; our languages are BCP 47. */
const ourLanguage = (metas: string): string => metas.replaceAll('_', '-')

async function storeCategory(
  trx: Db,
  organizationId: string,
  now: Instant,
  part: PartOf<'template-category'>,
): Promise<void> {
  if ('correct' in part && part.correct !== undefined) return // announced, not yet so
  await sql`
    update template t set category = ${part.category}, updated_at = to_timestamp(${part.at ?? now}::float8 / 1000)
     where t.organization_id = ${organizationId} and t.waba_id = ${part.wabaId ?? ''} and t.name = ${part.template.name}
       and t.language = ${ourLanguage(part.template.language)}`.execute(trx)
}

async function storeLimit(
  trx: Db,
  organizationId: string,
  part: PartOf<'capability'> | PartOf<'phone-quality'>,
): Promise<void> {
  if (part.limit === undefined) return
  await sql`
    update sender s set portfolio_limit = ${part.limit === 'unlimited' ? null : part.limit}
     where s.organization_id = ${organizationId} and s.waba_id = ${part.wabaId ?? ''}`.execute(trx)
}
