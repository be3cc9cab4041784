import { sql, type Kysely } from 'kysely'

// Frozen in time: a migration imports nothing of ours. Expand only; columns leave two releases later.
// Tables are in four groups: installation, the clinic and its people, messages, and the record of what happened.
// Tables that an import fills have no foreign keys: row-level security lets in no other organization than the session's,
// the rows that they name are written in the same transaction, and looking each of them up again (and locking it) would
// make a hospital's import a fifth slower.

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const group of [installation, clinic, patients, appointments, messages, receiving, record, consentRules])
    await sql.raw(group).execute(db)
  for (const table of tenantTables) await sql.raw(tenancy(table)).execute(db)
}

/** What belongs to the whole installation or must be found before the organization is known. No patient data, no row-level security. */
const installation = `
create extension if not exists btree_gist;

create table installation (
  only_row         boolean primary key default true check (only_row),
  mode             text not null check (mode in ('demo', 'live', 'trial')),
  clock_offset_ms  bigint not null default 0,      -- business time = clock_timestamp() + offset; moved in demo alone
  clock_frozen_at  timestamptz,                    -- set while the demo clock steps through what is due
  clock_frozen_until timestamptz,                  -- machine time; whoever steps keeps it ahead, else time runs on by itself
  created_at       timestamptz not null default now()
);

create function business_now() returns timestamptz language sql volatile as $$
  select coalesce(i.clock_frozen_at + greatest(clock_timestamp() - i.clock_frozen_until, interval '0'),
                  clock_timestamp() + make_interval(secs => i.clock_offset_ms / 1000.0)) from installation i
$$;

create table organization (
  id            uuid primary key,
  name          text not null,
  country       text not null,
  language      text not null,
  settings      jsonb not null default '{}',
  paused_at     timestamptz,
  paused_by     text,
  pause_reason  text,
  created_at    timestamptz not null default now(),
  check ((paused_at is null) = (paused_by is null))
);

create table channel (
  id               uuid primary key,               -- the last part of the webhook's address
  organization_id  uuid not null references organization,
  phone_number_id  text not null unique,
  waba_id          text not null,
  first_account    boolean not null default false
);
create unique index channel_first_account on channel (first_account) where first_account;

create table api_key (
  token_hash       text primary key,               -- SHA-256 of the key: the key itself is shown once
  organization_id  uuid not null references organization,
  id               uuid not null unique,
  name             text not null,
  created_at       timestamptz not null default now(),
  expires_at       timestamptz,
  revoked_at       timestamptz
);

create table staff_session (
  token_hash       text primary key,
  organization_id  uuid not null references organization,
  staff_id         uuid not null,
  expires_at       timestamptz not null
);
`

const clinic = `
create table content_key (
  organization_id  uuid not null references organization,
  id               smallint not null,
  wrapped          bytea not null,                 -- data key, sealed with the master key (AES-256-GCM)
  created_at       timestamptz not null default now(),
  primary key (organization_id, id)
);

create table staff (
  organization_id  uuid not null references organization,
  id               uuid not null,
  name             text not null,
  role             text not null check (role in ('reception', 'nurse', 'manager', 'administrator')),
  language         text not null,
  primary key (organization_id, id)
);

create table site (
  organization_id  uuid not null references organization,
  id               uuid not null,
  key              text collate "C" not null,      -- folded name: what an import matches
  name             text not null,
  zone             text not null,
  country          text not null,
  address          text,
  phone            text,
  hours            jsonb,
  holidays         jsonb not null default '[]',
  sending_enabled  boolean not null default false,
  primary key (organization_id, id),
  unique (organization_id, key)
);

create table practitioner (
  organization_id  uuid not null references organization,
  id               uuid not null,
  key              text collate "C" not null,
  name             text not null,
  sending_enabled  boolean not null default false,
  hours            jsonb,
  hours_state      text not null default 'unknown' check (hours_state in ('unknown', 'proposed', 'accepted')),
  primary key (organization_id, id),
  unique (organization_id, key)
);

create table service (
  organization_id  uuid not null references organization,
  id               uuid not null,
  key              text collate "C" not null,
  name             text not null,
  duration_min     integer,
  sending_enabled  boolean not null default false,
  primary key (organization_id, id),
  unique (organization_id, key)
);

create table sender (
  organization_id   uuid not null references organization,
  id                uuid not null,
  channel_id        uuid not null references channel,
  phone_number_id   text not null,
  waba_id           text not null,
  display_phone     text not null,
  throughput_mps    integer not null default 80 check (throughput_mps > 0),
  portfolio_limit   integer default 250,           -- people outside windows per 24 h; null: unlimited
  paused_at         timestamptz,
  pause_reason      text,
  lease_owner       text,
  lease_token       bigint not null default 0,     -- fencing: grows with each new owner
  lease_until       timestamptz,                   -- machine time
  primary key (organization_id, id),
  unique (organization_id, phone_number_id)
);

create table template (
  organization_id  uuid not null references organization,
  waba_id          text not null,
  name             text not null,
  language         text not null,
  category         text not null,
  state            text not null default 'pending',
  meta_id          text,
  quality          text,
  reason           text,
  updated_at       timestamptz not null,
  primary key (organization_id, waba_id, name, language)
);
`

