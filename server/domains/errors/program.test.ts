import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { callProcedure } from "#server/testing/procedure-calls.ts";
import { type ProgramWorld, startProgramWorld } from "#server/testing/program-world.ts";

let started: ProgramWorld;

beforeAll(async () => {
  started = await startProgramWorld();
}, 60_000);
afterAll(() => started.close());

test("a procedure that fails is in its group within seconds, with the id that its caller was told", async () => {
  const { world, program } = started;
  const owner = await world.createUser({ roles: ["owner"] });
  const { cookie } = await started.openSession(owner);
  await world.services.db.execute(sql`alter table saved_views rename to hidden_views`);
  const failed = await callProcedure({
    url: program.url,
    path: "views.list",
    input: { list: "users" },
    cookie,
  });
  await world.services.db.execute(sql`alter table hidden_views rename to saved_views`);
  expect(failed.status).toBe(500);
  const requestId = /"requestId":"([^"]+)"/.exec(failed.body)?.[1];
  const filter = { field: "kind", operator: "isAnyOf", value: ["procedure"] };
  const ask = (path: string, input: object) =>
    callProcedure({ url: program.url, path, input, cookie });
  await vi.waitFor(
    async () => {
      const { body } = await ask("errors.list", { filter });
      const { id } = JSON.parse(body).result.data.json.items[0];
      const group = (await ask("errors.get", { groupId: id })).body;
      expect(group).toContain('"place":"views.list"');
      expect(group).toContain(`"requestId":"${requestId}"`);
      expect(group).toContain(`"actorName":"${owner.name}"`);
    },
    { timeout: 10_000, interval: 200 },
  );
});
