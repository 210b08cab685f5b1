import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { jobScheduleRuns, jobSchedules } from "#db/schema/jobs.ts";
import { createJobWorld, type JobWorld } from "#server/testing/job-world.ts";
import { defineJob, type JobDefinition } from "../catalog.ts";
import { ALIVE_MS } from "../heartbeat.ts";
import { type CodeSchedule, defineSchedule } from "./definition.ts";
import { runDue } from "./scheduler.ts";
import { keepSchedules, syncSchedules } from "./sync.ts";
import type { Timing } from "./timing.ts";

const HOUR_MS = 3_600_000;
const hourly: Timing = { kind: "cron", cron: "0 * * * *", timeZone: "UTC" };
const definition = defineJob({
  name: "test.scheduled",
  description: "Runs when it is time",
  payload: z.strictObject({ number: z.number() }),
});
const scheduleAt = (timing: Timing): CodeSchedule =>
  defineSchedule(definition, timing, { payload: { number: 7 } });

let world: JobWorld;

beforeEach(async () => {
  world = await createJobWorld([
    { definition: definition as JobDefinition, run: async () => undefined },
  ]);
});
afterEach(() => world.close());

const look = () =>
  runDue({
    services: world.services,
    definitions: new Map([[definition.name, definition as JobDefinition]]),
  });
const listJobs = () =>
  world.services.db.execute<{ id: string; data: { payload: unknown; cause: unknown } }>(
    sql`select id, data from pgboss.job where name = ${definition.name} order by created_on`,
  );

async function readSchedule() {
  const [row] = await world.services.db
    .select()
    .from(jobSchedules)
    .innerJoin(jobScheduleRuns, eq(jobScheduleRuns.scheduleId, jobSchedules.id))
    .where(eq(jobSchedules.name, definition.name));
  return row && { ...row.job_schedules, ...row.job_schedule_runs };
}

test("a slot makes one job, however many processes look at once", async () => {
  await syncSchedules(world.services, [scheduleAt(hourly)]);
  expect(await look()).toBe(0);
  world.advance(HOUR_MS);
  await Promise.all(Array.from({ length: 8 }, look));
  const [job, ...others] = await listJobs();
  expect(others).toEqual([]);
  expect(job?.data).toMatchObject({
    payload: { number: 7 },
    cause: { actor: { kind: "system", name: `schedule ${definition.name}` } },
  });
  const schedule = await readSchedule();
  expect(schedule?.lastJobId).toBe(job?.id);
  expect(schedule?.nextAt?.getTime()).toBe((schedule?.lastAt?.getTime() ?? 0) + HOUR_MS);
});

test("a schedule of a queue that only a newer build knows is left to it", async () => {
  await syncSchedules(world.services, [scheduleAt(hourly)]);
  const before = await readSchedule();
  world.advance(HOUR_MS);
  expect(await runDue({ services: world.services, definitions: new Map() })).toBe(0);
  expect(await readSchedule()).toEqual(before);
  await look();
  expect(await listJobs()).toHaveLength(1);
});

test("a slot whose payload no longer parses has no job, and does not name the one before", async () => {
  await syncSchedules(world.services, [scheduleAt(hourly)]);
  world.advance(HOUR_MS);
  await look();
  await world.services.db.update(jobSchedules).set({ payload: { number: "x" } });
  world.advance(HOUR_MS);
  await look();
  expect(await listJobs()).toHaveLength(1);
  expect(await readSchedule()).toMatchObject({ lastJobId: null });
});

test("slots that nobody was there for make one job together; a clock set back makes none", async () => {
  await syncSchedules(world.services, [scheduleAt(hourly)]);
  world.advance(30 * HOUR_MS);
  await look();
  expect(await listJobs()).toHaveLength(1);
  world.advance(-5 * HOUR_MS);
  await look();
  world.advance(5 * HOUR_MS);
  await look();
  expect(await listJobs()).toHaveLength(1);
});

test("what is paused makes no jobs, and one slot when it goes on", async () => {
  await syncSchedules(world.services, [scheduleAt(hourly)]);
  const set = (pausedAt: Date | null) =>
    world.services.db
      .update(jobSchedules)
      .set({ pausedAt, pausedByName: pausedAt && "Ada Lovelace" });
  await set(new Date());
  world.advance(3 * HOUR_MS);
  await look();
  expect(await listJobs()).toEqual([]);
  await set(null);
  await look();
  await look();
  expect(await listJobs()).toHaveLength(1);
});

test("a deploy brings new timings, keeps those that an operator set, and drops what is gone", async () => {
  const daily: Timing = { kind: "cron", cron: "0 3 * * *", timeZone: "UTC" };
  await syncSchedules(world.services, [scheduleAt(hourly)]);
  await syncSchedules(world.services, [scheduleAt(daily)]);
  expect(await readSchedule()).toMatchObject({ cron: "0 3 * * *", isEdited: false });
  expect((await readSchedule())?.nextAt?.getUTCHours()).toBe(3);

  await world.services.db.update(jobSchedules).set({ cron: "15 5 * * *", isEdited: true });
  await syncSchedules(world.services, [scheduleAt(hourly)]);
  expect(await readSchedule()).toMatchObject({
    cron: "15 5 * * *",
    isEdited: true,
    timingInCode: "0 * * * * (UTC)",
  });

  world.advance(ALIVE_MS + 1);
  await syncSchedules(world.services, []);
  world.advance(24 * HOUR_MS);
  await look();
  expect(await readSchedule()).toMatchObject({ cron: "15 5 * * *", droppedAt: expect.any(Date) });
  expect(await listJobs()).toEqual([]);
  await syncSchedules(world.services, [scheduleAt(hourly)]);
  const back = await readSchedule();
  expect(back).toMatchObject({ cron: "15 5 * * *", isEdited: true, droppedAt: null });
  expect(back?.nextAt?.getTime()).toBeGreaterThan(world.services.now().getTime());
  expect(back?.nextAt?.getUTCMinutes()).toBe(15);

  await world.services.db.update(jobSchedules).set({ isEdited: false });
  world.advance(ALIVE_MS + 1);
  await syncSchedules(world.services, []);
  expect(await readSchedule()).toBeUndefined();
});

