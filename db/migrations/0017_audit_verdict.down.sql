DROP INDEX audit_entries_impersonator_index;
--> statement-breakpoint
DROP TABLE audit_verdicts;
