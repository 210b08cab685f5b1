import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createRouter, permitted } from "#server/api/trpc.ts";
import { auditRouter } from "#server/domains/audit/router.ts";
import { ExportAuditInput, ExportedAudit } from "#server/domains/audit/schema.ts";
import type { User } from "#server/domains/users/schema.ts";
import type { Context } from "#server/platform/context.ts";
import { writeEntries } from "#server/testing/audit-log.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { startTestServer, type TestServer, testActor } from "#server/testing/http.ts";

const PATH = "/api/v1/audit/export";
const PART_BYTES = 100_000;
/** What sockets and the encoder keep on their way. */
const MAX_BUFFERED = 30_000_000;
const actor = { ...testActor, permissions: new Map([["audit.read", "all"]] as const) };

let world: TestWorld;
let owner: User;
let server: TestServer;
beforeAll(async () => {
  world = await createTestWorld();
  owner = await world.createUser({ roles: ["owner"] });
  await writeEntries(world.as(owner), 450);
});
afterEach(() => server.close());
afterAll(() => world.close());

async function start(exporting = auditRouter.export): Promise<void> {
  server = await startTestServer({
    appRouter: createRouter({ audit: createRouter({ export: exporting }) }),
    createContext: async (_cookies: string | undefined, request: Context["request"]) => {
      return { ...world.services, actor, request, setCookies: [] };
    },
  });
}

test("all pages come as one file, as far as the filter finds them", async () => {
  await start();
  const answer = await server.fetch(`${PATH}?format=csv`);
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=UTF-8");
  expect(answer.headers.get("content-disposition")).toMatch(/attachment; filename="audit-.*\.csv"/);
  expect((await answer.text()).trimEnd().split("\r\n")).toHaveLength(451);

  const filter = JSON.stringify({
    all: [
      { field: "action", operator: "isAnyOf", value: ["audit.exported"] },
      { field: "at", operator: "after", value: "2020-01-01T00:00:00.000Z" },
    ],
  });
  const query = new URLSearchParams({ format: "jsonl", filter });
  const found = (await (await server.fetch(`${PATH}?${query}`)).text()).trimEnd().split("\n");
  expect(found.map((line) => JSON.parse(line).action)).toEqual(["audit.exported"]);
});

test.each(["format=xml", "filter=nonsense", `filter=${encodeURIComponent('{"field":"hash"}')}`])(
  "%s is refused before anything is exported",
  async (query) => {
    await start();
    const answer = await server.fetch(`${PATH}?${query}`);
    expect(answer.status).toBe(422);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
  },
);

test("nothing more is read once the client has left", async () => {
  let reads = 0;
  const endless = permitted("audit.read", { description: "Never ends", example: {} })
    .input(ExportAuditInput)
    .output(ExportedAudit)
    .mutation(() => ({
      text: randomBytes(PART_BYTES / 2).toString("hex"),
      nextCursor: String(++reads),
    }));
  await start(endless as unknown as typeof auditRouter.export);
  const leaving = new AbortController();
  const answer = await server.fetch(PATH, { signal: leaving.signal });
  await answer.body?.getReader().read();
  await pause(300);
  const whileWaiting = reads;
  expect(whileWaiting * PART_BYTES, "held back by who takes nothing").toBeLessThan(MAX_BUFFERED);
  leaving.abort();
  await pause(300);
  const atLeaving = reads;
  await pause(300);
  expect(reads).toBe(atLeaving);
});
