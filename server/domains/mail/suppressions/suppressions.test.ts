import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { z } from "zod";
import { mailSuppressions } from "#db/schema/mail.ts";
import { createCallerFactory } from "#server/api/trpc.ts";
import { auditOf, createAccount } from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { explainStatements } from "#server/testing/plans.ts";
import { mailRouter } from "../router.ts";
import { listSuppressions } from "./list-suppressions.ts";
import { ListSuppressionsInput } from "./schema.ts";
import { addSuppression } from "./service.ts";

const createCaller = createCallerFactory(mailRouter);
let world: TestWorld;

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const callerOf = async (role: "owner" | "admin") =>
  createCaller(world.as(await createAccount(world, { roles: [role], name: `Some ${role}` })));

describe("one address", () => {
  beforeEach(async () => {
    await world.services.db.delete(mailSuppressions);
  });

  test("is held back by hand and let go again, each with its entry", async () => {
    const owner = await callerOf("owner");
    await owner.suppress({ recipient: "Gone@Example.com" });
    const { items, total } = await owner.suppressions({});
    expect(total).toBe(1);
    expect(items).toMatchObject([
      { recipient: "gone@example.com", reason: "manual", createdByName: "Some owner" },
    ]);
    await owner.unsuppress({ recipient: "gone@example.com" });
    expect((await owner.suppressions({})).items).toEqual([]);
    expect(await auditOf(world, "suppression.added")).toHaveLength(1);
    expect(await auditOf(world, "suppression.removed")).toHaveLength(1);
  });

  test("is neither held back nor seen by whoever may not", async () => {
    const admin = await callerOf("admin");
    const forbidden = { code: "FORBIDDEN" };
    await expect(admin.suppressions({})).rejects.toMatchObject(forbidden);
    await expect(admin.suppress({ recipient: "a@example.com" })).rejects.toMatchObject(forbidden);
  });

  test("keeps the reason that holds more back", async () => {
    const recipient = "ada@example.com";
    const reasonAfter = async (reason: "bounced" | "complained" | "manual") => {
      await world.services.db.transaction((tx) =>
        addSuppression(tx, world.anonymous(), { recipient, reason }),
      );
      return (await world.services.db.select().from(mailSuppressions))[0]?.reason;
    };
    expect(await reasonAfter("complained")).toBe("complained");
    expect(await reasonAfter("manual")).toBe("manual");
    expect(await reasonAfter("complained")).toBe("manual");
    expect(await reasonAfter("bounced")).toBe("manual");
  });
});

describe("a hundred thousand addresses", () => {
  const COUNT = 100_000;

  beforeAll(async () => {
    await world.services.db.delete(mailSuppressions);
    await world.services.db.execute(sql`
      insert into mail_suppressions (recipient, reason, created_at)
      select 'user-' || n || '@example.org',
        case when n % 100 = 0 then 'manual' when n % 3 = 0 then 'complained' else 'bounced' end,
        timestamptz '2026-06-01Z' - n * interval '1 minute'
      from generate_series(1, ${COUNT}::int) n`);
    await world.services.db.execute(sql`vacuum (analyze) mail_suppressions`);
  });

  type Input = z.input<typeof ListSuppressionsInput>;
  const list = (input: Input = {}) =>
    listSuppressions(world.services, ListSuppressionsInput.parse(input));

  const inputs: Input[] = [
    {},
    { sort: [{ field: "recipient", direction: "asc" }] },
    { filter: { field: "reason", operator: "isAnyOf", value: ["manual"] } },
    {
      filter: { field: "reason", operator: "isAnyOf", value: ["bounced", "manual"] },
      sort: [{ field: "recipient", direction: "desc" }],
    },
    { filter: { field: "recipient", operator: "contains", value: "user-4711" } },
    { filter: { field: "recipient", operator: "startsWith", value: "user-99" } },
    { search: "user-4711@" },
  ];

  test.each(inputs)("are read from indexes: %j", async (input) => {
    const statements = await explainStatements(world.services, () => list(input));
    for (const { nodes, query } of statements.filter((one) => !one.query.includes("count(*)"))) {
      expect(
        nodes.map((node) => node["Node Type"]),
        query,
      ).not.toContain("Seq Scan");
    }
  });

  test("are found beyond the first 500, page by page and both ways", async () => {
    const input: Input = { sort: [{ field: "createdAt", direction: "asc" }], limit: 200 };
    const first = await list(input);
    expect(first.items[0]?.recipient).toBe(`user-${COUNT}@example.org`);
    const second = await list({ ...input, cursor: first.nextCursor ?? "" });
    const back = await list({ ...input, cursor: second.previousCursor ?? "" });
    expect(back.items).toEqual(first.items);
    expect((await list({ search: "user-4711@" })).items).toMatchObject([
      { recipient: "user-4711@example.org" },
    ]);
    const manual = await list({
      filter: { field: "reason", operator: "isAnyOf", value: ["manual"] },
    });
    expect(manual.total).toBe(COUNT / 100);
  });
});
