import { asc, eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { auditEntries } from "#db/schema/audit.ts";
import { errorGroups, errorSamples } from "#db/schema/errors.ts";
import type { Context } from "#server/platform/context.ts";
import { createErrorReports } from "#server/platform/error-reports/reports.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { listErrors } from "./list-errors.ts";
import { getErrorGroup } from "./queries.ts";
import { purgeErrors, settleErrors } from "./service.ts";

const HOUR_MS = 3_600_000;
const SORT = { sort: [{ field: "lastSeenAt", direction: "desc" }], limit: 50 } as const;

let world: TestWorld;
let ctx: Context;

beforeEach(async () => {
  world = await createTestWorld();
  ctx = world.as(await world.createUser({ name: "Ada Lovelace", roles: ["admin"] }));
});
afterEach(() => world.close());

function fail(place: string, message: string, requestId = "r-1"): void {
  ctx.errors.report(new TypeError(message), { kind: "procedure", place, requestId });
}

const list = async () => (await listErrors(ctx, { ...SORT, sort: [...SORT.sort] })).items;
const settle = (id: string, status: "open" | "resolved" | "ignored") =>
  settleErrors(ctx, { selection: { ids: [id] }, status });

async function only() {
  const [group] = await list();
  if (!group) throw new Error("No group");
  return getErrorGroup(ctx, group.id);
}

test("errors that are alike are one group with its count and the newest five, each with its request", async () => {
  for (let number = 1; number <= 9; number++) {
    fail("users.get", `No user ${number}`, `r-${number}`);
    if (number % 3 === 0) await ctx.errors.flush();
  }
  fail("users.list", "Another thing");
  await ctx.errors.flush();
  expect(await list()).toHaveLength(2);
  const [group] = await listErrors(ctx, { ...SORT, sort: [...SORT.sort], search: "No user" }).then(
    ({ items }) => items,
  );
  expect(group).toMatchObject({
    name: "TypeError",
    message: "No user <n>",
    count: 9,
    status: "open",
  });
  const detail = await getErrorGroup(ctx, group?.id ?? "");
  expect(detail.samples.map(({ requestId }) => requestId)).toEqual([
    "r-9",
    "r-8",
    "r-7",
    "r-6",
    "r-5",
  ]);
  expect(detail.samples[0]).toMatchObject({
    message: "No user 9",
    stack: expect.stringContaining("errors.test.ts"),
  });
  expect(detail.hours).toHaveLength(168);
  expect(detail.hours.at(-1)?.count).toBe(9);
});

test("one failure that passes several in its request is counted once; an error of many requests in each", async () => {
  const error = new TypeError("Broken");
  const wrapped = new Error("The page is broken", { cause: error });
  const { errors } = ctx;
  for (const requestId of ["r-1", "r-2"]) {
    errors.report(error, { kind: "procedure", place: "users.get", requestId });
    for (let part = 0; part < 2; part++) {
      errors.report(wrapped, { kind: "page", place: "/users", requestId });
    }
  }
  await errors.flush();
  expect(await list()).toMatchObject([{ kind: "procedure", place: "users.get", count: 2 }]);
});

test("a resolved group that occurs again is open again; an ignored one stays so and counts on", async () => {
  fail("users.get", "Broken");
  await ctx.errors.flush();
  const { id } = await only();
  expect(await settle(id, "resolved")).toBe(1);
  expect(await only()).toMatchObject({
    status: "resolved",
    settledByName: "Ada Lovelace",
    cameBackAt: null,
  });
  world.advance(HOUR_MS);
  fail("users.get", "Broken");
  await ctx.errors.flush();
  expect(await only()).toMatchObject({ status: "open", count: 2, cameBackAt: expect.any(Date) });
  await settle(id, "ignored");
  fail("users.get", "Broken");
  await ctx.errors.flush();
  expect(await only()).toMatchObject({ status: "ignored", count: 3 });
  const entries = await ctx.db
    .select({ action: auditEntries.action })
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, id))
    .orderBy(asc(auditEntries.id));
  expect(entries.map(({ action }) => action)).toEqual(["error.resolved", "error.ignored"]);
});

test("what is so already is not changed and not logged; all that match are settled", async () => {
  for (const place of ["a", "b", "c"]) fail(place, "Broken");
  await ctx.errors.flush();
  const [first] = await list();
  expect(await settle(first?.id ?? "", "open")).toBe(0);
  const filter = { field: "status", operator: "isAnyOf", value: ["open"] } as const;
  const selection = { matching: { filter: { ...filter, value: [...filter.value] } } };
  expect(await settleErrors(ctx, { selection, status: "resolved" })).toBe(3);
  expect(await settleErrors(ctx, { selection, status: "resolved" })).toBe(0);
});

test("two processes that meet the same errors at once lose none", async () => {
  const processes = [1, 2, 3, 4].map(() => createErrorReports(world.services));
  for (const [index, reports] of processes.entries()) {
    for (let count = 0; count < 50; count++) {
      const place = `p-${(count * (index + 1)) % 10}`;
      reports.report(new Error("Broken"), { kind: "request", place });
    }
  }
  await Promise.all(processes.map((reports) => reports.close()));
  const groups = await ctx.db.select().from(errorGroups);
  expect(groups).toHaveLength(10);
  expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(200);
});

test("a storm of 100,000 errors, each of its own kind or all of one, is bounded and counted", async () => {
  const reports = createErrorReports(world.services);
  const error = new Error("All of one");
  for (let count = 0; count < 50_000; count++) {
    reports.report(error, { kind: "request", place: "storm" });
    reports.report(error, { kind: "request", place: `storm of kind ${count}` });
  }
  await reports.close();
  const groups = await ctx.db.select().from(errorGroups);
  expect(groups).toHaveLength(200);
  expect(groups.find(({ place }) => place === "storm")?.count).toBe(50_000);
  expect(await ctx.db.$count(errorSamples)).toBeLessThanOrEqual(204);
});

test("a database that cannot be written costs the reports, and nobody else anything", async () => {
  const reports = createErrorReports({
    ...world.services,
    db: { transaction: () => Promise.reject(new Error("gone")) } as never,
  });
  reports.report(new Error("Broken"), { kind: "request", place: "x" });
  await expect(reports.flush()).resolves.toBeUndefined();
});

test("what has not occurred for 90 days is purged", async () => {
  fail("users.get", "Old");
  await ctx.errors.flush();
  world.advance(91 * 24 * HOUR_MS);
  fail("users.get", "New");
  await ctx.errors.flush();
  expect(await purgeErrors(ctx)).toEqual({ purged: 1 });
  expect(await list()).toMatchObject([{ message: "New" }]);
});
