DROP INDEX users_department_index;
ALTER TABLE users DROP COLUMN department;
DROP TABLE roles;
DROP FUNCTION raise_access_version();
DROP TABLE access_state;