const patients = `
create table patient (
  organization_id  uuid not null,
  id               uuid not null,
  given            text,
  family           text,
  name             text not null,
  birth_date       date,
  language         text,
  created_at       timestamptz not null,
  primary key (organization_id, id)
);

create table contact_point (
  organization_id   uuid not null,
  id                uuid not null,
  kind              text not null check (kind in ('phone', 'whatsapp-user')),
  value             text collate "C" not null,     -- E.164, or the business-scoped user id
  match_key         text collate "C" not null,     -- numbers that are one phone share it (BR 9, MX 1, AR 9)
  wa_id             text,                          -- what WhatsApp calls this phone; never rewritten
  user_id           text collate "C",              -- business-scoped user id, once WhatsApp has told it
  share_texts       boolean not null default false, -- the household allows one text about two patients
  opted_out_at      timestamptz,
  unreachable_at    timestamptz,
  unreachable_code  integer,
  created_at        timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, match_key, kind)
);
create index contact_point_user on contact_point (organization_id, user_id) where user_id is not null;

create table patient_contact (
  organization_id   uuid not null,
  patient_id        uuid not null,
  contact_point_id  uuid not null,
  rank              smallint not null default 0,
  proof             text not null check (proof in ('source', 'self', 'staff')),
  granted           text[] not null default '{}',  -- kept by fold_consent() from consent_event alone
  withdrawn         text[] not null default '{}',
  primary key (organization_id, patient_id, contact_point_id)
);
create index patient_contact_by_contact on patient_contact (organization_id, contact_point_id);

create table consent_event (
  organization_id   uuid not null,
  id                uuid not null,
  at                timestamptz not null,
  kind              text not null check (kind in ('grant', 'withdraw')),
  patient_id        uuid,                          -- null: everybody reached at this contact point
  contact_point_id  uuid not null,
  purposes          text[] not null check (cardinality(purposes) > 0),
  source            text not null check (source in ('file', 'chat', 'staff', 'api')),
  evidence_grade    text not null,
  evidence          jsonb not null default '{}',   -- ids alone
  actor             text not null,
  primary key (organization_id, id)
);
create index consent_event_by_contact on consent_event (organization_id, contact_point_id, at);
`

