import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ProgramWorld, startProgramWorld } from "./testing/program-world.ts";

let started: ProgramWorld;
beforeAll(async () => {
  started = await startProgramWorld();
}, 60_000);
afterAll(() => started.close());

test("a page that fails is logged whole, with the request id, and shown plainly with its digest", async () => {
  const { world, program, openSession } = started;
  const { cookie } = await openSession(await world.createUser({ roles: ["owner"] }));
  await world.services.db.execute(sql`alter table users rename to users_away`);
  const answer = await fetch(`${program.url}/users?q=secret`, { headers: { cookie } });
  const page = await answer.text();
  await expect.poll(() => logLine(program.output(), "page failed")).toBeDefined();
  const line = logLine(program.output(), "page failed");
  expect(line).toMatchObject({
    level: "error",
    path: "/users",
    requestId: answer.headers.get("x-request-id"),
  });
  expect(JSON.stringify(line)).not.toContain("secret");
  expect(page).not.toContain("relation");
  expect(page).toContain(String(line?.digest));
});

function logLine(output: string, msg: string): Record<string, unknown> | undefined {
  const line = output.split("\n").find((each) => each.includes(`"msg":"${msg}"`));
  return line === undefined ? undefined : JSON.parse(line);
}
