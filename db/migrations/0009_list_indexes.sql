CREATE INDEX "users_name_prefix_index" ON "users" USING btree (lower("name") text_pattern_ops);--> statement-breakpoint
CREATE INDEX "users_email_prefix_index" ON "users" USING btree ("email" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "users_updated_at_index" ON "users" USING btree ("updated_at","id");