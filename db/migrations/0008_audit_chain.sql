CREATE TABLE "audit_chain" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"entry_id" uuid NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "audit_chain_entryId_unique" UNIQUE("entry_id")
);
--> statement-breakpoint
CREATE TABLE "audit_pending" (
	"entry_id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_entries" ADD COLUMN "impersonator_id" uuid;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD COLUMN "impersonator_name" text;--> statement-breakpoint
-- Retention takes whole prefixes of the chain away, and says so for its transaction.
CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('binnacle.audit_retention', true) = 'on' THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;
--> statement-breakpoint
CREATE TRIGGER audit_chain_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_chain
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
--> statement-breakpoint
CREATE FUNCTION queue_audit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public.audit_pending VALUES (NEW.id);
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER audit_entries_queue AFTER INSERT ON audit_entries
  FOR EACH ROW EXECUTE FUNCTION queue_audit_entry();
--> statement-breakpoint
INSERT INTO audit_pending SELECT id FROM audit_entries;
--> statement-breakpoint
-- A UUIDv7; Postgres makes them itself only from version 18 on.
CREATE FUNCTION audit_entry_id() RETURNS uuid LANGUAGE sql VOLATILE SET search_path = pg_catalog AS $$
  SELECT encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) PLACING
    substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
    52, 1), 53, 1), 'hex')::uuid
$$;
--> statement-breakpoint
-- Arguments: the word that the actions start with, the type of the subject, the column with its id,
-- then the columns of which only a change is told, never the value.
CREATE FUNCTION record_outside_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  old_row jsonb := coalesce(to_jsonb(OLD), '{}');
  new_row jsonb := coalesce(to_jsonb(NEW), '{}');
  subject text := (old_row || new_row) ->> TG_ARGV[2];
  changes jsonb;
BEGIN
  SELECT coalesce(jsonb_object_agg(field, jsonb_build_object('before', old_side, 'after', new_side)), '{}')
    INTO changes
    FROM (
      SELECT lower(left(words, 1)) || substring(replace(initcap(words), ' ', '') FROM 2) AS field,
             CASE WHEN is_hidden AND old_value IS NOT NULL THEN '"hidden"' ELSE old_value END AS old_side,
             CASE WHEN is_hidden AND new_value IS NOT NULL THEN '"hidden"' ELSE new_value END AS new_side
        FROM (
          SELECT replace(name, '_', ' ') AS words,
                 name = ANY (TG_ARGV[3:]) AS is_hidden,
                 nullif(old_row -> name, 'null') AS old_value,
                 nullif(new_row -> name, 'null') AS new_value
            FROM jsonb_object_keys(old_row || new_row) AS name
        ) AS sides
       WHERE old_value IS DISTINCT FROM new_value
    ) AS differing;
  IF TG_OP = 'UPDATE' AND changes = '{}' THEN
    RETURN NULL;
  END IF;
  INSERT INTO public.audit_entries
    (id, at, action, actor_kind, actor_name, subject_type, subject_id, changes, address)
  VALUES (
    public.audit_entry_id(),
    clock_timestamp(),
    TG_ARGV[0] || CASE TG_OP WHEN 'INSERT' THEN '.added' WHEN 'UPDATE' THEN '.changed' ELSE '.removed' END
      || '-in-database',
    'database',
    session_user,
    CASE WHEN subject IS NULL THEN 'system' ELSE TG_ARGV[1] END,
    coalesce(subject, TG_TABLE_NAME),
    changes,
    coalesce(host(inet_client_addr()), 'local')
  );
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE FUNCTION record_outside_truncation() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.audit_entries
    (id, at, action, actor_kind, actor_name, subject_type, subject_id, changes, address)
  VALUES (public.audit_entry_id(), clock_timestamp(), 'table.emptied-in-database', 'database', session_user,
    'system', TG_TABLE_NAME, '{}', coalesce(host(inet_client_addr()), 'local'));
  RETURN NULL;
END
$$;
--> statement-breakpoint
-- Has every change of the table recorded that is not made by our own connections.
CREATE FUNCTION watch_table(watched regclass, VARIADIC arguments text[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format(
    'CREATE TRIGGER outside_change AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW
       WHEN (current_setting(''binnacle.writer'', true) IS DISTINCT FROM ''app'')
       EXECUTE FUNCTION record_outside_change(%s)',
    watched, (SELECT string_agg(quote_literal(argument), ', ') FROM unnest(arguments) AS argument));
  EXECUTE format(
    'CREATE TRIGGER outside_truncation AFTER TRUNCATE ON %s FOR EACH STATEMENT
       WHEN (current_setting(''binnacle.writer'', true) IS DISTINCT FROM ''app'')
       EXECUTE FUNCTION record_outside_truncation()',
    watched);
END
$$;
--> statement-breakpoint
SELECT watch_table('users', 'user', 'user', 'id');
SELECT watch_table('credentials', 'password', 'user', 'user_id', 'password_hash');
SELECT watch_table('sessions', 'user-session', 'user', 'user_id', 'token_hash');
SELECT watch_table('tokens', 'link', 'user', 'user_id', 'token_hash');
SELECT watch_table('email_changes', 'email-change', 'user', 'user_id');
SELECT watch_table('registrations', 'registration', 'registration', 'email', 'token_hash');
SELECT watch_table('roles', 'role', 'role', 'key');
SELECT watch_table('settings', 'settings', 'settings', 'name');
SELECT watch_table('outbox_mails', 'mail', 'mail', 'id', 'html', 'text');
