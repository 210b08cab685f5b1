DROP INDEX users_updated_at_index;
DROP INDEX users_email_prefix_index;
DROP INDEX users_name_prefix_index;
