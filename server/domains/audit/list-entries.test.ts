import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { createCallerFactory } from "#server/api/trpc.ts";
import type { User } from "#server/domains/users/schema.ts";
import { reinstateUser, suspendUser } from "#server/domains/users/suspension.ts";
import { deleteUser } from "#server/domains/users/trash.ts";
import { type Actor, createSystemContext } from "#server/platform/context.ts";
import { newId } from "#server/platform/ids.ts";
import { appRouter } from "#server/registry/router.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { explainStatements } from "#server/testing/plans.ts";
import { grant, makeRole } from "#server/testing/roles.ts";
import { listEntries } from "./list-entries.ts";
import { type AuditFilter, ListAuditInput } from "./schema.ts";
import { record } from "./service.ts";

const createCaller = createCallerFactory(appRouter);
/** On the way to a page, or to a count of 10,000. */
const MAX_SKIPPED = 5_000;
type Input = z.input<typeof ListAuditInput>;

let world: TestWorld;
let admin: User;
let lead: User;
let inside: User;
let outside: User;

beforeAll(async () => {
  world = await createTestWorld();
  const member = await makeRole(world, [grant("account.manage")]);
  const reader = await makeRole(world, [
    grant("account.manage"),
    grant("audit.read", { department: "same" }),
  ]);
  admin = await world.createUser({ roles: ["owner"], name: "Olga Elsewhere" });
  lead = await world.createUser({ roles: [reader], department: "Research" });
  inside = await world.createUser({ roles: [member], department: "Research" });
  outside = await world.createUser({ roles: [member], department: "Sales" });
  for (const { id: userId } of [inside, outside]) {
    await suspendUser(world.as(admin), { userId, reason: "Left" });
    await reinstateUser(world.as(admin), { userId });
  }
});
afterAll(() => world.close());

const list = async (user: User, input: Input = {}) =>
  createCaller(await world.asHolder(user)).audit.list(input);
const of = (
  field: "actorId" | "impersonatorId" | "subjectId",
  { id: value }: User,
): AuditFilter => ({
  field,
  operator: "is",
  value,
});
const SUSPENDED: AuditFilter = {
  field: "action",
  operator: "isAnyOf",
  value: ["user.suspended"],
};

test("the newest change comes first, with actor, record and both sides", async () => {
  const { items, total } = await list(admin);
  expect(total).toBe(4);
  expect(items.map(({ action }) => action)).toEqual([
    "user.reinstated",
    "user.suspended",
    "user.reinstated",
    "user.suspended",
  ]);
  expect(items[1]).toMatchObject({
    actorId: admin.id,
    actorName: "Olga Elsewhere",
    subjectId: outside.id,
    subjectName: outside.name,
    changes: { status: { before: "active", after: "suspended" } },
  });
});

test("filters by action, actor, record and time find what they say", async () => {
  const later = new Date(Date.now() + 3_600_000);
  const found = async (filter: AuditFilter) => (await list(admin, { filter })).total;
  expect(await found(SUSPENDED)).toBe(2);
  expect(await found({ all: [SUSPENDED, of("subjectId", inside)] })).toBe(1);
  expect(await found(of("actorId", admin))).toBe(4);
  expect(await found(of("actorId", inside))).toBe(0);
  expect(await found({ field: "actorKind", operator: "isNoneOf", value: ["user"] })).toBe(0);
  expect(await found({ field: "subjectType", operator: "isAnyOf", value: ["user"] })).toBe(4);
  expect(await found({ field: "at", operator: "after", value: later })).toBe(0);
  expect(await found({ field: "at", operator: "before", value: later })).toBe(4);
});

test("who may read it for one department reads of that, and not who of elsewhere acted", async () => {
  const { items, total } = await list(lead);
  expect(total).toBe(2);
  expect(items.every(({ subjectId }) => subjectId === inside.id)).toBe(true);
  expect(JSON.stringify(items)).not.toContain("Olga");
  expect(JSON.stringify(items)).not.toContain(admin.id);
});

