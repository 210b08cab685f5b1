import { afterAll, beforeAll, expect, test } from "vitest";
import { settings } from "#db/schema/settings.ts";
import { type ProgramWorld, startProgramWorld } from "#server/testing/program-world.ts";

let started: ProgramWorld;
let cookie: string;

beforeAll(async () => {
  started = await startProgramWorld();
  const owner = await started.world.createUser({ roles: ["owner"] });
  cookie = (await started.openSession(owner)).cookie;
}, 60_000);
afterAll(() => started.close());

/** As another process would, behind the program's back. */
async function store(name: string, overrides: Record<string, unknown>): Promise<void> {
  const row = { overrides, version: Date.now() % 1_000_000, updatedAt: new Date() };
  await started.world.services.db
    .insert(settings)
    .values({ name, ...row })
    .onConflictDoUpdate({ target: settings.name, set: row });
}

async function ask(): Promise<Response> {
  const response = await fetch(`${started.program.url}/api/trpc/account.get`, {
    headers: { cookie },
  });
  await response.arrayBuffer();
  return response;
}

async function secondsUntil(isTrue: () => Promise<boolean>): Promise<number> {
  const startedAt = performance.now();
  while (!(await isTrue())) {
    if (performance.now() - startedAt > 5000) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return (performance.now() - startedAt) / 1000;
}

test("a rate limit that another process changed counts within a second", async () => {
  await store("rateLimits", { perUser: 5000 });
  const seconds = await secondsUntil(
    async () => (await ask()).headers.get("ratelimit-limit") === "5000",
  );
  expect(seconds).toBeLessThan(1);
});

/** Longer than lines are gathered before they are written. */
const WRITTEN_AFTER_MS = 250;

/** Whether a request leaves a line in the log now. */
async function isLogged(): Promise<boolean> {
  const count = () => started.program.output().split("account.get").length;
  const before = count();
  await ask();
  await new Promise((resolve) => setTimeout(resolve, WRITTEN_AFTER_MS));
  return count() > before;
}

test("the log level changes while the program runs, and back", async () => {
  expect(await isLogged()).toBe(true);
  await store("logging", { level: "error" });
  await secondsUntil(async () => !(await isLogged()));
  expect(await isLogged()).toBe(false);
  await store("logging", {});
  await secondsUntil(isLogged);
  expect(await isLogged()).toBe(true);
});

test("a shorter limit ends sessions that run", async () => {
  expect((await ask()).status).toBe(200);
  await started.world.services
    .raw`update sessions set created_at = created_at - interval '2 hours'`;
  expect((await ask()).status).toBe(200);
  await store("sessions", { absoluteSeconds: 3600 });
  const seconds = await secondsUntil(async () => (await ask()).status === 401);
  expect(seconds).toBeLessThan(1);
});