const appointments = `
create table source (
  organization_id              uuid not null references organization,
  id                           uuid not null,
  name                         text collate "C" not null,
  country                      text,
  zone                         text,
  site_id                      uuid,
  mapping                      jsonb,
  answers                      jsonb not null default '{}',
  schedule_hours               integer,            -- how often its book is due; null: no declared schedule
  missing_rows                 text not null default 'keep' check (missing_rows in ('keep', 'cancel')),
  assume_fulfilled_after_min   integer,
  enable_new                   boolean not null default false, -- new sites, practitioners, visit types send at once
  journey                      text not null default 'appointment-reminder',
  -- what it moves or cancels is told to patients: also rows that only vanished, only what it says itself, or nothing
  tell_changes                 text not null default 'stated' check (tell_changes in ('all', 'stated', 'none')),
  last_import_at               timestamptz,
  primary key (organization_id, id),
  unique (organization_id, name)
);

create table patient_identifier (
  organization_id  uuid not null,
  source_id        uuid not null,
  value            text collate "C" not null,
  patient_id       uuid not null,
  primary key (organization_id, source_id, value)
);

create table import_run (
  organization_id  uuid not null,
  id               uuid not null,
  source_id        uuid not null,
  sha256           text not null,
  state            text not null check (state in ('dry-run', 'committed', 'refused')),
  result           jsonb not null,
  file             bytea,                          -- sealed; only until the dry run is committed or a day old
  key_id           smallint,
  options          jsonb not null default '{}',
  actor            text not null,
  created_at       timestamptz not null,
  committed_at     timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, source_id) references source
);

create table appointment (
  organization_id   uuid not null,
  id                uuid not null,
  source_id         uuid not null,
  external_id       text collate "C" not null,
  version           integer not null default 1,
  status            text not null,
  confirmation      text not null default 'none',
  start_local       text,                          -- wall time as observed, YYYY-MM-DDTHH:mm; null: only the day is known
  date              text not null,
  zone              text not null,
  start_at          timestamptz,
  duration_min      integer,
  patient_id        uuid not null,
  practitioner_id   uuid,
  service_id        uuid,
  site_id           uuid not null,
  contact_point_id  uuid,
  settled_at        timestamptz not null,          -- when this version was booked or moved
  fulfilled_at      timestamptz,
  cancelled_by      text,
  cancel_reason     text,
  cancelled_at      timestamptz,
  undo_until        timestamptz,                   -- until then the patient may take a cancellation back
  observed          jsonb not null,                -- the last observation of the source (invariant 11)
  observed_hash     text not null,
  observed_at       timestamptz not null,
  missing_since     timestamptz,
  pending           jsonb not null default '[]',   -- overlay: what patients or staff changed and the source does not show yet
  primary key (organization_id, id),
  unique (organization_id, source_id, external_id)
) with (fillfactor = 70);                             -- room for what is asked and answered of it
create index appointment_by_time on appointment (organization_id, start_at);
create index appointment_by_patient on appointment (organization_id, patient_id);
create index appointment_by_practitioner on appointment (organization_id, practitioner_id, start_at);
create index appointment_pending on appointment (organization_id, source_id) where pending <> '[]';

create table slot_claim (
  organization_id   uuid not null references organization,
  id                uuid not null,
  practitioner_id   uuid not null,
  during            tstzrange not null,
  kind              text not null check (kind in ('hold', 'visit')),
  appointment_id    uuid not null,
  contact_point_id  uuid not null,
  expires_at        timestamptz,                   -- business time; a hold that is over is released before a new one is made
  primary key (organization_id, id),
  check ((kind = 'hold') = (expires_at is not null)),
  exclude using gist (organization_id with =, practitioner_id with =, during with &&)
);
create index slot_claim_by_appointment on slot_claim (organization_id, appointment_id);
create index slot_claim_expiring on slot_claim (organization_id, expires_at) where expires_at is not null;
`