test("a filter by actor does not tell them what the answer hides", async () => {
  const hidden = of("actorId", admin);
  for (const filter of [hidden, { any: [hidden, { all: [hidden, SUSPENDED] }] }])
    expect(await list(lead, { filter })).toMatchObject({ items: [], total: 0 });
  const subject = { type: "user", id: inside.id } as const;
  await world.services.db.transaction((tx) =>
    record(tx, world.as(lead), { action: "user.updated", subject, after: { name: "New" } }),
  );
  const own = await list(lead, { filter: of("actorId", lead) });
  expect(own.items).toMatchObject([{ actorId: lead.id, action: "user.updated" }]);
});

test("of a user in the trash reads only who may bring them back", async () => {
  const role = await makeRole(world, [grant("audit.read", { department: "same" })]);
  const isGone = { department: "same" } as const;
  const keeper = await makeRole(world, [
    grant("audit.read", isGone),
    grant("users.delete", isGone),
  ]);
  const gone = await world.createUser({ roles: ["viewer"], department: "Depot" });
  const without = await world.createUser({ roles: [role], department: "Depot" });
  const within = await world.createUser({ roles: [keeper], department: "Depot" });
  await suspendUser(world.as(admin), { userId: gone.id, reason: "Left" });
  await deleteUser(world.as(admin), { userId: gone.id });
  expect(await list(without)).toMatchObject({ items: [], total: 0 });
  expect((await list(within)).items.map(({ subjectId }) => subjectId)).toEqual([gone.id, gone.id]);
});

test("entries about what has no UUID, and in somebody's name, are found as well", async () => {
  const impersonator = await world.createUser({ roles: ["owner"] });
  const subject = { type: "role", id: "night-shift" } as const;
  const ctx = world.as(admin);
  const { id: userId, name } = impersonator;
  const session = { sessionId: newId(), endsAt: new Date() };
  const impersonation = {
    ...ctx,
    actor: { ...ctx.actor, impersonator: { userId, name, ...session } },
  };
  await world.services.db.transaction((tx) =>
    record(tx, impersonation, { action: "role.updated", subject, after: { label: "Night" } }),
  );
  const found = async (filter: AuditFilter) => (await list(admin, { filter })).items;
  for (const filter of [ROLE, of("impersonatorId", impersonator)])
    expect(await found(filter)).toMatchObject([{ subjectId: "night-shift" }]);
  expect(await list(lead, { filter: of("impersonatorId", impersonator) })).toMatchObject({
    total: 0,
  });
});

test("a cursor of somebody who may see more is refused", async () => {
  const { nextCursor } = await list(admin, { limit: 1 });
  await expect(list(lead, { limit: 1, cursor: nextCursor ?? "" })).rejects.toMatchObject({
    code: "UNPROCESSABLE_CONTENT",
  });
});

const FILTERS: (AuditFilter | undefined)[] = [
  undefined,
  SUSPENDED,
  { field: "action", operator: "isAnyOf", value: ["session.created"] },
  { field: "action", operator: "isAnyOf", value: ["role.created"] },
  { field: "action", operator: "isAnyOf", value: ["user.suspended", "role.created"] },
  { field: "action", operator: "isNoneOf", value: ["session.created"] },
  { field: "actorKind", operator: "isAnyOf", value: ["database"] },
  { field: "actorKind", operator: "isAnyOf", value: ["user"] },
  { field: "subjectType", operator: "isAnyOf", value: ["settings"] },
  { field: "subjectType", operator: "isAnyOf", value: ["user"] },
  { field: "at", operator: "before", value: new Date("2020-01-05T00:00:00Z") },
  { field: "at", operator: "inLast", value: 30 },
  {
    all: [
      SUSPENDED,
      { field: "actorKind", operator: "isAnyOf", value: ["database"] },
      { field: "at", operator: "after", value: new Date("2021-01-05T00:00:00Z") },
    ],
  },
];

