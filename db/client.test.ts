import { type AddressInfo, createServer } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#server/testing/database.ts";
import { createSql } from "./client.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const TIMEOUTS = {
  poolSize: 2,
  connectTimeoutSeconds: 5,
  statementTimeoutSeconds: 0.3,
  lockTimeoutSeconds: 0.2,
  idleInTransactionTimeoutSeconds: 0.3,
};

test("a pool of two serves on after 30 transactions lost their connection", async () => {
  const sql = createSql({ ...TIMEOUTS, url: database.url, statementTimeoutSeconds: 10 }, 2);
  for (let round = 0; round < 30; round++) {
    const lost = sql.begin(async (tx) => {
      const [row] = await tx`select pg_backend_pid() as pid`;
      await database.raw`select pg_terminate_backend(${row?.pid})`;
      await tx`select 1`;
    });
    await expect(lost).rejects.toThrow();
  }
  expect(await Promise.all(Array.from({ length: 8 }, () => sql`select 1 as one`))).toHaveLength(8);
  await sql.end({ timeout: 2 });
}, 60_000);

test("a pool of ten is back within two seconds after every connection was lost, three times over", async () => {
  const sql = createSql({ ...TIMEOUTS, url: database.url, statementTimeoutSeconds: 10 }, 10);
  const all = (query: () => Promise<unknown>) =>
    Promise.allSettled(Array.from({ length: 10 }, query));
  for (let round = 0; round < 3; round++) {
    await all(() => sql`select pg_sleep(0.05)`);
    await database.raw`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and application_name = 'binnacle'`;
    const startedAt = performance.now();
    const isBack = async () =>
      (await all(() => sql`select 1`)).every(({ status }) => status === "fulfilled");
    while (!(await isBack()));
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  }
  await sql.end({ timeout: 2 });
});

test("a connection lost while it asks for the array types fails its query, and nothing else", async () => {
  const authenticated = Buffer.from([82, 0, 0, 0, 8, 0, 0, 0, 0, 90, 0, 0, 0, 5, 73]);
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", () => {
      socket.write(authenticated);
      socket.once("data", () => server.close() && socket.destroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const unhandled: unknown[] = [];
  const listener = (error: unknown) => void unhandled.push(error);
  process.on("unhandledRejection", listener);
  const sql = createSql({ ...TIMEOUTS, url: `postgres://x:y@127.0.0.1:${port}/z` }, 1);
  await expect(sql`select 1`).rejects.toMatchObject({ code: "ECONNREFUSED" });
  await new Promise((resolve) => setTimeout(resolve, 50));
  process.off("unhandledRejection", listener);
  expect(unhandled).toEqual([]);
  await sql.end({ timeout: 1 });
});

test("statements, lock waits and idle transactions end by themselves", async () => {
  const sql = createSql({ ...TIMEOUTS, url: database.url }, 3);
  await expect(sql`select pg_sleep(5)`).rejects.toMatchObject({ code: "57014" });
  await sql.begin(async (holder) => {
    await holder`select pg_advisory_xact_lock(42)`;
    await expect(sql`select pg_advisory_lock(42)`).rejects.toMatchObject({ code: "55P03" });
  });
  const idle = sql.begin(async (tx) => {
    await tx`select 1`;
    await new Promise((resolve) => setTimeout(resolve, 600));
    await tx`select 1`;
  });
  await expect(idle).rejects.toThrow();
  expect(await sql`select 1 as one`).toHaveLength(1);
  await sql.end({ timeout: 2 });
});
