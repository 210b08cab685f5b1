import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createSql, type Drizzle, type RawSql } from "#db/client.ts";
import { users } from "#db/schema/users.ts";
import { getHealth } from "#server/domains/health/queries.ts";
import { getOverview } from "#server/domains/overview/queries.ts";
import { listUsers } from "#server/domains/users/list-users.ts";
import { ListUsersInput } from "#server/domains/users/schema.ts";
import { createSystemContext, type UserActor } from "#server/platform/context.ts";
import { observeReplicas } from "#server/platform/metrics.ts";
import type { Runtime } from "#server/runtime.ts";
import {
  addUser,
  answeredBy,
  faults,
  startReplicatedRuntime,
  until,
  untilUsed,
  usable,
} from "#server/testing/replicated-runtime.ts";
import { type ReplicatedPostgres, startReplicatedPostgres } from "#server/testing/standby.ts";

let postgres: ReplicatedPostgres;
/** Superuser's connection to the standby, for pausing its replay. */
let control: RawSql;
const runtimes: Runtime[] = [];

beforeAll(async () => {
  postgres = await startReplicatedPostgres();
  control = connectToStandby();
});
afterEach(async () => {
  postgres.standby.thaw();
  for (const runtime of runtimes.splice(0)) await runtime.close();
});
afterAll(async () => {
  await control.end({ timeout: 1 });
  await postgres.close();
});

const TIMEOUTS = {
  poolSize: 2,
  connectTimeoutSeconds: 5,
  statementTimeoutSeconds: 10,
  lockTimeoutSeconds: 5,
  idleInTransactionTimeoutSeconds: 5,
};

const connectToStandby = () => createSql({ ...TIMEOUTS, url: postgres.standby.url }, 1);

function start(
  maxLag: string,
  replicaUrls: readonly string[] = [postgres.standby.url],
  primaryUrl = postgres.primary.url,
): Runtime {
  const runtime = startReplicatedRuntime({ maxLag, replicaUrls, primaryUrl });
  runtimes.push(runtime);
  return runtime;
}

async function configureStandby(setting: string): Promise<void> {
  await control.unsafe(`alter system set ${setting}`);
  await control`select pg_reload_conf()`;
}

function readOverview({ services }: Runtime) {
  const actor = {
    kind: "user",
    permissions: new Map([["users.read", "all"]]),
  } as unknown as UserActor;
  return getOverview({ ...createSystemContext(services, "test"), actor }, 7);
}

const list = ({ services }: Runtime, input: Parameters<typeof ListUsersInput.parse>[0] = {}) =>
  listUsers(services, ListUsersInput.parse(input));

test("figures come from the replica, everything else from the primary", async () => {
  const runtime = start("60s");
  await untilUsed(runtime);
  await addUser(runtime);
  await until(async () => (await readOverview(runtime)).users?.total === 1);
  await control`select pg_wal_replay_pause()`;
  await addUser(runtime);
  await addUser(runtime);
  const before = await readOverview(runtime);
  expect(before).toMatchObject({ users: { total: 1 }, signUps: { total: 1 } });
  const page = await list(runtime, { limit: 2 });
  expect(page.items).toHaveLength(2);
  expect(page.total).toBe(1);
  const whole = await list(runtime, { limit: 50 });
  expect(whole).toMatchObject({ total: 3, isTotalEstimated: false });
  expect(whole.items).toHaveLength(3);
  await control`select pg_wal_replay_resume()`;
  await until(async () => (await readOverview(runtime)).users?.total === 3);
});

test("a replica that is too far behind is left for the primary until it has caught up", async () => {
  const runtime = start("1s");
  await untilUsed(runtime);
  await control`select pg_wal_replay_pause()`;
  await addUser(runtime);
  await until(() => faults(runtime)[0] === "it is too far behind");
  const { users } = await readOverview(runtime);
  expect(users?.total).toBe((await list(runtime)).items.length);
  expect(await answeredBy(runtime)).toBe(postgres.primary.port);
  await control`select pg_wal_replay_resume()`;
  await untilUsed(runtime);
  expect(await answeredBy(runtime)).toBe(postgres.standby.port);
});

test("an idle primary makes no replica look old", async () => {
  const runtime = start("1s");
  await untilUsed(runtime);
  const end = performance.now() + 2_500;
  while (performance.now() < end) expect(await answeredBy(runtime)).toBe(postgres.standby.port);
  expect(runtime.services.replicas.describe()[0]?.lagSeconds).toBeLessThan(0.5);
});

test("a replica that does not stream is not used, though it has everything", async () => {
  const runtime = start("60s");
  await untilUsed(runtime);
  await configureStandby("primary_conninfo = ''");
  await until(() => faults(runtime)[0] === "it does not stream from the primary");
  expect(await answeredBy(runtime)).toBe(postgres.primary.port);
  await configureStandby(`primary_conninfo = '${postgres.conninfo}'`);
  await untilUsed(runtime);
});

test("a read that replay got in the way of is done again on the primary, and the replica stays", async () => {
  const runtime = start("60s");
  await untilUsed(runtime);
  await configureStandby("max_standby_streaming_delay = 0");
  const read = runtime.services.replicas.readStale(async (db) => {
    const rows = await db.execute<{ port: number }>(
      sql`select inet_server_port() as port, pg_sleep(1) from (select count(*) from users) as counted`,
    );
    return rows[0]?.port;
  });
  await until(async () => {
    const [row] = await control`select from pg_stat_activity where wait_event = 'PgSleep'`;
    return row !== undefined;
  });
  await runtime.services.raw.begin((tx) => tx`lock table users in access exclusive mode`);
  expect(await read).toBe(postgres.primary.port);
  expect(usable(runtime)).toEqual([true]);
  await configureStandby("max_standby_streaming_delay = default");
});

