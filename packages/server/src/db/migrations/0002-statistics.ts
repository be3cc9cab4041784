import { sql, type Kysely } from 'kysely'

/**
 * Tables that doubled are analyzed at once: until autovacuum comes by (a minute by default), the planner takes the
 * organization of a row for something rare, and joins everybody's rows with everybody's. Smaller changes are left to
 * autovacuum: analyzing takes a tenth of a second that answers would wait for. Only the owner may analyze.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `
create function analyze_grown_tables() returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  grown record;
  done integer := 0;
begin
  if not pg_try_advisory_xact_lock(hashtext('recado statistics')) then return 0; end if;
  for grown in
    select c.oid::regclass::text as name
      from pg_class c join pg_stat_user_tables s on s.relid = c.oid
     where pg_get_userbyid(c.relowner) = current_user and c.relkind = 'r'
       and s.n_live_tup > 300 + 2 * greatest(c.reltuples, 0)
  loop
    execute 'analyze ' || grown.name;
    done := done + 1;
  end loop;
  return done;
end $$;
`,
    )
    .execute(db)
}
