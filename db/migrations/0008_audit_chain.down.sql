DROP FUNCTION watch_table(regclass, text[]);
DROP FUNCTION record_outside_change() CASCADE;
DROP FUNCTION record_outside_truncation() CASCADE;
DROP FUNCTION audit_entry_id();
DROP FUNCTION queue_audit_entry() CASCADE;
DROP TABLE audit_pending;
DROP TABLE audit_chain;
CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_entries is append-only' USING ERRCODE = 'insufficient_privilege';
END
$$;
ALTER TABLE audit_entries DROP COLUMN impersonator_name;
ALTER TABLE audit_entries DROP COLUMN impersonator_id;