test("what a living worker brings is left alone by those of other builds, and goes when it is gone", async () => {
  const brought = [scheduleAt(hourly)];
  await syncSchedules(world.services, brought);
  const id = (await readSchedule())?.id;
  for (let beat = 0; beat < 5; beat++) {
    world.advance(ALIVE_MS / 2);
    await keepSchedules(world.services, brought);
    // Another build starts, and one that has run for a while goes on.
    await syncSchedules(world.services, []);
    await keepSchedules(world.services, []);
  }
  expect(await readSchedule()).toMatchObject({ id, droppedAt: null });

  await world.services.db.update(jobSchedules).set({ isEdited: true });
  world.advance(ALIVE_MS + 1);
  await keepSchedules(world.services, []);
  expect(await readSchedule()).toMatchObject({ id, droppedAt: expect.any(Date) });
  await keepSchedules(world.services, brought);
  expect(await readSchedule()).toMatchObject({ id, isEdited: true, droppedAt: null });

  await world.services.db.delete(jobSchedules);
  await keepSchedules(world.services, brought);
  expect(await readSchedule()).toMatchObject({ isEdited: false, droppedAt: null });
});

test("a schedule is kept while its slot is being worked at", async () => {
  const brought = [scheduleAt(hourly)];
  await syncSchedules(world.services, brought);
  await world.services.db.transaction(async (tx) => {
    await tx.select().from(jobScheduleRuns).for("update");
    await keepSchedules(world.services, brought);
  });
});

test("a one-off schedule makes its job when its time has come, and none after it", async () => {
  const at = new Date(world.services.now().getTime() + HOUR_MS);
  await syncSchedules(world.services, [scheduleAt({ kind: "once", at })]);
  await look();
  expect(await listJobs()).toEqual([]);
  world.advance(HOUR_MS);
  await look();
  expect(await listJobs()).toHaveLength(1);
  expect(await readSchedule()).toMatchObject({ nextAt: null, lastAt: at });
  await world.services.db.execute(sql`delete from pgboss.job`);
  world.advance(24 * HOUR_MS);
  await look();
  await syncSchedules(world.services, [scheduleAt({ kind: "once", at })]);
  await look();
  expect(await listJobs()).toEqual([]);
});

test("while its job waits, more slots make no more of them; another payload does", async () => {
  await syncSchedules(world.services, [scheduleAt(hourly)]);
  for (let hour = 0; hour < 8; hour++) {
    world.advance(HOUR_MS);
    await look();
  }
  const [job, ...others] = await listJobs();
  expect(others).toEqual([]);
  expect((await readSchedule())?.lastJobId).toBe(job?.id);
  await world.services.db.update(jobSchedules).set({ payload: { number: 8 } });
  world.advance(HOUR_MS);
  await look();
  expect(await listJobs()).toHaveLength(2);
});

test("while the database is overloaded a slot is not given up", async () => {
  await syncSchedules(world.services, [scheduleAt(hourly)]);
  world.advance(HOUR_MS);
  const { services } = world;
  await services.db.execute(sql`
    create function be_slow() returns trigger language plpgsql as $$
      begin raise exception 'canceling statement due to statement timeout' using errcode = '57014'; end $$`);
  await services.db.execute(sql`
    create trigger slow before insert on pgboss.job_common for each row execute function be_slow()`);
  await expect(look()).rejects.toThrow();
  await services.db.execute(sql`drop trigger slow on pgboss.job_common`);
  await look();
  expect(await listJobs()).toHaveLength(1);
});

test("a schedule whose job the queue refuses holds up no other", async () => {
  const absent = { ...definition, name: "test.absent" } as JobDefinition;
  const broken = defineSchedule(absent, hourly, { payload: { number: 1 } });
  await syncSchedules(world.services, [scheduleAt(hourly), broken]);
  world.advance(HOUR_MS);
  const definitions = new Map([definition as JobDefinition, absent].map((one) => [one.name, one]));
  expect(await runDue({ services: world.services, definitions })).toBe(2);
  expect(await listJobs()).toHaveLength(1);
  expect(await runDue({ services: world.services, definitions })).toBe(0);
});

test("a payload that no longer parses is passed over, and the schedule goes on", async () => {
  await syncSchedules(world.services, [scheduleAt(hourly)]);
  await world.services.db.update(jobSchedules).set({ payload: { number: "x" } });
  world.advance(HOUR_MS);
  await look();
  expect(await listJobs()).toEqual([]);
  expect((await readSchedule())?.nextAt?.getTime()).toBeGreaterThan(world.services.now().getTime());
});
