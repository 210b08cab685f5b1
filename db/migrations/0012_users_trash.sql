ALTER TABLE "users" DROP CONSTRAINT "users_status_check";--> statement-breakpoint
DROP INDEX "users_created_at_index";--> statement-breakpoint
DROP INDEX "users_name_index";--> statement-breakpoint
DROP INDEX "users_updated_at_index";--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "suspended_until" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "deleted_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "deleted_by" uuid;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "status_before_deletion" text;--> statement-breakpoint
CREATE INDEX "users_deleted_at_index" ON "users" USING btree ("deleted_at","id") WHERE "users"."status" = 'deleted';--> statement-breakpoint
CREATE INDEX "users_suspended_until_index" ON "users" USING btree ("suspended_until") WHERE "users"."status" = 'suspended';--> statement-breakpoint
CREATE INDEX "users_created_at_index" ON "users" USING btree ("created_at","id") WHERE "users"."status" <> 'deleted';--> statement-breakpoint
CREATE INDEX "users_name_index" ON "users" USING btree ("name","id") WHERE "users"."status" <> 'deleted';--> statement-breakpoint
CREATE INDEX "users_updated_at_index" ON "users" USING btree ("updated_at","id") WHERE "users"."status" <> 'deleted';--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_deletion_check" CHECK (("users"."status" = 'deleted') = ("users"."deleted_at" is not null)
        and ("users"."status" = 'deleted') = ("users"."status_before_deletion" is not null));--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_status_check" CHECK ("users"."status" in ('invited', 'active', 'suspended', 'deleted'));