import { desc } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { auditEntries } from "#db/schema/audit.ts";
import type { Context } from "#server/platform/context.ts";
import { defineJob, type JobDefinition } from "#server/platform/queue/catalog.ts";
import { ALIVE_MS } from "#server/platform/queue/heartbeat.ts";
import { defineSchedule } from "#server/platform/queue/schedules/definition.ts";
import { runDue } from "#server/platform/queue/schedules/scheduler.ts";
import { syncSchedules } from "#server/platform/queue/schedules/sync.ts";
import type { Timing } from "#server/platform/queue/schedules/timing.ts";
import { createJobWorld, type JobWorld } from "#server/testing/job-world.ts";
import { listSchedules } from "./queries.ts";
import {
  createSchedule,
  deleteSchedule,
  followCode,
  pauseSchedule,
  resumeSchedule,
  runSchedule,
  updateSchedule,
} from "./service.ts";

const HOUR_MS = 3_600_000;
const HOURLY: Timing = { kind: "cron", cron: "0 * * * *", timeZone: "UTC" };
const DAILY: Timing = { kind: "cron", cron: "30 6 * * *", timeZone: "Europe/Berlin" };
const COUNT = defineJob({
  name: "test.count",
  description: "Counts",
  payload: z.strictObject({ number: z.number() }),
}) as JobDefinition;
const CODE = [defineSchedule(COUNT, HOURLY, { payload: { number: 7 } })];

let world: JobWorld;
let ctx: Context;
const JOBS = [COUNT];

beforeEach(async () => {
  world = await createJobWorld([{ definition: COUNT, run: async () => undefined }]);
  ctx = world.as(await world.createUser({ name: "Ada Lovelace", roles: ["admin"] }));
  await syncSchedules(world.services, CODE);
});
afterEach(() => world.close());

const look = () =>
  runDue({ services: world.services, definitions: new Map([[COUNT.name, COUNT]]) });
async function readOnly(name = COUNT.name) {
  const schedule = (await listSchedules(ctx)).find((one) => one.name === name);
  if (!schedule) throw new Error(`No schedule ${name}`);
  return schedule;
}
const newestAction = async () =>
  (await ctx.db.select().from(auditEntries).orderBy(desc(auditEntries.id)).limit(1))[0]?.action;

test("another timing holds through a deploy, which says what the code would have", async () => {
  const before = await readOnly();
  const edit = { scheduleId: before.id, timing: DAILY, payload: { number: 8 } };
  await updateSchedule(ctx, { ...edit, version: before.version }, JOBS);
  await syncSchedules(world.services, CODE);
  expect(await readOnly()).toMatchObject({
    timing: DAILY,
    payload: { number: 8 },
    timingInCode: "0 * * * * (UTC)",
  });
  expect(await newestAction()).toBe("schedule.updated");
  await expect(
    updateSchedule(ctx, { ...edit, version: before.version }, JOBS),
  ).rejects.toMatchObject({
    code: "CONFLICT",
  });
});

test("another payload holds through a deploy, and is known to be an edit", async () => {
  const { id: scheduleId, version, timing } = await readOnly();
  expect(await readOnly()).toMatchObject({ isEdited: false });
  await updateSchedule(ctx, { scheduleId, version, timing, payload: { number: 8 } }, JOBS);
  await syncSchedules(world.services, CODE);
  expect(await readOnly()).toMatchObject({
    payload: { number: 8 },
    isEdited: true,
    timingInCode: null,
  });
});

test("it follows the code again when it is told to; one of an operator cannot", async () => {
  const { id: scheduleId, version } = await readOnly();
  const edit = { scheduleId, version, timing: DAILY, payload: { number: 8 } };
  await updateSchedule(ctx, edit, JOBS);
  await followCode(ctx, { scheduleId }, CODE);
  const followed = await readOnly();
  expect(followed).toMatchObject({ timing: HOURLY, payload: { number: 7 }, isEdited: false });
  expect(followed.nextAt?.getUTCMinutes()).toBe(0);
  expect(await newestAction()).toBe("schedule.updated");
  await expect(followCode(ctx, { scheduleId }, [])).rejects.toMatchObject({ code: "CONFLICT" });
});

/** When no worker lives any more whose code brings the schedule. */
async function startOtherBuild() {
  world.advance(ALIVE_MS + 1);
  await syncSchedules(world.services, []);
}