const messages = `
create table conversation (
  organization_id   uuid not null,
  id                uuid not null,
  sender_id         uuid not null,
  contact_point_id  uuid not null,
  state             jsonb not null default '{}',
  queue             text,
  reason            text,
  owner             text not null default 'bot' check (owner in ('bot', 'queue', 'person')),
  owner_staff_id    uuid,
  owner_key_id      uuid,                        -- a program took it on: a clinic's own desk over the API
  last_inbound_at   timestamptz,
  last_inbound_id   uuid,
  waiting_since     timestamptz,
  wish              jsonb,                       -- who wants another time: the visit and its version; when, or the message that says when
  updated_at        timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, contact_point_id, sender_id),
  check ((owner = 'person') = (num_nonnulls(owner_staff_id, owner_key_id) = 1))
) with (fillfactor = 50);                             -- room for what the first message made of it
create index conversation_waiting on conversation (organization_id, queue, waiting_since) where queue is not null;

create table outbound_message (
  organization_id      uuid not null,
  id                   uuid not null,
  kind                 text not null check (kind in ('initiated', 'reply', 'safety')),
  lane                 smallint not null check (lane between 0 and 4),
  purpose              text,
  state                text not null check (state in
    ('planned', 'attempting', 'unknown', 'accepted', 'failed', 'expired', 'denied', 'skipped', 'withdrawn', 'merged')),
  reason               text,
  trace                jsonb,
  dedupe_key           text collate "C",           -- of an answer: the inbound message and its ordinal; a touch is its visit, version and step
  sender_id            uuid,
  contact_point_id     uuid,
  patient_id           uuid,
  appointment_id       uuid,
  appointment_version  integer,
  journey              text,
  step                 text,
  known                jsonb,                      -- of a notice: the time and place that the patient knew before the change
  template             text,
  language             text,
  content              bytea,                      -- sealed: what a reply says; a touch is rendered when it leaves
  key_id               smallint,
  reply_ref            text collate "C",           -- random: the payload of its buttons starts with it
  options              jsonb,                      -- what its buttons mean: ids and actions alone
  in_reply_to          uuid,
  merged_into          uuid,
  due_at               timestamptz not null,
  expires_at           timestamptz not null,
  attempts             smallint not null default 0,
  last_attempt_id      uuid,                       -- the newest try: what an older one came to late changes little
  settled_at           timestamptz,                -- when it reached its terminal state
  created_at           timestamptz not null,
  -- What the indexes look at. An outcome changes none of it, so that it is written beside the attempt's row without touching an index.
  waiting              boolean generated always as (state = 'planned') stored,
  told                 boolean generated always as (state in ('attempting', 'unknown', 'accepted', 'failed', 'denied', 'expired')) stored,
  unclear              boolean generated always as (state = 'unknown') stored,
  primary key (organization_id, id),
  check (case when journey is null then dedupe_key is not null else num_nulls(appointment_id, appointment_version, step) = 0 end),
  check (kind <> 'initiated' or purpose is not null),
  check (kind <> 'reply' or in_reply_to is not null),
  check (state not in ('denied', 'skipped', 'failed', 'withdrawn') or reason is not null)
) with (fillfactor = 50);                             -- room for the outcome of what has just been let go
-- Serves the claim and nothing else: as small as the backlog, read lane by lane, oldest first.
create index outbox_due on outbound_message (organization_id, lane, due_at) where waiting;
create index outbox_unknown on outbound_message (organization_id, due_at) where unclear;
-- One row for each step of each version of a visit; it finds the messages of a visit, too. A book fills this table with
-- hundreds of thousands of rows at once, and each index of it costs as much as the row.
create unique index outbox_by_visit on outbound_message (organization_id, appointment_id, appointment_version, journey, step)
  where appointment_id is not null;
create unique index outbox_once on outbound_message (organization_id, dedupe_key) where dedupe_key is not null;
create index outbox_by_contact on outbound_message (organization_id, contact_point_id, due_at) where waiting;
-- What a person has been told, for the conversation's screen and for what an answer is about.
create index outbox_told on outbound_message (organization_id, contact_point_id, due_at) where journey is null or told;
-- The riders of a shared message.
create index outbox_merged on outbound_message (organization_id, merged_into) where merged_into is not null;
create unique index outbox_reply_ref on outbound_message (organization_id, reply_ref) where reply_ref is not null;

create table send_attempt (
  organization_id    uuid not null,
  id                 uuid not null,                -- travels as biz_opaque_callback_data
  message_id         uuid not null,
  sender_id          uuid not null,
  kind               text not null,
  purpose            text,
  contact_point_id   uuid not null,
  patient_ids        uuid[] not null,
  lease_token        bigint not null,
  begun_at           timestamptz not null,         -- business time
  committed_at       timestamptz not null default clock_timestamp(), -- machine time
  outcome            text not null default 'pending'
    check (outcome in ('pending', 'accepted', 'rejected', 'not-sent', 'unknown')),
  finished_at        timestamptz,
  wamid              text collate "C",
  http_status        smallint,
  error_code         integer,
  error_class        text,
  resent_after_unknown boolean not null default false,
  reconciled_duplicate boolean not null default false,
  sent_at            timestamptz,
  delivered_at       timestamptz,
  read_at            timestamptz,
  played_at          timestamptz,
  failed_at          timestamptz,
  failure_codes      integer[] not null default '{}',
  primary key (organization_id, id),
  check (outcome <> 'accepted' or finished_at is not null)
) with (fillfactor = 60);                             -- room for the statuses: sent, delivered, read
create index send_attempt_by_message on send_attempt (organization_id, message_id);
create unique index send_attempt_wamid on send_attempt (organization_id, wamid) where wamid is not null;
create index send_attempt_open on send_attempt (organization_id, committed_at) where outcome = 'pending';
create index send_attempt_duplicate on send_attempt (organization_id) where reconciled_duplicate;
create index send_attempt_by_contact on send_attempt (organization_id, contact_point_id, begun_at);

-- People reached outside their window, for the portfolio's limit per moving 24 h.
create table recent_recipient (
  organization_id   uuid not null,
  waba_id           text not null,
  contact_point_id  uuid not null,
  last_at           timestamptz not null,
  primary key (organization_id, waba_id, contact_point_id)
);
create index recent_recipient_by_time on recent_recipient (organization_id, waba_id, last_at);
`

