// `npm run bench -- jobs`: enqueueing and empty jobs, against plain pg-boss on the same database in the same run.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { sql } from "drizzle-orm";
import { fromDrizzle, PgBoss } from "pg-boss";
import { z } from "zod";
import { loadConfig } from "#server/config.ts";
import { createSystemContext } from "#server/platform/context.ts";
import { createLogger } from "#server/platform/logger.ts";
import { startEmbeddedPostgres } from "#server/platform/postgres/embedded.ts";
import { defineJob } from "#server/platform/queue/catalog.ts";
import type { Cause } from "#server/platform/queue/envelope.ts";
import { installQueue } from "#server/platform/queue/install.ts";
import { listenForJobs } from "#server/platform/queue/listen.ts";
import { startRunners } from "#server/platform/queue/runners.ts";
import { createRuntime, type Runtime } from "#server/runtime.ts";
import { SECRET } from "./database.ts";
import { runProgram } from "./programs.ts";

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: {
    jobs: { type: "string", default: "20000" },
    sends: { type: "string", default: "2000" },
    rounds: { type: "string", default: "5" },
    /** In which plain pg-boss fetches, together as many jobs at once as we do. */
    loops: { type: "string", default: "1" },
  },
});
const [JOBS, SENDS, ROUNDS] = [values.jobs, values.sends, values.rounds].map(Number) as [
  number,
  number,
  number,
];
const LOOPS = Number(values.loops);
const GOAL = 0.9;
const WRITERS = 8;
const AT_ONCE = 100;
const PLAIN = "bench.plain";
const OURS = defineJob({
  name: "bench.ours",
  description: "Does nothing",
  payload: z.strictObject({ number: z.int() }),
  concurrency: AT_ONCE,
});

/** What a job that a request has made knows of it. */
const CAUSE = {
  requestId: "0192f0c0-7c1e-7000-8000-000000000001",
  traceId: "0af7651916cd43dd8448eb211c80319c",
  actor: { kind: "system", name: "bench" },
} satisfies Cause;

interface Contender {
  /** One job in a transaction of its own. */
  send(number: number): Promise<unknown>;
  queue: string;
  /** Works until stopped; calls back for each job. */
  work(onJob: () => void): Promise<() => Promise<void>>;
}

const directory = mkdtempSync(path.join(tmpdir(), "binnacle-bench-jobs-"));
const server = await startEmbeddedPostgres({ dataDirectory: directory, password: SECRET });
try {
  await runProgram(["dist/cli.js", "migrate"], {
    env: { DATABASE_URL: server.url, AUTH_SECRET: SECRET },
  });
  await measure(server.url);
} finally {
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
}

async function measure(url: string): Promise<void> {
  const { config } = loadConfig({ flags: [], env: { AUTH_SECRET: SECRET } });
  const log = createLogger("error");
  const runtime = createRuntime({ config, databaseUrl: url, publicUrl: "http://localhost", log });
  // As in a server: events are followed while jobs are enqueued and run.
  await runtime.services.events.start();
  const boss = new PgBoss({ connectionString: url, max: 4, supervise: false, schedule: false });
  boss.on("error", (error) => process.stderr.write(`${error}\n`));
  await boss.start();
  await installQueue(url, [OURS]);
  await boss.createQueue(PLAIN, { notify: true });
  const contenders = { plain: plainBoss(runtime, boss), ours: binnacle(runtime, boss) };
  const send: Record<keyof typeof contenders, number[]> = { plain: [], ours: [] };
  const run: Record<keyof typeof contenders, number[]> = { plain: [], ours: [] };
  for (let round = 0; round <= ROUNDS; round++) {
    const order = round % 2 === 0 ? (["plain", "ours"] as const) : (["ours", "plain"] as const);
    for (const name of order) {
      const sent = await timeSends(contenders[name]);
      await runtime.services.db.execute(sql`truncate pgboss.job`);
      const ran = await timeRuns(runtime, contenders[name]);
      await runtime.services.db.execute(sql`truncate pgboss.job`);
      // The first round warms up.
      if (round > 0) {
        send[name].push(sent);
        run[name].push(ran);
      }
    }
  }
  const isGood = [report("enqueue in a transaction", send), report("empty jobs", run)].every(
    Boolean,
  );
  process.exitCode = isGood ? 0 : 1;
  await boss.stop({ graceful: false, close: true });
  await runtime.close();
}

function plainBoss({ services }: Runtime, boss: PgBoss): Contender {
  return {
    queue: PLAIN,
    send: (number) =>
      services.db.transaction((tx) => boss.send(PLAIN, { number }, { db: fromDrizzle(tx, sql) })),
    async work(onJob) {
      const options = {
        batchSize: AT_ONCE / LOOPS,
        burstWhenBatchFull: true,
        localConcurrency: LOOPS,
        pollingIntervalSeconds: 0.5,
      };
      await boss.work(PLAIN, options, async (jobs) => {
        for (const _ of jobs) onJob();
      });
      return () => boss.offWork(PLAIN);
    },
  };
}

function binnacle({ services }: Runtime, boss: PgBoss): Contender {
  const ctx = createSystemContext(services, "bench");
  ctx.request = { ...ctx.request, id: CAUSE.requestId, traceId: CAUSE.traceId };
  return {
    queue: OURS.name,
    send: (number) =>
      services.db.transaction((tx) =>
        services.queue.enqueue(tx, ctx, { definition: OURS, payload: { number } }),
      ),
    async work(onJob) {
      const run = async () => onJob();
      const jobs = [{ definition: OURS, run }] as never;
      const runners = await startRunners({ services, boss, jobs });
      const listening = await listenForJobs(services, runners.wake);
      return async () => {
        await listening.stop();
        await runners.stop(5);
      };
    },
  };
}

/** Jobs a second, by several writers at once. */
async function timeSends({ send }: Contender): Promise<number> {
  let next = 0;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      while (next < SENDS) await send(next++);
    }),
  );
  return SENDS / ((performance.now() - startedAt) / 1000);
}

/** Jobs a second, from the first until the database has the last one completed. */
async function timeRuns({ services }: Runtime, { queue, work }: Contender): Promise<number> {
  await services.db.execute(sql`
    insert into pgboss.job (name, data, expire_seconds, heartbeat_seconds, policy)
    select ${queue}, jsonb_build_object('payload', jsonb_build_object('number', n),
        'cause', ${JSON.stringify(CAUSE)}::text::jsonb), 900, 15, 'standard' from generate_series(1, ${JOBS}) as n`);
  await services.db.execute(sql`analyze pgboss.job`);
  let startedAt = 0;
  const stop = await work(() => {
    startedAt ||= performance.now();
  });
  for (;;) {
    const [left] = await services.db.execute(
      sql`select 1 from pgboss.job where name = ${queue} and state <> 'completed' limit 1`,
    );
    if (!left) break;
    await sleep(20);
  }
  const rate = JOBS / ((performance.now() - startedAt) / 1000);
  await stop();
  return rate;
}

function report(what: string, rates: Record<"plain" | "ours", number[]>): boolean {
  const [plain, ours] = [median(rates.plain), median(rates.ours)];
  const ratio = ours / plain;
  const words = `${what}: plain pg-boss ${Math.round(plain)}/s, ours ${Math.round(ours)}/s, ratio ${ratio.toFixed(2)} (goal ${GOAL})`;
  process.stdout.write(`${words}${ratio >= GOAL ? "" : ": NOT met"}\n`);
  return ratio >= GOAL;
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
