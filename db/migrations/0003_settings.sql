CREATE TABLE "settings" (
	"name" text PRIMARY KEY NOT NULL,
	"overrides" jsonb NOT NULL,
	"version" integer NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL
);
