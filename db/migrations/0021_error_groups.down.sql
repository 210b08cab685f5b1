DROP TABLE "error_samples";--> statement-breakpoint
DROP TABLE "error_counts";--> statement-breakpoint
DROP TABLE "error_groups";
