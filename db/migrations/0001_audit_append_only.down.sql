DROP TRIGGER audit_entries_append_only ON audit_entries;
DROP FUNCTION refuse_audit_change();
