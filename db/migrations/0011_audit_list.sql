CREATE INDEX "audit_entries_action_index" ON "audit_entries" USING btree ("action","at","id");--> statement-breakpoint
CREATE INDEX "audit_entries_actor_kind_index" ON "audit_entries" USING btree ("actor_kind","at","id");--> statement-breakpoint
CREATE INDEX "audit_entries_subject_type_index" ON "audit_entries" USING btree ("subject_type","at","id");