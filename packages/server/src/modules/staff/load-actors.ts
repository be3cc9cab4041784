import { sql } from 'kysely'
import type { Db } from '../../db/db.ts'

/** Who did something, in words for a screen. Patients are shown by what they did it to, never by an id of theirs. */
export type ShownActor = { readonly kind: 'patient' | 'staff' | 'source' | 'system'; readonly name?: string }

/** The actors of the audit log (`staff:<id>`, `key:<id>`, `patient:<id>`, `import:<id>`, `source`, `system:<part>`), read with one query. */
export async function loadActors(
  trx: Db,
  organizationId: string,
  actors: readonly string[],
): Promise<(actor: string) => ShownActor> {
  const ids = (kind: string) =>
    actors.flatMap((actor) => (actor.startsWith(`${kind}:`) ? [actor.slice(kind.length + 1)] : []))
  const staff = ids('staff')
  const keys = ids('key')
  const names = new Map<string, string>()
  if (staff.length + keys.length > 0) {
    const { rows } = await sql<{ actor: string; name: string }>`
      select 'staff:' || id as actor, name from staff where organization_id = ${organizationId} and id::text = any (${staff}::text[])
      union all
      select 'key:' || id, name from api_key where organization_id = ${organizationId} and id::text = any (${keys}::text[])`.execute(
      trx,
    )
    for (const { actor, name } of rows) names.set(actor, name)
  }
  return (actor) => {
    const name = names.get(actor)
    return { kind: kindOf(actor), ...(name === undefined ? {} : { name }) }
  }
}

function kindOf(actor: string): ShownActor['kind'] {
  const [kind] = actor.split(':')
  if (kind === 'patient' || kind === 'staff') return kind
  return kind === 'source' || kind === 'import' ? 'source' : 'system'
}
