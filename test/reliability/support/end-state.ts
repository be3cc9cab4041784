import type { Owner } from './owner.ts'

/**
 * The end state of a clinic, table by table, as lines that can be compared: what staff and patients would see, without
 * what may differ between two tellings of the same story (ids made on the way, the machine's time, the words of answers).
 * docs/operations/reliability.md says what is compared and why the rest is not.
 */
const TABLES: Readonly<Record<string, string>> = {
  attempts: `
    select a.id as key, a.outcome, a.wamid, a.sent_at, a.delivered_at, a.read_at, a.played_at, a.failed_at, a.failure_codes
      from send_attempt a where a.kind = 'initiated'`,
  touches: `
    select concat_ws('/', m.journey, m.step, m.appointment_id, m.appointment_version) as key, case when m.state in ('skipped', 'withdrawn') then 'does not go out' else m.state end as state,
           case when m.state not in ('skipped', 'withdrawn') then m.reason end as reason
      from outbound_message m where m.kind = 'initiated'`,
  appointments: `
    select a.external_id as key, a.version, a.status, a.confirmation, a.start_local, a.cancelled_by, a.cancel_reason, a.pending
      from appointment a`,
  contacts: `
    select c.value as key, c.opted_out_at is not null as opted_out, c.unreachable_at, c.unreachable_code, c.user_id from contact_point c`,
  consents: `
    select c.value || ' ' || p.patient_id as key, array(select unnest(p.granted) order by 1) as granted,
           array(select unnest(p.withdrawn) order by 1) as withdrawn
      from patient_contact p join contact_point c on c.organization_id = p.organization_id and c.id = p.contact_point_id`,
  conversations: `
    select c.value as key, v.last_inbound_at,
           case when v.queue <> 'undelivered' then array[v.owner, v.queue, (v.waiting_since is not null)::text] end as hands
      from conversation v join contact_point c on c.organization_id = v.organization_id and c.id = v.contact_point_id where v.last_inbound_at is not null`,
  inbound: `
    select i.wamid as key, c.value as from_contact, i.type, i.meaning, i.about_message_id, i.sent_at
      from inbound_message i join contact_point c on c.organization_id = i.organization_id and c.id = i.contact_point_id`,
  answered: `
    select c.value as key, count(m.id)::int as answers from inbound_message i
      join contact_point c on c.organization_id = i.organization_id and c.id = i.contact_point_id
      left join outbound_message m on m.organization_id = i.organization_id and m.in_reply_to = i.id group by c.value`,
}

export type EndState = Readonly<Record<string, ReadonlyMap<string, string>>>

export async function endStateOf(owner: Owner): Promise<EndState> {
  const state: Record<string, Map<string, string>> = {}
  for (const [table, text] of Object.entries(TABLES)) {
    const rows = await owner.rows<{ key: string }>(text)
    state[table] = new Map(rows.map(({ key, ...rest }) => [key, JSON.stringify(rest)]))
    if (state[table].size !== rows.length) throw new Error(`the keys of ${table} are not unique`)
  }
  return state
}

/** What differs, one line each, with what that person had said: enough to see which order of words made the difference. */
export const differencesOf = (one: EndState, other: EndState): string[] =>
  Object.keys(TABLES).flatMap((table) => {
    const [left, right] = [one[table] ?? NOTHING, other[table] ?? NOTHING]
    return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) =>
      left.get(key) === right.get(key)
        ? []
        : [`${table} ${key}: ${left.get(key)} / ${right.get(key)} (${saidBy(one, key)})`],
    )
  })

const NOTHING: ReadonlyMap<string, string> = new Map()

const saidBy = ({ inbound = NOTHING }: EndState, contact: string): string =>
  [...inbound.values()]
    .flatMap((line) => (line.includes(`"${contact}"`) ? [/"meaning":"([^"]*)"/.exec(line)?.[1]] : []))
    .join(', ')
