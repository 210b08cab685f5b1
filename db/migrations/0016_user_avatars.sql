CREATE TABLE "user_avatars" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"image" "bytea" NOT NULL,
	CONSTRAINT "user_avatars_image_size" CHECK (octet_length("user_avatars"."image") <= 262144)
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "avatar_tag" text;--> statement-breakpoint
ALTER TABLE "user_avatars" ADD CONSTRAINT "user_avatars_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
SELECT watch_table('user_avatars', 'avatar', 'user', 'user_id', 'image');