const receiving = `
create table inbound_event (
  organization_id  uuid not null,
  id               uuid not null,
  channel_id       uuid not null,
  received_at      timestamptz not null,           -- business time
  body             bytea not null,                 -- the raw bytes, sealed; dropped after 30 days
  key_id           smallint not null,
  state            text not null default 'stored' check (state in ('stored', 'applied', 'parked', 'unreadable')),
  parts            jsonb,
  attempts         smallint not null default 0,
  primary key (organization_id, id)
);
create index inbound_event_stored on inbound_event (organization_id, id) where state = 'stored';
create index inbound_event_parked on inbound_event (organization_id, received_at) where state = 'parked';

create table inbound_message (
  organization_id   uuid not null,
  id                uuid not null,
  wamid             text collate "C" not null,
  event_id          uuid not null,
  conversation_id   uuid not null,
  contact_point_id  uuid not null,
  type              text not null,
  content           bytea not null,                -- sealed
  key_id            smallint not null,
  meaning           text not null,                 -- what it was taken for: tap:confirm, word:opt-out, text, ...
  about_message_id  uuid,
  sent_at           timestamptz not null,
  received_at       timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, wamid)
);
create index inbound_message_by_conversation on inbound_message (organization_id, conversation_id, received_at);
`

const record = `
create table event (
  organization_id  uuid not null,
  id               uuid not null,
  at               timestamptz not null,           -- business time
  recorded_at      timestamptz not null default clock_timestamp(),
  actor            text not null,                  -- staff:<id>, key:<id>, patient:<contact point>, system:<part>
  action           text not null,
  subject          text not null,                  -- kind:<id>
  details          jsonb not null default '{}',    -- ids and codes alone
  position         bigint,                         -- given by the sealer, without gaps
  hash             bytea,
  primary key (organization_id, id),
  check ((position is null) = (hash is null))
);
create unique index event_position on event (organization_id, position) where position is not null;
create index event_unsealed on event (organization_id, recorded_at) where position is null;
create index event_by_subject on event (organization_id, subject, recorded_at);

create table idempotency_key (
  organization_id  uuid not null references organization,
  key              text collate "C" not null,
  request_hash     text not null,
  status           smallint,
  response         jsonb,
  created_at       timestamptz not null default now(),
  primary key (organization_id, key)
);

-- Only the sealer may touch an event, and only to give it its place. The condition is looked at without calling the
-- function: sealing is the most frequent update there is.
create function event_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'events are append-only';
end $$;
create trigger event_append_only before update on event for each row
  when (old.position is not null or new.position is null
        or (new.organization_id, new.id, new.at, new.recorded_at, new.actor, new.action, new.subject, new.details)
           is distinct from (old.organization_id, old.id, old.at, old.recorded_at, old.actor, old.action, old.subject, old.details))
  execute function event_is_append_only();
create trigger event_never_deleted before delete on event for each row execute function event_is_append_only();
`

