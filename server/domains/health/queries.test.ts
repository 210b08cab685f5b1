import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSql } from "#db/client.ts";
import { createProbeClient } from "#db/probe-client.ts";
import { workerHeartbeats } from "#db/schema/workers.ts";
import type { Services } from "#server/platform/context.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { getHealth } from "./queries.ts";
import { Health } from "./schema.ts";

let world: TestWorld;
let services: Services;
beforeAll(async () => {
  world = await createTestWorld();
  services = { ...world.services, config: { ...world.services.config, dataDirectory: tmpdir() } };
});
afterAll(() => world.close());

const check = (health: Health, name: string) => {
  const found = health.checks.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`No check ${name}`);
  return found;
};

async function beat(seenAt: Date): Promise<void> {
  await services.db.delete(workerHeartbeats);
  await services.db.insert(workerHeartbeats).values({
    id: services.newId(),
    host: "host-1",
    pid: 42,
    version: "1.2.3",
    startedAt: seenAt,
    seenAt,
  });
}

describe("health", () => {
  test("is ok when the database answers, a worker was just seen and nothing is short", async () => {
    await beat(services.now());
    const health = await getHealth(services);
    expect(Health.parse(health)).toEqual(health);
    expect(health.checks.map(({ name, status }) => `${name} ${status}`)).toEqual([
      "database ok",
      "migrations ok",
      "workers ok",
      "audit-log ok",
      "mail ok",
      "live ok",
      "disk ok",
      "memory ok",
      "event-loop ok",
    ]);
    expect(health.status).toBe("ok");
    expect(check(health, "database").facts.map(({ label }) => label)).toEqual([
      "Latency",
      "Version",
      "Size",
      "Connections",
    ]);
    expect(check(health, "workers").facts).toEqual([
      { label: "host-1, process 42", value: "1.2.3" },
    ]);
    expect(check(health, "migrations").facts[1]).toEqual({ label: "Pending", value: "none" });
    expect(health.versions.map(({ name }) => name)).toEqual([
      "Binnacle",
      "Node",
      "Postgres",
      "Next",
      "pg-boss",
    ]);
    for (const { version } of health.versions) expect(version).toMatch(/^\d+\.\d+/);
  });

  test("is degraded when no worker was seen for 30 s", async () => {
    await beat(new Date(services.now().getTime() - 31_000));
    const health = await getHealth(services);
    expect(check(health, "workers")).toMatchObject({ status: "degraded" });
    expect(health.status).toBe("degraded");
  });

  test("is degraded while migrations are pending or a newer build has changed the schema", async () => {
    const [row] =
      await services.raw`delete from schema_migrations where name = (select max(name) from schema_migrations) returning *`;
    expect(check(await getHealth(services), "migrations")).toMatchObject({
      status: "degraded",
      detail: "1 not applied yet.",
    });
    await services.raw`insert into schema_migrations (name, checksum) values (${row?.name}, ${row?.checksum}), ('9999_newer', 'x')`;
    expect(check(await getHealth(services), "migrations")).toMatchObject({
      status: "degraded",
      detail: "A newer build has changed the schema.",
    });
    await services.raw`delete from schema_migrations where name = '9999_newer'`;
  });
});

describe("health without a database", () => {
  let blackHole: Server;
  beforeAll(async () => {
    blackHole = createServer((socket) => void socket.on("error", () => undefined));
    await new Promise<void>((resolve) => blackHole.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => void blackHole.close());

  async function healthAt(port: number): Promise<{ health: Health; tookMs: number }> {
    const options = { ...OPTIONS, url: `postgres://x:y@127.0.0.1:${port}/z` };
    const probe = createProbeClient((openSocket) => createSql({ ...options, openSocket }, 1));
    const startedAt = performance.now();
    const health = await getHealth({ ...services, probe });
    const tookMs = performance.now() - startedAt;
    await probe.close();
    return { health, tookMs };
  }

  test("says within a second that a frozen database is down, and what else it knows", async () => {
    const address = blackHole.address();
    const { health, tookMs } = await healthAt(
      typeof address === "object" && address ? address.port : 0,
    );
    expect(tookMs).toBeLessThan(1000);
    expect(check(health, "database")).toMatchObject({
      status: "down",
      detail: "The database gave no answer within 800 ms.",
    });
    expect(check(health, "memory").status).toBe("ok");
    expect(health.status).toBe("down");
  });

  test("says so when nothing listens", async () => {
    const { health, tookMs } = await healthAt(1);
    expect(tookMs).toBeLessThan(1000);
    expect(check(health, "database").detail).toContain("ECONNREFUSED");
  });
});

const OPTIONS = {
  poolSize: 1,
  connectTimeoutSeconds: 5,
  statementTimeoutSeconds: 5,
  lockTimeoutSeconds: 5,
  idleInTransactionTimeoutSeconds: 5,
};
