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
  {
    what: "an unknown queue",
    path: "jobs.pauseQueue",
    input: () => ({ name: "nothing" }),
    status: 404,
  },
  {
    what: "an unknown queue",
    path: "jobs.setConcurrency",
    input: () => ({ name: "nothing", concurrency: 1 }),
    status: 404,
  },
  {
    what: "an unknown queue",
    path: "jobs.redrive",
    input: () => ({ name: "nothing" }),
    status: 404,
  },
  {
    what: "an unknown queue",
    path: "jobs.alerts.create",
    input: () => ({ ...alert, queue: "nothing" }),
    status: 422,
  },
  {
    what: "an unknown job name",
    path: "jobs.schedules.create",
    input: () => ({ ...schedule, queue: "nothing" }),
    status: 422,
  },
  {
    what: "an unknown job",
    path: "jobs.rerun",
    input: () => ({ jobId: crypto.randomUUID(), payload: {} }),
    status: 404,
  },
  {
    what: "a payload that does not parse",
    path: "jobs.rerun",
    input: () => ({ jobId, payload: { days: 99 } }),
    status: 422,
  },
  {
    what: "a payload that does not parse",
    path: "jobs.rerun",
    input: () => ({ jobId, payload: "days" }),
    status: 422,
  },
  {
    what: "a payload that does not parse",
    path: "jobs.schedules.create",
    input: () => ({ ...schedule, payload: {} }),
    status: 422,
  },
  {
    what: "a cron of six fields",
    path: "jobs.schedules.create",
    input: () => cron("0 0 7 * * 1"),
    status: 422,
  },
  {
    what: "a cron that no day fits",
    path: "jobs.schedules.create",
    input: () => cron("0 0 30 2 *"),
    status: 422,
  },
  {
    what: "words for a cron",
    path: "jobs.schedules.create",
    input: () => cron("every monday"),
    status: 422,
  },
])("$what is refused by $path, and nothing is changed", async ({ path, input, status }) => {
  const before = await readAll();
  const { url } = started.program;
  const answer = await callProcedure({ url, path, input: input(), cookie });
  expect(answer.status).toBe(status);
  expect(answer.body).toContain('"message":"');
  expect(await readAll()).toEqual(before);
});
