import { afterEach, expect, test } from "vitest";
import { startTestServer, type TestServer } from "#server/testing/http.ts";
import type { Obstacle } from "../readiness.ts";

let server: TestServer;
afterEach(() => server.close());

function readiness(isStarted: boolean, obstacles: Obstacle[]) {
  return {
    isStarted: () => isStarted,
    markStarted: () => undefined,
    findObstacles: async () => obstacles,
  };
}

test("a process is alive whatever else is wrong", async () => {
  server = await startTestServer({
    readiness: readiness(false, ["database", "migrations"]),
    createContext: () => Promise.reject(new Error("no session without a database")),
  });
  const answer = await server.fetch("/livez");
  expect([answer.status, await answer.json()]).toEqual([200, { status: "ok" }]);
});

test("a process that boots is not started, then is", async () => {
  server = await startTestServer({ readiness: readiness(false, []) });
  expect((await server.fetch("/startupz")).status).toBe(503);
  await server.close();
  server = await startTestServer({ readiness: readiness(true, []) });
  expect((await server.fetch("/startupz")).status).toBe(200);
});

test("readiness names what is missing", async () => {
  server = await startTestServer({ readiness: readiness(true, ["database"]) });
  const answer = await server.fetch("/readyz");
  expect([answer.status, await answer.json()]).toEqual([
    503,
    { status: "unavailable", obstacles: ["database"] },
  ]);
});