test("one that is paused outlives builds that do not bring it, does not run, and can be deleted", async () => {
  const { id: scheduleId } = await readOnly();
  await pauseSchedule(ctx, { scheduleId });
  await startOtherBuild();
  expect(await readOnly()).toMatchObject({ isDropped: true, nextAt: null });
  await resumeSchedule(ctx, { scheduleId });
  world.advance(5 * HOUR_MS);
  expect(await look()).toBe(0);
  await syncSchedules(world.services, CODE);
  expect(await readOnly()).toMatchObject({ isDropped: false, nextAt: expect.any(Date) });
  await pauseSchedule(ctx, { scheduleId });
  await startOtherBuild();
  await deleteSchedule(ctx, { scheduleId });
  expect(await listSchedules(ctx)).toEqual([]);
});

test("a paused schedule makes no job, survives a start, and makes up for nothing when it is resumed", async () => {
  const { id: scheduleId } = await readOnly();
  await pauseSchedule(ctx, { scheduleId, reason: "The disk is full" });
  await syncSchedules(world.services, CODE);
  world.advance(5 * HOUR_MS);
  expect(await look()).toBe(0);
  expect(await readOnly()).toMatchObject({
    nextAt: null,
    pausedByName: "Ada Lovelace",
    pauseReason: "The disk is full",
  });
  await resumeSchedule(ctx, { scheduleId });
  expect(await look()).toBe(0);
  const { nextAt } = await readOnly();
  expect(nextAt?.getTime()).toBeGreaterThan(ctx.now().getTime());
  world.advance(HOUR_MS);
  expect(await look()).toBe(1);
});

test("run now makes a job beside the times and links it", async () => {
  const { id: scheduleId, nextAt } = await readOnly();
  const jobId = await runSchedule(ctx, { scheduleId }, JOBS);
  expect(await readOnly()).toMatchObject({ lastJobId: jobId, lastState: "created", nextAt });
});

test("an operator's schedule is made once, runs, and is deleted; one of the code stays", async () => {
  const made = {
    name: "every ten minutes",
    queue: COUNT.name,
    description: "Counts often",
    timing: { kind: "interval" as const, everySeconds: 600 },
    payload: { number: 1 },
  };
  await createSchedule(ctx, made, JOBS);
  await expect(createSchedule(ctx, made, JOBS)).rejects.toMatchObject({ code: "VALIDATION" });
  const { nextAt } = await readOnly(made.name);
  world.advance(600_000);
  await look();
  const { id: scheduleId, ...run } = await readOnly(made.name);
  expect(run).toMatchObject({ lastAt: nextAt, lastState: "created" });
  await syncSchedules(world.services, CODE);
  await deleteSchedule(ctx, { scheduleId });
  expect((await listSchedules(ctx)).map(({ name }) => name)).toEqual([COUNT.name]);
  const fromCode = await readOnly();
  await expect(deleteSchedule(ctx, { scheduleId: fromCode.id })).rejects.toMatchObject({
    code: "CONFLICT",
  });
});

test.each([
  [{ timing: { kind: "cron" as const, cron: "61 * * * *", timeZone: "UTC" } }, "timing.cron"],
  [{ timing: { kind: "cron" as const, cron: "* * * * * *", timeZone: "UTC" } }, "timing.cron"],
  [{ timing: { kind: "cron" as const, cron: "0 0 30 2 *", timeZone: "UTC" } }, "timing.cron"],
  [{ timing: { kind: "cron" as const, cron: "0 * * * *", timeZone: "Mars" } }, "timing.timeZone"],
  [{ timing: { kind: "once" as const, at: new Date(0) } }, "timing.at"],
  [{ payload: { number: "x" } }, "payload.number"],
  [{ queue: "nothing" }, "queue"],
])("a schedule that cannot run is refused by its field: %j", async (wrong, path) => {
  const input = {
    name: "wrong",
    queue: COUNT.name,
    description: "Wrong",
    timing: HOURLY,
    payload: { number: 1 },
    ...wrong,
  };
  await expect(createSchedule(ctx, input, JOBS)).rejects.toMatchObject({
    code: "VALIDATION",
    fields: [{ path }],
  });
  expect(await listSchedules(ctx)).toHaveLength(1);
});
