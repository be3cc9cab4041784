import { sql } from 'kysely'
import type { Language } from '@recado/domain/shared/language'
import type { Db } from '../../db/db.ts'
import type { Actor } from './actor.ts'

/** For whom a screen is made: names are sorted in this language. */
export type Reader = { readonly language: Language; readonly organization: string }

export async function readerOf(trx: Db, actor: Actor): Promise<Reader> {
  const { rows } = await sql<Reader>`
    select coalesce(s.language, o.language) as language, o.name as organization
      from organization o
      left join staff s on s.organization_id = o.id and ${actor.kind} = 'staff' and s.id = ${actor.id}
     where o.id = ${actor.organizationId}`.execute(trx)
  const [row] = rows
  if (!row) throw new Error('an actor without its organization')
  return row
}

/** A copy in the order of names that readers of this language expect; a number in a name counts as a number. */
export function sortedByName<Item extends { readonly name: string }>(
  items: readonly Item[],
  language: Language,
): Item[] {
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' })
  return items.toSorted((a, b) => collator.compare(a.name, b.name))
}
