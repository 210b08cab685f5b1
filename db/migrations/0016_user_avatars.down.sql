ALTER TABLE users DROP COLUMN avatar_tag;
DROP TABLE user_avatars;
