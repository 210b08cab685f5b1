DROP INDEX users_status_index;
