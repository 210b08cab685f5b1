import { createServer, type Server, type Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { createTestDatabase } from "#server/testing/database.ts";
import { createSql } from "./client.ts";
import { createProbeClient, ProbeTimeoutError } from "./probe-client.ts";

const OPTIONS = {
  poolSize: 1,
  connectTimeoutSeconds: 5,
  statementTimeoutSeconds: 5,
  lockTimeoutSeconds: 5,
  idleInTransactionTimeoutSeconds: 5,
};

let blackHole: Server | undefined;
const sockets = new Set<Socket>();
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  blackHole?.close();
  blackHole = undefined;
});

/** Accepts connections and never says a word, like a frozen database. */
async function openBlackHole(): Promise<string> {
  blackHole = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket.on("error", () => undefined));
  });
  await new Promise<void>((resolve) => blackHole?.listen(0, "127.0.0.1", resolve));
  const address = blackHole.address();
  return `postgres://x:y@127.0.0.1:${typeof address === "object" ? address?.port : 0}/z`;
}

const countSockets = () =>
  process.getActiveResourcesInfo().filter((name) => name === "TCPSocketWrap").length;

describe("the probe client", () => {
  test("answers over one connection", async () => {
    const database = await createTestDatabase();
    const pid = () =>
      database.probe.run(async (sql) => (await sql`select pg_backend_pid() as pid`)[0]?.pid, 1000);
    expect(await pid()).toBe(await pid());
    await database.close();
  });

  test("gives up on a database that never answers, and throws the connection away", async () => {
    const url = await openBlackHole();
    const probe = createProbeClient((openSocket) => createSql({ ...OPTIONS, url, openSocket }, 1));
    const before = countSockets();
    for (let round = 0; round < 5; round++) {
      const startedAt = performance.now();
      await expect(probe.run((sql) => sql`select 1`, 100)).rejects.toThrow(ProbeTimeoutError);
      expect(performance.now() - startedAt).toBeLessThan(300);
    }
    await expect.poll(() => countSockets() - sockets.size).toBe(before);
    await probe.close();
  });

  test("is well again as soon as the database is", async () => {
    const database = await createTestDatabase();
    let url = await openBlackHole();
    const probe = createProbeClient((openSocket) => createSql({ ...OPTIONS, url, openSocket }, 1));
    await expect(probe.run((sql) => sql`select 1`, 100)).rejects.toThrow(ProbeTimeoutError);
    url = database.url;
    expect(await probe.run((sql) => sql`select 1 as one`, 1000)).toEqual([{ one: 1 }]);
    await probe.close();
    await database.close();
  });

  test("says so when nothing listens", async () => {
    const probe = createProbeClient((openSocket) =>
      createSql({ ...OPTIONS, url: "postgres://x:y@127.0.0.1:1/z", openSocket }, 1),
    );
    await expect(probe.run((sql) => sql`select 1`, 1000)).rejects.toThrow("ECONNREFUSED");
    await probe.close();
  });
});
