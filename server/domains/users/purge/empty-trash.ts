import { and, count, eq, lte, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { users } from "#db/schema/users.ts";
import { readGrants } from "#server/domains/roles/queries.ts";
import { whereMay } from "#server/platform/access/scope.ts";
import type { Context } from "#server/platform/context.ts";
import { fieldError } from "#server/platform/errors.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { mayActOn, userFacts, whereMaySee } from "../policy.ts";
import { countLosses } from "../purge-preview.ts";
import { userColumns } from "../queries.ts";
import type { EmptiedTrash, EmptyTrashInput, EmptyTrashPreview } from "../trash/schema.ts";
import { eraseUser } from "./service.ts";

const BATCH = 100;
/** So many go in one call, which is then answered in seconds. */
const MOST = 1_000;

interface Reach {
  /** Holds for whom the actor may purge, and who was in the trash by now. */
  where: SQL | undefined;
  users: number;
  outOfReach: number;
}

/** What would go if the actor emptied the trash now. */
export async function previewEmptyTrash(ctx: Context): Promise<EmptyTrashPreview> {
  const { where, ...counts } = await findReach(ctx);
  const ids = ctx.db.select({ id: users.id }).from(users).where(where);
  return { ...counts, goes: await countLosses(ctx, sql`(${ids})`) };
}

/**
 * Purges all in the trash whom the actor may purge, each as {@link purgeUser} does, in batches with a
 * transaction each; more than a thousand take further calls. Whom somebody is just restoring stays.
 * @throws AppError VALIDATION when it is not as many as the actor thought
 */
export async function emptyTrash(ctx: Context, input: EmptyTrashInput): Promise<EmptiedTrash> {
  const reach = await findReach(ctx);
  if (reach.users !== input.users) throw refuseCount(reach.users);
  let purged = 0;
  while (purged < MOST) {
    const batch = await inTransaction(ctx, (tx) => purgeBatch(tx, ctx, reach.where));
    purged += batch;
    if (batch < BATCH) break;
  }
  return { purged, left: Math.max(0, reach.users - purged) };
}

function refuseCount(there: number) {
  const users = there === 1 ? "1 user" : `${there.toLocaleString("en")} users`;
  return fieldError("users", "wrong", `It is ${users} that would go now`);
}

async function purgeBatch(tx: Transaction, ctx: Context, where: SQL | undefined): Promise<number> {
  const doomed = await tx
    .select(userColumns)
    .from(users)
    .where(where)
    .orderBy(users.deletedAt)
    .limit(BATCH)
    .for("update", { skipLocked: true });
  for (const user of doomed) await eraseUser(tx, ctx, { user, action: "user.purged" });
  return doomed.length;
}

/** Who may be acted on hangs on the roles, of which there are far fewer combinations than users. */
async function findReach(ctx: Context): Promise<Reach> {
  const { db, actor } = ctx;
  const inScope = and(
    eq(users.status, "deleted"),
    lte(users.deletedAt, ctx.now()),
    whereMay(actor, "users.delete", userFacts),
    whereMaySee(actor),
  );
  const roles = sql<string[]>`${users.roles}`;
  const held = await db.select({ roles, count: count() }).from(users).where(inScope).groupBy(roles);
  const reach: Reach = { where: undefined, users: 0, outOfReach: 0 };
  const within: SQL[] = [];
  for (const group of held) {
    const isBelow = mayActOn(actor, await readGrants(db, group.roles));
    reach[isBelow ? "users" : "outOfReach"] += group.count;
    if (isBelow) within.push(eq(users.roles, group.roles));
  }
  const isWithin = within.length > 0 ? sql`(${sql.join(within, sql` or `)})` : sql`false`;
  return { ...reach, where: and(inScope, isWithin) };
}
