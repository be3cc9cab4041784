import { createHash } from 'node:crypto'
import type { Owner } from './owner.ts'

/** What a source's book comes to, without the ids and moments that differ from one import to the next. */
export type BookContent = { readonly visits: number; readonly touches: number; readonly hash: string }

export async function bookContent(owner: Owner, source: string): Promise<BookContent> {
  const visits = await owner.rows<object>(
    `select split_part(a.external_id, '-', 2) as id, a.version, a.status, a.confirmation, a.start_local, a.date, a.zone, a.start_at, a.duration_min, a.pending,
            p.given, p.family, p.name, p.language, r.name as practitioner, v.name as service, t.name as site, c.value as phone,
            array(select unnest(k.granted) order by 1) as granted, array(select unnest(k.withdrawn) order by 1) as withdrawn
       from appointment a join source s on s.id = a.source_id join patient p on p.id = a.patient_id join site t on t.id = a.site_id
       left join practitioner r on r.id = a.practitioner_id left join service v on v.id = a.service_id
       left join contact_point c on c.id = a.contact_point_id
       left join patient_contact k on k.patient_id = p.id and k.contact_point_id = c.id
      where s.name = $1 order by a.external_id collate "C"`,
    [source],
  )
  const touches = await owner.rows<object>(
    `select split_part(a.external_id, '-', 2) as id, m.journey, m.step, m.appointment_version, m.state, m.lane, m.purpose,
            case when m.state = 'planned' then m.due_at end as due_at, case when m.state = 'planned' then m.expires_at end as expires_at
       from outbound_message m join appointment a on a.id = m.appointment_id join source s on s.id = a.source_id
      where s.name = $1 and m.journey is not null order by a.external_id collate "C", m.step`,
    [source],
  )
  const hash = createHash('sha256')
    .update(JSON.stringify([visits, touches]))
    .digest('hex')
  return { visits: visits.length, touches: touches.length, hash }
}
