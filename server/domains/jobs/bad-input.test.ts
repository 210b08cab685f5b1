import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callProcedure } from "#server/testing/procedure-calls.ts";
import { type ProgramWorld, startProgramWorld } from "#server/testing/program-world.ts";

let started: ProgramWorld;
let cookie: string;
let jobId: string;

beforeAll(async () => {
  started = await startProgramWorld();
  cookie = (await started.openSession(await started.world.createUser({ roles: ["owner"] }))).cookie;
  const [job] = await started.world.services.db.execute<{ id: string }>(sql`
    insert into pgboss.job (name, data, state, completed_on)
    values ('mail.digest', '{"payload": {"days": 7}, "cause": null}', 'completed', now())
    returning id`);
  jobId = job?.id ?? "";
}, 60_000);
afterAll(() => started.close());

/** All that any of the calls below could have changed. */
const readAll = () =>
  started.world.services.db.execute(sql`
    select (select count(*) from pgboss.job) as jobs, (select count(*) from job_queues) as queues,
      (select json_agg(s order by id) from job_schedules s) as schedules,
      (select count(*) from job_alerts) as alerts, (select count(*) from audit_entries) as entries`);

const schedule = {
  name: "wrong",
  queue: "mail.digest",
  description: "Wrong",
  timing: { kind: "cron", cron: "0 7 * * 1", timeZone: "UTC" },
  payload: { days: 7 },
};
const cron = (text: string) => ({ ...schedule, timing: { ...schedule.timing, cron: text } });
const alert = { metric: "depth", threshold: 1, recipients: ["ops@example.com"] };

test.each([
  ["an unknown queue", "jobs.pauseQueue", () => ({ name: "nothing" }), 404],
  ["an unknown queue", "jobs.setConcurrency", () => ({ name: "nothing", concurrency: 1 }), 404],
  ["an unknown queue", "jobs.redrive", () => ({ name: "nothing" }), 404],
  ["an unknown queue", "jobs.alerts.create", () => ({ ...alert, queue: "nothing" }), 422],
  ["an unknown job name", "jobs.schedules.create", () => ({ ...schedule, queue: "nothing" }), 422],
  ["an unknown job", "jobs.rerun", () => ({ jobId: crypto.randomUUID(), payload: {} }), 404],
  ["a payload that does not parse", "jobs.rerun", () => ({ jobId, payload: { days: 99 } }), 422],
  ["a payload that does not parse", "jobs.rerun", () => ({ jobId, payload: "days" }), 422],
  [
    "a payload that does not parse",
    "jobs.schedules.create",
    () => ({ ...schedule, payload: {} }),
    422,
  ],
  ["a cron of six fields", "jobs.schedules.create", () => cron("0 0 7 * * 1"), 422],
  ["a cron that no day fits", "jobs.schedules.create", () => cron("0 0 30 2 *"), 422],
  ["words for a cron", "jobs.schedules.create", () => cron("every monday"), 422],
])("%s is refused by %s, and nothing is changed", async (_, path, makeInput, status) => {
  const before = await readAll();
  const { url } = started.program;
  const input = makeInput();
  const answer = await callProcedure({ url, path, input, cookie });
  expect(answer.status).toBe(status);
  expect(answer.body).toContain('"message":"');
  expect(await readAll()).toEqual(before);
});
