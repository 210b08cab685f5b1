import { count, sql } from "drizzle-orm";
import { users } from "#db/schema/users.ts";
import { generatePeople, type SeedUser } from "#db/seed/people.ts";
import { record } from "#server/domains/audit/service.ts";
import type { Context } from "#server/platform/context.ts";
import { newId } from "#server/platform/ids.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { prepareDatabase } from "#server/prepare-database.ts";
import { type Command, print, readOptions, UsageError, withRuntime } from "./command.ts";

const BATCH = 2_000;
const MAX_USERS = 1_000_000;

export const seedCommand: Command = async (args) => {
  const { values } = readOptions(args, { users: { type: "string", default: "1000" } });
  const wanted = Number(values.users);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > MAX_USERS) {
    throw new UsageError(`seed: --users is a whole number from 1 to ${MAX_USERS}`);
  }
  await withRuntime(async ({ runtime, ctx }) => {
    await prepareDatabase(runtime);
    const startedAt = performance.now();
    await seedUsers(ctx, wanted);
    print(`Added ${wanted} users in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  });
};

/** All or nothing, with one audit entry. */
async function seedUsers(ctx: Context, wanted: number): Promise<void> {
  const [existing] = await ctx.db.select({ count: count() }).from(users);
  const people = generatePeople(wanted, { now: ctx.now(), offset: existing?.count ?? 0 });
  await inTransaction(ctx, async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`);
    for (let left = wanted; left > 0; left -= BATCH) {
      const rows = Array.from({ length: Math.min(BATCH, left) }, () =>
        toRow(people.next().value as SeedUser),
      );
      await tx.execute(
        sql`insert into users select * from jsonb_populate_recordset(null::users, ${JSON.stringify(rows)}::jsonb)`,
      );
    }
    await record(tx, ctx, {
      action: "users.seeded",
      subject: { type: "system", id: "users" },
      after: { count: wanted },
    });
  });
  await ctx.db.execute(sql`vacuum (analyze) users`);
}

/** A row as the table spells it: one JSON parameter for a batch is far cheaper than one per value. */
function toRow(person: SeedUser) {
  return {
    id: newId({ msecs: person.createdAt.getTime() }),
    email: person.email,
    name: person.name,
    roles: person.roles,
    status: person.status,
    suspended_reason: person.suspendedReason,
    email_verified_at: person.emailVerifiedAt,
    last_sign_in_at: person.lastSignInAt,
    created_at: person.createdAt,
    updated_at: person.createdAt,
    version: 1,
  };
}
