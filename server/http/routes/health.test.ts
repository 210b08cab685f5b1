import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createRouter } from "#server/api/trpc.ts";
import { healthRouter } from "#server/domains/health/router.ts";
import type { Actor, Context } from "#server/platform/context.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { startTestServer, type TestServer, testActor } from "#server/testing/http.ts";

let world: TestWorld;
let server: TestServer;
beforeAll(async () => {
  world = await createTestWorld();
});
afterEach(() => server.close());
afterAll(() => world.close());

async function start(actor: Actor | undefined): Promise<void> {
  const createContext = async (_cookies: string | undefined, request: Context["request"]) => {
    return { ...world.services, actor, request, setCookies: [] };
  };
  server = await startTestServer({
    appRouter: createRouter({ health: healthRouter }),
    createContext,
  });
}

test("whoever may read health gets it as JSON", async () => {
  await start({ ...testActor, permissions: new Map([["health.read", "all"]]) });
  const answer = await server.fetch("/api/v1/health");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("server-timing")).toMatch(/total;dur=/);
  expect(await answer.json()).toMatchObject({
    status: expect.stringMatching(/ok|degraded/),
    checkedAt: expect.stringMatching(/Z$/),
    checks: expect.arrayContaining([expect.objectContaining({ name: "database", status: "ok" })]),
  });
});

test.each([
  { who: "nobody", actor: undefined, status: 401, code: "UNAUTHENTICATED" },
  { who: "somebody without the permission", actor: testActor, status: 403, code: "FORBIDDEN" },
])("$who is refused with a problem", async ({ actor, status, code }) => {
  await start(actor);
  const answer = await server.fetch("/api/v1/health");
  expect(answer.status).toBe(status);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(await answer.json()).toMatchObject({ status, code });
});
