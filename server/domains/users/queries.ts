import { and, count, eq, type SQL, sql } from "drizzle-orm";
import type { Drizzle, Queryable, Transaction } from "#db/client.ts";
import { users } from "#db/schema/users.ts";
import { createBatcher } from "#server/platform/batcher.ts";
import { AppError } from "#server/platform/errors.ts";
import { preparedOnce } from "#server/platform/prepared.ts";
import type { KeptStatus, User } from "./schema.ts";

const MAX_BATCH = 200;
const BATCH_DEADLINE_MS = 11_000;
/** The advisory lock behind which owners are counted before one goes ("count" in ASCII). */
const OWNER_COUNT_LOCK = 0x636f756e74;

/** The columns of a user as everyone with `users.read` sees them. */
export const userColumns = {
  id: users.id,
  email: users.email,
  name: users.name,
  roles: sql<User["roles"]>`${users.roles}`,
  department: users.department,
  status: users.status,
  suspendedReason: users.suspendedReason,
  suspendedUntil: users.suspendedUntil,
  deletedAt: users.deletedAt,
  emailVerifiedAt: users.emailVerifiedAt,
  avatarTag: users.avatarTag,
  lastSignInAt: users.lastSignInAt,
  createdAt: users.createdAt,
  updatedAt: users.updatedAt,
  version: users.version,
};

/** All but the users in the trash; in these words the indexes of lists know it. */
export const isKept = sql`${users.status} <> 'deleted'`;

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
  return (await findUser(db, id)) ?? refuseUser();
}

/**
 * Reads a user for change: until the transaction ends nobody else changes the row.
 * @throws AppError NOT_FOUND, also for one in the trash
 */
export async function lockUser(tx: Transaction, id: string): Promise<User> {
  const user = await findUserLocked(tx, eq(users.id, id));
  return user && user.status !== "deleted" ? user : refuseUser();
}

export async function findUserLocked(
  tx: Transaction,
  where: SQL | undefined,
): Promise<User | null> {
  const [user] = await tx.select(userColumns).from(users).where(where).for("update");
  return user ?? null;
}

export async function findUserByEmail(db: Queryable, email: string): Promise<User | null> {
  const [user] = await db.select(userColumns).from(users).where(eq(users.email, email));
  return user ?? null;
}

/** Active owners; until the transaction ends no other that counts them here goes on. */
export async function countOwnersLocked(tx: Transaction): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(${OWNER_COUNT_LOCK})`);
  return tx.$count(users, and(sql`${users.roles} @> array['owner']`, eq(users.status, "active")));
}

export async function countByStatus(
  db: Queryable,
  where: SQL | undefined,
): Promise<Record<KeptStatus, number>> {
  const rows = await db
    .select({ status: sql<KeptStatus>`${users.status}`, count: count() })
    .from(users)
    .where(and(isKept, where))
    .groupBy(users.status);
  const counts = { active: 0, invited: 0, suspended: 0 };
  for (const row of rows) counts[row.status] = row.count;
  return counts;
}

/** The same answer for a user who does not exist and for one whom the caller may not know of. */
export function refuseUser(): never {
  throw new AppError("NOT_FOUND", "There is no such user.");
}