test("what is no standby of this database with its schema is not used", async () => {
  const at = (url: string, name: string) => Object.assign(new URL(url), { pathname: name }).href;
  const { primary, standby } = postgres;
  const wrongPassword = Object.assign(new URL(standby.url), { password: "hunter2" }).href;
  const runtime = start("60s", [
    primary.url,
    at(standby.url, "/template1"),
    wrongPassword,
    "postgres://postgres:hunter2@127.0.0.1:1/postgres",
  ]);
  await until(() => faults(runtime).every((fault) => !fault?.includes("yet")));
  expect(faults(runtime)).toEqual([
    "it is not a standby",
    "it is a standby of another database",
    "it does not answer (28P01)",
    "it does not answer (ECONNREFUSED)",
  ]);
  expect(await answeredBy(runtime)).toBe(primary.port);
  const health = await getHealth(runtime.services);
  expect(JSON.stringify(health)).not.toContain("hunter2");
  await runtime.services.raw`create database empty`;
  const unmigrated = start("60s", [at(standby.url, "/empty")], at(primary.url, "/empty"));
  await until(() => faults(unmigrated)[0] === "it lacks migrations");
});

test("a role that may not see statistics of the server will do", async () => {
  const { raw } = start("60s", []).services;
  await raw`create role plain login password 'plain'`;
  await raw`grant select on all tables in schema public to plain`;
  const as = (url: string) =>
    Object.assign(new URL(url), { username: "plain", password: "plain" }).href;
  const runtime = start("60s", [as(postgres.standby.url)], as(postgres.primary.url));
  await untilUsed(runtime);
  expect(await answeredBy(runtime)).toBe(postgres.standby.port);
});

test("healthy replicas take turns", async () => {
  const runtime = start("60s", [postgres.standby.url, postgres.standby.url]);
  await untilUsed(runtime);
  const seen: Drizzle[] = [];
  for (let index = 0; index < 4; index++)
    await runtime.services.replicas.readStale(async (db) => seen.push(db));
  expect(new Set(seen).size).toBe(2);
  expect(seen.slice(2)).toEqual(seen.slice(0, 2));
});

test("a killed replica costs no failed read, and is used again once it is back", async () => {
  const runtime = start("5s");
  await untilUsed(runtime);
  let isOver = false;
  const answers = new Set<unknown>();
  const readers = Array.from({ length: 8 }, async () => {
    while (!isOver) {
      answers.add(await answeredBy(runtime));
      expect((await readOverview(runtime)).users?.total).toBeGreaterThan(0);
    }
  });
  await until(() => answers.has(postgres.standby.port));
  await postgres.standby.kill();
  await until(() => answers.has(postgres.primary.port) && !usable(runtime)[0]);
  expect(faults(runtime)[0]).toMatch(/ECONN|CONNECTION/);
  await postgres.standby.start();
  await untilUsed(runtime);
  answers.clear();
  await until(() => answers.has(postgres.standby.port));
  isOver = true;
  await Promise.all(readers);
});

test("a frozen replica holds no read up for long, nor the health page, and metrics tell", async () => {
  const runtime = start("60s");
  await untilUsed(runtime);
  observeReplicas(runtime.services.metrics, runtime.services);
  const metrics = () => runtime.services.metrics.registry.metrics();
  expect(await metrics()).toContain('binnacle_database_replica_usable{replica="1"} 1');
  expect(await metrics()).toMatch(/replica_lag_seconds\{replica="1"\} 0/);
  postgres.standby.freeze();
  const startedAt = performance.now();
  const ports = await Promise.all(Array.from({ length: 20 }, () => answeredBy(runtime)));
  expect(new Set(ports)).toEqual(new Set([postgres.primary.port]));
  expect(performance.now() - startedAt).toBeLessThan(3_000);
  const askedAt = performance.now();
  const { checks } = await getHealth(runtime.services);
  expect(performance.now() - askedAt).toBeLessThan(1_000);
  expect(checks.find(({ name }) => name === "replicas")).toMatchObject({
    status: "degraded",
    detail: "1 of 1 not used; the primary answers instead.",
    facts: [{ label: "Replica 1", value: "it does not answer (in time)" }],
  });
  expect(await metrics()).toContain('binnacle_database_replica_usable{replica="1"} 0');
  postgres.standby.thaw();
  await untilUsed(runtime);
  expect(await answeredBy(runtime)).toBe(postgres.standby.port);
});

test("without replicas a read goes straight to the primary, and nothing is observed", async () => {
  const runtime = start("5s", []);
  const { replicas, metrics, db } = runtime.services;
  const answer = Promise.resolve(1);
  expect(replicas.readStale(() => answer)).toBe(answer);
  expect(await replicas.readStale(async (stale) => stale === db)).toBe(true);
  observeReplicas(metrics, runtime.services);
  expect(await metrics.registry.metrics()).not.toContain("replica");
  const { checks } = await getHealth(runtime.services);
  expect(checks.map(({ name }) => name)).not.toContain("replicas");
});

test("writes through a replica are refused", async () => {
  const runtime = start("60s");
  await untilUsed(runtime);
  const { replicas } = runtime.services;
  await expect(replicas.readStale((db) => db.delete(users))).rejects.toMatchObject({
    cause: { code: "25006" },
  });
  const readOnly = createSql({ ...TIMEOUTS, url: postgres.primary.url, isReadOnly: true }, 1);
  await expect(readOnly`delete from users`).rejects.toMatchObject({ code: "25006" });
  await readOnly.end();
});
