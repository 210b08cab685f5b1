import { asc, desc, sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { auditEntries } from "#db/schema/audit.ts";
import { outboxMails } from "#db/schema/mail.ts";
import type { Context } from "#server/platform/context.ts";
import { createHistory } from "#server/platform/queue/history/history.ts";
import { createJobWorld, type JobWorld } from "#server/testing/job-world.ts";
import { PURGE_TRACES } from "../catalog.ts";
import { checkAlerts } from "./jobs.ts";
import { listAlerts } from "./queries.ts";
import { createAlert, deleteAlert, updateAlert } from "./service.ts";

const JOBS = [PURGE_TRACES];
const { name: queue } = PURGE_TRACES;
const recipients = ["ops@example.com", "ada@example.com"];

let world: JobWorld;
let ctx: Context;

beforeEach(async () => {
  world = await createJobWorld([{ definition: PURGE_TRACES, run: async () => undefined }]);
  ctx = world.as(await world.createUser({ name: "Ada Lovelace", roles: ["admin"] }));
});
afterEach(() => world.close());

const look = () => checkAlerts(() => JOBS)(ctx, { signal: new AbortController().signal });
const subjects = async () => {
  const rows = await ctx.db.select().from(outboxMails).orderBy(asc(outboxMails.id));
  return rows.map(({ recipient, subject }) => `${recipient}: ${subject}`);
};
const only = async () => (await listAlerts(ctx))[0];

test("an alert mails everybody once when it begins and once when it is over", async () => {
  await createAlert(ctx, { queue, metric: "depth", threshold: 1, recipients }, JOBS);
  await look();
  expect(await only()).toMatchObject({ firingSince: null, value: 0, worstQueue: queue });
  for (let count = 0; count < 2; count++) await world.enqueue(queue, {});
  world.advance(60_000);
  await look();
  await look();
  expect(await only()).toMatchObject({ firingSince: expect.any(Date), value: 2 });
  expect(await subjects()).toEqual(
    recipients.map((to) => `${to}: ${queue} has passed its threshold`),
  );
  await ctx.db.execute(sql`delete from pgboss.job`);
  await look();
  world.advance(4 * 60_000);
  await look();
  expect(await only()).toMatchObject({ firingSince: expect.any(Date), value: 0 });
  expect(await subjects()).toHaveLength(2);
  world.advance(60_000);
  await look();
  expect(await only()).toMatchObject({ firingSince: null, value: 0 });
  expect(await subjects()).toHaveLength(4);
});

test("the age of the oldest job and the rate of failures are measured", async () => {
  await createAlert(ctx, { metric: "age", threshold: 300, recipients }, JOBS);
  await createAlert(ctx, { queue, metric: "failure-rate", threshold: 40, recipients }, JOBS);
  await world.enqueue(queue, {});
  const history = createHistory(world.services);
  for (const isFailed of [true, true, false]) {
    history.note({ queue, isFailed, waitedMs: 1, ranMs: 1 });
  }
  await history.stop();
  world.advance(400_000);
  await look();
  const [age, rate] = await listAlerts(ctx);
  expect(age?.value).toBeGreaterThan(390);
  expect(rate?.value).toBeCloseTo(66.7, 1);
  expect([age?.firingSince, rate?.firingSince]).toEqual([expect.any(Date), expect.any(Date)]);
});

test("those that are exceeded come first", async () => {
  for (const threshold of [1_000, 0, 2_000])
    await createAlert(ctx, { queue, metric: "depth", threshold, recipients }, JOBS);
  await world.enqueue(queue, {});
  await look();
  const thresholds = (await listAlerts(ctx)).map(({ threshold }) => threshold);
  expect(thresholds).toEqual([0, 1_000, 2_000]);
});

test("one is changed for whoever has read it as it is, and forgets what was measured of another queue", async () => {
  await createAlert(ctx, { queue, metric: "depth", threshold: 0, recipients }, JOBS);
  await world.enqueue(queue, {});
  await look();
  const { id: alertId = "", version = 0, firingSince } = (await only()) ?? {};
  const change = { alertId, version, queue, metric: "depth", threshold: 5, recipients } as const;
  await updateAlert(ctx, change, JOBS);
  expect(await only()).toMatchObject({ threshold: 5, version: version + 1, firingSince });
  await expect(updateAlert(ctx, change, JOBS)).rejects.toMatchObject({ code: "CONFLICT" });
  const { queue: _, ...everywhere } = { ...change, version: version + 1 };
  await updateAlert(ctx, everywhere, JOBS);
  expect(await only()).toMatchObject({ queue: null, firingSince: null, checkedAt: null });
  const unknown = { ...change, queue: "no.such", version: version + 2 };
  await expect(updateAlert(ctx, unknown, JOBS)).rejects.toMatchObject({ code: "VALIDATION" });
  const [entry] = await ctx.db.select().from(auditEntries).orderBy(desc(auditEntries.id)).limit(1);
  expect(entry).toMatchObject({ action: "job-alert.updated" });
});

test("one that swings about its threshold is told of once", async () => {
  await createAlert(ctx, { queue, metric: "depth", threshold: 0, recipients }, JOBS);
  for (let swing = 0; swing < 5; swing++) {
    await world.enqueue(queue, {});
    world.advance(60_000);
    await look();
    await ctx.db.execute(sql`delete from pgboss.job`);
    world.advance(60_000);
    await look();
  }
  expect(await subjects()).toHaveLength(2);
});

test("one attempt that failed is no rate yet; when it fails again, it is", async () => {
  await createAlert(ctx, { queue, metric: "failure-rate", threshold: 40, recipients }, JOBS);
  const history = createHistory(world.services);
  history.note({ queue, isFailed: true, waitedMs: 1, ranMs: 1 });
  await history.stop();
  await look();
  expect(await only()).toMatchObject({ firingSince: null, value: 0 });
  const again = createHistory(world.services);
  again.note({ queue, isFailed: true, waitedMs: 1, ranMs: 1 });
  await again.stop();
  await look();
  expect(await only()).toMatchObject({ firingSince: expect.any(Date), value: 100 });
});

test("making and deleting an alert is in the log; one of a queue that is not there is refused", async () => {
  await expect(
    createAlert(ctx, { queue: "nothing", metric: "depth", threshold: 1, recipients }, JOBS),
  ).rejects.toMatchObject({ code: "VALIDATION", fields: [{ path: "queue" }] });
  await createAlert(ctx, { queue, metric: "depth", threshold: 1, recipients }, JOBS);
  const alertId = (await only())?.id ?? "";
  await deleteAlert(ctx, { alertId });
  await expect(deleteAlert(ctx, { alertId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  const entries = await ctx.db.select().from(auditEntries).orderBy(desc(auditEntries.id)).limit(2);
  expect(entries.map(({ action }) => action)).toEqual(["job-alert.deleted", "job-alert.created"]);
});
