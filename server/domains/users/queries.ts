import { and, count, eq, sql } from "drizzle-orm";
import type { Drizzle, Queryable } from "#db/client.ts";
import { users } from "#db/schema/users.ts";
import { createBatcher } from "#server/platform/batcher.ts";
import { AppError } from "#server/platform/errors.ts";
import { preparedOnce } from "#server/platform/prepared.ts";
import type { User } from "./schema.ts";

const MAX_BATCH = 200;
const BATCH_DEADLINE_MS = 11_000;

/** The columns of a user as everyone with `users.read` sees them. */
export const userColumns = {
  id: users.id,
  email: users.email,
  name: users.name,
  roles: sql<User["roles"]>`${users.roles}`,
  status: users.status,
  suspendedReason: users.suspendedReason,
  emailVerifiedAt: users.emailVerifiedAt,
  lastSignInAt: users.lastSignInAt,
  createdAt: users.createdAt,
  updatedAt: users.updatedAt,
  version: users.version,
};

const byIds = preparedOnce((db) =>
  db
    .select(userColumns)
    .from(users)
    .where(sql`${users.id} = any((${sql.placeholder("ids")}::text)::uuid[])`)
    .prepare("users_by_ids"),
);

/** Reads by key that arrive together share one query; none is answered by one that began before it. */
const usersById = preparedOnce((db) =>
  createBatcher<string, User>({
    maxSize: MAX_BATCH,
    deadlineMs: BATCH_DEADLINE_MS,
    async load(ids) {
      const rows = await byIds(db).execute({ ids: `{${ids.join(",")}}` });
      return new Map(rows.map((user) => [user.id, user]));
    },
  }),
);

export function findUser(db: Drizzle, id: string): Promise<User | undefined> {
  return usersById(db).get(id.toLowerCase());
}

/** @throws AppError NOT_FOUND */
export async function getUser(db: Drizzle, id: string): Promise<User> {
  return (await findUser(db, id)) ?? throwNotFound();
}

/** Reads a user for change: until the transaction ends nobody else changes the row. */
export async function lockUser(tx: Queryable, id: string): Promise<User> {
  const [user] = await tx.select(userColumns).from(users).where(eq(users.id, id)).for("update");
  return user ?? throwNotFound();
}

export async function findUserByEmail(db: Queryable, email: string): Promise<User | null> {
  const [user] = await db.select(userColumns).from(users).where(eq(users.email, email));
  return user ?? null;
}

/** Active owners, locked, so that two requests cannot each remove the other's last one. */
export async function countOwnersLocked(tx: Queryable): Promise<number> {
  const owners = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(sql`${users.roles} @> array['owner']`, eq(users.status, "active")))
    .orderBy(users.id)
    .for("update");
  return owners.length;
}

export async function countByStatus(db: Queryable): Promise<Record<User["status"], number>> {
  const rows = await db
    .select({ status: users.status, count: count() })
    .from(users)
    .groupBy(users.status);
  const counts = { active: 0, invited: 0, suspended: 0 };
  for (const row of rows) counts[row.status] = row.count;
  return counts;
}

function throwNotFound(): never {
  throw new AppError("NOT_FOUND", "There is no such user.");
}
