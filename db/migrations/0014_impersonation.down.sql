-- Without the column they would be sessions like any other.
DELETE FROM sessions WHERE impersonator_session_id IS NOT NULL;
--> statement-breakpoint
ALTER TABLE sessions DROP COLUMN impersonator_session_id;
