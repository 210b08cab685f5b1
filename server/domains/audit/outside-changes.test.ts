import { desc, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { auditEntries } from "#db/schema/audit.ts";
import { AUDIT_ACTIONS } from "#server/domains/audit/catalog.ts";
import { listHistory } from "#server/domains/audit/queries.ts";
import { createSession } from "#server/domains/sessions/service.ts";
import type { User } from "#server/domains/users/schema.ts";
import { suspendUser } from "#server/domains/users/suspension.ts";
import { createSystemContext } from "#server/platform/context.ts";
import { createAccount } from "#server/testing/accounts.ts";
import { withOutsider } from "#server/testing/audit-log.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";

/** What the program writes there is not worth an entry, or is the log itself. */
const UNWATCHED: Record<string, string> = {
  access_state: "a counter that a trigger raises",
  audit_chain: "append-only, and proven by itself",
  audit_entries: "append-only, and proven by the chain",
  audit_pending: "a queue; the chain finds what is taken out of it",
  event_pending: "a queue of what is in the log",
  events: "told from the log, for some days",
  default_views: "which view opens first; shows nobody anything",
  job_attempts: "what became of jobs; each says who caused it",
  error_counts: "counts",
  error_groups: "what went wrong; whoever settles one has an entry",
  error_samples: "what went wrong",
  job_alert_states: "where alerts stand; changes with every look",
  job_history: "counts and durations",
  job_lines: "what jobs wrote",
  job_misfits: "what a check has found; made anew by the next",
  job_progress: "how far jobs are",
  job_schedule_runs: "where schedules stand; changes with every run",
  job_steps: "what jobs have done for good, with their own entries",
  idempotency_keys: "outcomes that were told already, for a day",
  mail_events: "what became of mail",
  mail_preferences: "which mail people want; each choice has an entry",
  schema_migrations: "belongs to the migrations",
  sign_in_failures: "counts without names",
  sign_in_throttles: "counts that live for minutes",
  worker_heartbeats: "lives for seconds",
};

let world: TestWorld;
let user: User;

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  user = await createAccount(world);
});

async function newest(count = 1) {
  const rows = await world.services.db
    .select()
    .from(auditEntries)
    .orderBy(desc(auditEntries.id))
    .limit(count);
  return rows;
}

async function countEntries(): Promise<number> {
  return world.services.db.$count(auditEntries);
}

test("an UPDATE by hand is in the user's history, with the role, the address and both sides", async () => {
  await withOutsider(
    world,
    (psql) => psql`update users set name = 'Mallory', roles = '{owner}' where id = ${user.id}`,
  );
  const { items } = await listHistory(world.services.db, {
    subjectType: "user",
    subjectId: user.id,
    limit: 10,
    reader: createSystemContext(world.services, "test").actor,
  });
  const role = decodeURIComponent(new URL(world.database.url).username);
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({
    action: "user.changed-in-database",
    actorKind: "database",
    actorId: null,
    actorName: role,
    address: expect.stringMatching(/^(127\.0\.0\.1|::1|local)$/),
    subjectName: "Mallory",
    changes: {
      name: { before: user.name, after: "Mallory" },
      roles: { before: ["viewer"], after: ["owner"] },
    },
  });
  expect(Math.abs(Date.now() - (items[0]?.at.getTime() ?? 0))).toBeLessThan(10_000);
});

test("what the program changes itself leaves its own entry only", async () => {
  const admin = await world.createUser({ roles: ["owner"] });
  const before = await countEntries();
  await suspendUser(world.as(admin), { userId: user.id, reason: "Left" });
  expect(await countEntries()).toBe(before + 1);
  await world.services.raw`update users set name = 'Ours' where id = ${user.id}`;
  expect(await countEntries()).toBe(before + 1);
});

test("a user removed by hand takes password and sessions along, each with an entry and no secret", async () => {
  await world.services.db.transaction((tx) =>
    createSession(tx, world.as(user), { userId: user.id, isRemembered: false }),
  );
  const before = await countEntries();
  await withOutsider(world, (psql) => psql`delete from users where id = ${user.id}`);
  const entries = await newest((await countEntries()) - before);
  expect(entries.map(({ action }) => action).sort()).toEqual([
    "password.removed-in-database",
    "user-session.removed-in-database",
    "user.removed-in-database",
  ]);
  expect(entries.every(({ subjectId }) => subjectId === user.id)).toBe(true);
  const text = JSON.stringify(entries);
  expect(text).not.toContain("argon2");
  const changes = Object.assign({}, ...entries.map((entry) => entry.changes));
  for (const secret of ["passwordHash", "tokenHash"])
    expect(changes[secret]).toEqual({ before: "hidden", after: null });
});

test("a password changed by hand is told without its hash", async () => {
  await withOutsider(
    world,
    (psql) => psql`update credentials set password_hash = '$argon2id$x' where user_id = ${user.id}`,
  );
  const [entry] = await newest();
  expect(entry).toMatchObject({ action: "password.changed-in-database", subjectId: user.id });
  expect(entry?.changes).toEqual({ passwordHash: { before: "hidden", after: "hidden" } });
});

test("an UPDATE that changes nothing and one that is rolled back leave no entry", async () => {
  const before = await countEntries();
  await withOutsider(world, async (psql) => {
    await psql`update users set name = name`;
    await psql
      .begin(async (tx) => {
        await tx`delete from users`;
        throw new Error("never mind");
      })
      .catch(() => undefined);
  });
  expect(await countEntries()).toBe(before);
});

test("a role that may change users but not write the log is recorded all the same", async () => {
  const name = `support_${user.id.slice(-12)}`;
  await world.services.raw.unsafe(`
    create role ${name} login password 'x'; grant select, update on users to ${name}`);
  const url = Object.assign(new URL(world.database.url), { username: name, password: "x" });
  const theirs = { ...world, database: { ...world.database, url: url.toString() } };
  await withOutsider(theirs, async (psql) => {
    await psql`update users set name = 'Changed' where id = ${user.id}`;
    await expect(psql`insert into audit_pending values (gen_random_uuid())`).rejects.toThrow(
      "permission denied",
    );
  });
  const [entry] = await newest();
  expect(entry).toMatchObject({ actorName: name, subjectId: user.id });
  await world.services.raw.unsafe(`revoke all on users from ${name}; drop role ${name}`);
});

test("a table emptied by hand is told", async () => {
  await withOutsider(world, (psql) => psql`truncate registrations`);
  const [entry] = await newest();
  expect(entry).toMatchObject({
    action: "table.emptied-in-database",
    subjectType: "system",
    subjectId: "registrations",
  });
});

test("every table is watched, or stands here with the reason why not", async () => {
  const rows = await world.services.db.execute<{ name: string; word: string | null }>(sql`
    select c.relname as name, split_part(encode(t.tgargs, 'escape'), '\\000', 1) as word
      from pg_class c
      left join pg_trigger t on t.tgrelid = c.oid and t.tgname = 'outside_change'
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`);
  for (const { name, word } of rows) {
    expect(name in UNWATCHED, name).toBe(word === null);
    if (word === null) continue;
    for (const verb of ["added", "changed", "removed"])
      expect(AUDIT_ACTIONS).toHaveProperty([`${word}.${verb}-in-database`]);
  }
});
