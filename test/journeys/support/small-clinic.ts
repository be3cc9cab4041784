import { sql } from 'kysely'
import { insertMany } from '../../../packages/server/src/db/bulk.ts'
import type { Db } from '../../../packages/server/src/db/db.ts'
import { newId } from '../../../packages/server/src/platform/ids.ts'
import { inOrganization } from '../../../packages/server/src/platform/postgres/tenancy.ts'

const SITES = [
  { key: 'são paulo', name: 'São Paulo', zone: 'America/Sao_Paulo', country: 'BR' },
  { key: 'madrid', name: 'Madrid', zone: 'Europe/Madrid', country: 'ES' },
  { key: 'kolkata', name: 'Kolkata', zone: 'Asia/Kolkata', country: 'IN' },
]
const WEEK = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 8 * 60, toMinute: 18 * 60 }))
const hoursIn = (zone: string) => ({ zone, weekly: WEEK, breaks: [], exceptions: [] })

/** Three sites and one practitioner with accepted hours, nobody in the book: a story brings its own visits. */
export async function smallClinic(db: Db, { id }: { readonly id: string }): Promise<boolean> {
  await inOrganization(db, id, async (trx) => {
    const sites = SITES.map((site) => ({ id: newId(), ...site, hours: hoursIn(site.zone), sending_enabled: true }))
    await insertMany(
      trx,
      id,
      'site',
      {
        id: 'uuid',
        key: 'text',
        name: 'text',
        zone: 'text',
        country: 'text',
        hours: 'jsonb',
        sending_enabled: 'boolean',
      },
      sites,
    )
    await insertMany(trx, id, 'staff', { id: 'uuid', name: 'text', role: 'text', language: 'text' }, [
      { id: newId(), name: 'Ann Reyes', role: 'administrator', language: 'en' },
    ])
    await sql`
      insert into practitioner (organization_id, id, key, name, sending_enabled, hours, hours_state)
      values (${id}, ${newId()}, 'dra. helena prado', 'Dra. Helena Prado', true, ${JSON.stringify(hoursIn('America/Sao_Paulo'))}::jsonb, 'accepted')`.execute(
      trx,
    )
  })
  return false
}
