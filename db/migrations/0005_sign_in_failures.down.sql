DROP INDEX audit_entries_changes_index;
DROP INDEX audit_entries_sign_ins_index;
DROP INDEX sign_in_throttles_window_index;
ALTER TABLE sign_in_throttles DROP COLUMN user_id;
DROP TABLE sign_in_failures;
