import { sql } from "drizzle-orm";
import { check, pgTable, uuid } from "drizzle-orm/pg-core";
import { bytea } from "../bytea.ts";
import { users } from "./users.ts";

/** Pictures of users, as they are served: WebP of 256 × 256. `users.avatar_tag` names the present one. */
export const userAvatars = pgTable(
  "user_avatars",
  {
    userId: uuid()
      .primaryKey()
      .references(() => users.id, { onDelete: "cascade" }),
    image: bytea().notNull(),
  },
  (table) => [check("user_avatars_image_size", sql`octet_length(${table.image}) <= 262144`)],
);
