import { afterEach, expect, test } from "vitest";
import type { UserActor } from "#server/platform/context.ts";
import { startTestServer, type TestServer, testActor } from "#server/testing/http.ts";

let server: TestServer;
afterEach(() => server.close());

const impersonator = { userId: "", name: "Ada", sessionId: "", endsAt: new Date() };

async function ask(actor: UserActor | undefined, shown: string | undefined): Promise<number> {
  server = await startTestServer({
    createContext: async (_cookies, request) => {
      return { ...server.services, actor, request, setCookies: [] };
    },
  });
  const headers: HeadersInit = shown === undefined ? {} : { "x-binnacle-acting": shown };
  return (await server.fetch("/api/trpc/whoami", { headers })).status;
}

const acting = { ...testActor, impersonator };

test.each([
  { who: "themselves", actor: testActor, shown: "self", status: 200 },
  { who: "themselves, by a program", actor: testActor, shown: undefined, status: 200 },
  { who: "themselves, where it is over", actor: testActor, shown: acting.sessionId, status: 401 },
  { who: "somebody else", actor: acting, shown: acting.sessionId, status: 200 },
  { who: "somebody else, on a page of their own", actor: acting, shown: "self", status: 401 },
  { who: "somebody else, on a page of another", actor: acting, shown: "other", status: 401 },
])("whoever acts as $who: $status", async ({ actor, shown, status }) => {
  expect(await ask(actor, shown)).toBe(status);
});

test("the refusal says what to do, in the procedure's envelope", async () => {
  await ask(acting, "self");
  const headers = { "x-binnacle-acting": "self" };
  const answer = await server.fetch("/api/trpc/whoami", { headers });
  expect(JSON.stringify(await answer.json())).toContain("Load the page again");
});