test("of 100,000 entries every filter is read from an index, in both orders, by whoever may read", async () => {
  const own = await createTestWorld();
  try {
    const department = "Research";
    const person = await own.createUser({ roles: ["owner"], department });
    await fill(own, person.id);
    const filters = [...FILTERS, ROLE, ...WHO.map((field) => of(field, person))];
    const { actor: system } = createSystemContext(own.services, "test");
    const readers: Reading["reader"][] = [system];
    for (const condition of [{ department: "same" }, { records: "own" }] as const) {
      const role = await makeRole(own, [grant("audit.read", condition)]);
      readers.push((await own.asHolder(await own.createUser({ roles: [role], department }))).actor);
    }
    for (const reader of readers)
      for (const filter of filters)
        for (const direction of ["asc", "desc"] as const)
          await expectIndexed(own, {
            input: { filter, sort: [{ field: "at", direction }] },
            reader,
          });
  } finally {
    await own.close();
  }
});

const WHO = ["actorId", "impersonatorId", "subjectId"] as const;
const ROLE: AuditFilter = { field: "subjectId", operator: "is", value: "night-shift" };

interface Reading {
  input: Input;
  reader: Actor | undefined;
}

async function expectIndexed({ services }: TestWorld, { input, reader }: Reading): Promise<void> {
  const statements = await explainStatements(services, () =>
    listEntries(services, ListAuditInput.parse(input), reader),
  );
  const ofLog = statements.filter(({ query }) => query.includes('"audit_entries"'));
  expect(ofLog).toHaveLength(2);
  for (const { query, nodes } of ofLog) {
    const scans = nodes.filter((node) => node["Relation Name"] === "audit_entries");
    const what = `${JSON.stringify(input)} ${JSON.stringify(scans)}`;
    const skipped = scans.map((node) => node["Rows Removed by Filter"] ?? 0);
    expect(Math.max(...skipped), what).toBeLessThan(MAX_SKIPPED);
    // A count of nearly all takes them as they lie, and stops at 10,000.
    if (!query.includes("count(*)"))
      expect(
        scans.map((node) => node["Node Type"]),
        what,
      ).not.toContain("Seq Scan");
  }
}

/** Mostly sign-ins; one in a thousand is a suspension, by hand in the database, or about settings. */
async function fill({ services: { db } }: TestWorld, personId: string): Promise<void> {
  await db.execute(sql`
    insert into audit_entries (id, at, action, actor_kind, actor_id, actor_name, subject_type, subject_id, changes)
    select uuidv7(), timestamptz '2020-01-01' + n * interval '30 minutes',
      case when n % 1000 = 0 then 'user.suspended' when n % 7 = 0 then 'user.updated' else 'session.created' end,
      case when n % 1000 = 1 then 'database' else 'user' end,
      case when n % 100 = 0 then ${personId}::uuid else gen_random_uuid() end,
      'Somebody',
      case when n % 1000 = 2 then 'settings' else 'user' end,
      case when n % 5000 = 0 then ${personId}::text else gen_random_uuid()::text end,
      '{}'
    from generate_series(1, 100000) as n`);
  await db.execute(sql`vacuum (analyze) audit_entries`);
}

test("whose impersonation was ended is told to those who may read of everybody", async () => {
  const subject = { type: "user", id: inside.id } as const;
  await world.services.db.transaction((tx) =>
    record(tx, createSystemContext(world.services, "sessions.purge"), {
      action: "impersonation.ended",
      subject,
      before: { impersonator: "Olga Elsewhere" },
      after: { ended: "The time was up" },
    }),
  );
  const value = ["impersonation.ended"];
  const filter: AuditFilter = { field: "action", operator: "isAnyOf", value };
  expect(JSON.stringify(await list(admin, { filter }))).toContain("Olga Elsewhere");
  const { items } = await list(lead, { filter });
  expect(items).toHaveLength(1);
  expect(JSON.stringify(items)).not.toContain("Olga");
});
