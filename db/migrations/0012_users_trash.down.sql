ALTER TABLE users DROP CONSTRAINT users_deletion_check;
-- Who was in the trash stays shut out.
UPDATE users SET status = 'suspended', suspended_reason = coalesce(suspended_reason, 'Deleted') WHERE status = 'deleted';
ALTER TABLE users DROP CONSTRAINT users_status_check;
ALTER TABLE users ADD CONSTRAINT users_status_check CHECK (status in ('invited', 'active', 'suspended'));
DROP INDEX users_deleted_at_index, users_suspended_until_index, users_created_at_index, users_name_index,
  users_updated_at_index;
CREATE INDEX users_created_at_index ON users (created_at, id);
CREATE INDEX users_name_index ON users (name, id);
CREATE INDEX users_updated_at_index ON users (updated_at, id);
ALTER TABLE users DROP COLUMN suspended_until, DROP COLUMN deleted_at, DROP COLUMN deleted_by,
  DROP COLUMN status_before_deletion;