const consentRules = `
create function consent_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'consent events are append-only';
end $$;
create trigger consent_append_only before update or delete on consent_event
  for each row execute function consent_is_append_only();

-- The live grants are a fold over the events, kept here so that nothing else can write them.
-- A file adds a consent where none was; it never lifts a withdrawal (invariant 11).
-- A file's grant also makes the link that it speaks of: a hospital's book has tens of thousands of them, and making each
-- link first and updating it then costs three times as much.
create function fold_consent() returns trigger language plpgsql as $$
declare
  e record;
  made bigint;
begin
  with links as (
    insert into patient_contact (organization_id, patient_id, contact_point_id, proof, granted)
    select organization_id, patient_id, contact_point_id, 'source', purposes from new_events
     where kind = 'grant' and source = 'file' and patient_id is not null
    on conflict do nothing returning 1)
  select count(*) into made from links;
  if made = (select count(*) from new_events) then return null; end if;
  for e in select * from new_events order by at, id loop
    if e.kind = 'withdraw' then
      update patient_contact pc
         set granted = array(select unnest(pc.granted) except select unnest(e.purposes)),
             withdrawn = array(select unnest(pc.withdrawn) union select unnest(e.purposes))
       where pc.organization_id = e.organization_id and pc.contact_point_id = e.contact_point_id
         and (e.patient_id is null or pc.patient_id = e.patient_id);
      continue;
    end if;
    update patient_contact pc
       set granted = array(select unnest(pc.granted) union (select unnest(e.purposes)
             except select unnest(case when e.source = 'file' then pc.withdrawn else '{}'::text[] end))),
           withdrawn = case when e.source = 'file' then pc.withdrawn
             else array(select unnest(pc.withdrawn) except select unnest(e.purposes)) end
     where pc.organization_id = e.organization_id and pc.contact_point_id = e.contact_point_id
       and (e.patient_id is null or pc.patient_id = e.patient_id);
  end loop;
  return null;
end $$;
create trigger consent_folded after insert on consent_event referencing new table as new_events
  for each statement execute function fold_consent();

-- Invariant 2, kept by the database itself: nothing that we begin is attempted without a live grant for its purpose.
create function initiated_needs_a_grant() returns trigger language plpgsql as $$
begin
  if exists (
    select from new_attempts a
      join contact_point c on c.organization_id = a.organization_id and c.id = a.contact_point_id
     where a.kind = 'initiated' and (c.opted_out_at is not null or a.purpose is null or cardinality(a.patient_ids) = 0
        or exists (select from unnest(a.patient_ids) p
             where not exists (select from patient_contact pc
                    where pc.organization_id = a.organization_id and pc.contact_point_id = a.contact_point_id
                      and pc.patient_id = p and a.purpose = any (pc.granted))))
  ) then
    raise exception 'an initiated message needs a live grant' using errcode = 'RC001';
  end if;
  return null;
end $$;
create trigger attempt_needs_a_grant after insert on send_attempt referencing new table as new_attempts
  for each statement execute function initiated_needs_a_grant();
`

const tenantTables = [
  'content_key', 'staff', 'site', 'practitioner', 'service', 'sender', 'template', 'patient', 'contact_point',
  'patient_contact', 'consent_event', 'source', 'patient_identifier', 'import_run', 'appointment', 'slot_claim',
  'conversation', 'outbound_message', 'send_attempt', 'recent_recipient', 'inbound_event', 'inbound_message', 'event',
  'idempotency_key',
] // prettier-ignore

const tenancy = (table: string): string => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy tenant on ${table} -- a subquery is asked once for each statement, not for each row
  using (organization_id = (select nullif(current_setting('recado.organization_id', true), '')::uuid));
`
