import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { users } from "#db/schema/users.ts";
import { createSystemContext } from "#server/platform/context.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { insertPeople } from "#server/testing/people.ts";
import { explainStatements, type PlanNode } from "#server/testing/plans.ts";
import { listTrash } from "./list-trash.ts";
import { listUsers } from "./list-users.ts";
import { purgeExpiredTrash } from "./purge/service.ts";
import { ListUsersInput, type UserSort } from "./schema.ts";
import { reinstateLapsed } from "./suspension.ts";
import { ListTrashInput } from "./trash/schema.ts";

const COUNT = 100_000;
/** More than a page, and far fewer than are in the trash. */
const FEW = 500;
let world: TestWorld;

/** The newest quarter is in the trash, as after an attack on open registration. */
beforeAll(async () => {
  world = await createTestWorld();
  await insertPeople(world.services, COUNT);
  await world.services.db.execute(sql`
    update users set status = 'deleted', status_before_deletion = status,
      deleted_at = now() - random() * interval '20 days'
    where id in (select id from users order by created_at desc limit ${COUNT / 4})`);
  await world.services.db.execute(sql`vacuum (analyze) ${users}`);
});
afterAll(() => world.close());

const ctx = () => createSystemContext(world.services, "test");
const pageOf = async (read: () => Promise<unknown>) => {
  const statements = await explainStatements(world.services, read);
  return statements.filter(({ query }) => !query.includes("count(*)"));
};
const readRows = (node: PlanNode) => node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0);

test.each<UserSort>(["createdAt", "name", "updatedAt"])(
  "the users by %s pass over a full trash without reading it",
  async (field) => {
    for (const direction of ["asc", "desc"] as const) {
      const input = ListUsersInput.parse({ sort: [{ field, direction }] });
      const statements = await pageOf(() => listUsers(world.services, input));
      expect(statements).toHaveLength(1);
      for (const { nodes } of statements) {
        expect(nodes.map((node) => node["Node Type"])).not.toContain("Sort");
        expect(Math.max(...nodes.map(readRows)), JSON.stringify(nodes)).toBeLessThan(FEW);
      }
    }
  },
);

test.each(["name", "email", "deletedAt"] as const)(
  "the trash by %s is read from indexes, on the first page and deep inside",
  async (field) => {
    for (const direction of ["asc", "desc"] as const) {
      const sort = [{ field, direction }];
      const first = await listTrash(ctx(), ListTrashInput.parse({ sort, limit: 200 }));
      for (const cursor of [undefined, first.nextCursor ?? ""]) {
        const input = ListTrashInput.parse({ sort, cursor });
        const statements = await pageOf(() => listTrash(ctx(), input));
        expect(statements).toHaveLength(1);
        for (const { nodes } of statements) {
          expect(nodes.map((node) => node["Node Type"])).not.toContain("Seq Scan");
          expect(Math.max(...nodes.map(readRows)), JSON.stringify(nodes)).toBeLessThan(FEW);
        }
      }
    }
  },
);

test("a filter and a search of the trash walk no whole table", async () => {
  const filters = [
    { filter: { field: "deletedAt", operator: "inLast", value: 2 } },
    { filter: { field: "name", operator: "contains", value: "zzzq" } },
    { search: "zzzq" },
    { search: "anna" },
  ];
  for (const filter of filters)
    for (const { query, nodes } of await explainStatements(world.services, () =>
      listTrash(ctx(), ListTrashInput.parse(filter)),
    ))
      expect(
        nodes.map((node) => node["Node Type"]),
        query,
      ).not.toContain("Seq Scan");
});

test("the jobs find what is due by their indexes", async () => {
  for (const job of [reinstateLapsed, purgeExpiredTrash])
    for (const { query, nodes } of await explainStatements(world.services, () => job(ctx())))
      expect(
        nodes.map((node) => node["Node Type"]),
        query,
      ).not.toContain("Seq Scan");
});
