import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PgBoss } from "pg-boss";
import postgres from "postgres";
import { installQueue } from "#server/platform/queue/install.ts";
import { projectRoot } from "#server/project-root.ts";
import { CHAOS, EFFECTS, EFFECTS_PER_JOB } from "./job.ts";

export interface ChaosOptions {
  /** A database with the schema of this build. */
  url: string;
  /** At least so many: while workers are killed more come, so that none is killed without work. */
  jobs: number;
  workers: number;
  kills: number;
  pauseMs: number;
}

export interface ChaosOutcome {
  jobs: number;
  completed: number;
  /** Jobs with each effect exactly once. */
  once: number;
  /** Effects beyond the first of their kind, or missing. */
  wrongEffects: number;
  /** Jobs that a killed worker had begun. */
  interrupted: number;
  /** Jobs that a frozen worker held, and others ran again; it went on after they were done. */
  frozen: number;
  /** Workers that were running when they were killed. */
  kills: number;
  /** Jobs that nobody had begun yet at the last kill: there was work for every one of them. */
  leftAtLastKill: number;
  /** From the last kill until no job was left. */
  recoverySeconds: number;
}

const BATCH = 1_000;
/** More than all workers do while one starts. */
const ENOUGH = 1_000;
/** What a worker that goes on is given to do harm. */
const THAW_MS = 2_000;
/** Longer than a job of this test takes. */
const PICK_UP_MS = 400;
const PATIENCE_MS = 180_000;

/**
 * Works off jobs while workers are killed with SIGKILL and replaced, and one is frozen with jobs in its
 * hands until others have done them; counts what became of them.
 */
export async function runChaos(options: ChaosOptions): Promise<ChaosOutcome> {
  const sql = postgres(options.url, { max: 2, onnotice: () => undefined });
  const workers: ChildProcess[] = [];
  try {
    await installQueue(options.url, [CHAOS]);
    await sql.unsafe(EFFECTS);
    const supply = createSupply(sql, options);
    await supply.add(options.jobs);
    const starting = Array.from({ length: options.workers }, () => startWorker(options.url));
    workers.push(...(await Promise.all(starting)));
    const frozen = await freezeAtWork(sql, await startWorker(options.url), workers);
    const kills = await killInTurn(options, workers, supply.ensure);
    const lastKillAt = performance.now();
    const leftAtLastKill = await countUntouched(sql);
    const jobs = supply.count();
    await waitUntilDone(sql, jobs);
    const recoverySeconds = (performance.now() - lastKillAt) / 1000;
    frozen.thaw();
    await sleep(THAW_MS);
    const seen = { frozen: frozen.jobs, kills, leftAtLastKill, recoverySeconds };
    return { jobs, ...(await count(sql)), ...seen };
  } finally {
    await Promise.all(workers.map(kill));
    await sql.end();
  }
}

/** Jobs by their numbers; however fast the machine, there are some left. */
function createSupply(sql: postgres.Sql, { url }: ChaosOptions) {
  let count = 0;

  async function add(more: number): Promise<void> {
    const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false, max: 1 });
    boss.on("error", () => undefined);
    await boss.start();
    for (const end = count + more; count < end; ) {
      const numbers = Array.from({ length: Math.min(BATCH, end - count) }, (_, at) => count + at);
      await boss.insert(
        CHAOS.name,
        numbers.map((number) => ({ data: { payload: { number }, cause: { actor: null } } })),
      );
      count += numbers.length;
    }
    await boss.stop({ graceful: false, close: true });
  }

  return {
    add,
    count: () => count,
    async ensure(): Promise<void> {
      if ((await countUntouched(sql)) < ENOUGH) await add(BATCH);
    },
  };
}

async function startWorker(url: string): Promise<ChildProcess> {
  const script = path.join("server", "testing", "chaos", "worker.ts");
  const child = spawn(process.execPath, ["--import", "./scripts/tsx-hook.mjs", script, url], {
    cwd: projectRoot,
    env: { PATH: "/usr/bin:/bin", NODE_ENV: "test", AUTH_SECRET: "chaos-".repeat(8) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await Promise.race([
    once(child.stdout, "data"),
    once(child, "exit").then(() => Promise.reject(new Error("A worker ended before it began"))),
  ]);
  return child;
}

/** @returns how many were killed; one that had ended by itself does not count. */
async function killInTurn(
  options: ChaosOptions,
  workers: ChildProcess[],
  ensureWork: () => Promise<void>,
): Promise<number> {
  let kills = 0;
  for (let turn = 0; turn < options.kills; turn++) {
    await sleep(options.pauseMs);
    await ensureWork();
    const place = turn % options.workers;
    const victim = workers[place];
    if (victim && (await kill(victim))) kills += 1;
    workers[place] = await startWorker(options.url);
  }
  return kills;
}

async function kill(child: ChildProcess): Promise<boolean> {
  if (child.exitCode !== null || child.signalCode !== null) return false;
  const exited = once(child, "exit");
  child.kill("SIGKILL");
  await exited;
  return true;
}

/** Stops a worker's process while the others are stopped as well, so that all that runs is its own. */
async function freezeAtWork(sql: postgres.Sql, worker: ChildProcess, others: ChildProcess[]) {
  for (const other of others) other.kill("SIGSTOP");
  await sleep(PICK_UP_MS);
  const before = await listActive(sql);
  await sleep(PICK_UP_MS);
  worker.kill("SIGSTOP");
  const held = (await listActive(sql)).filter((id) => !before.includes(id));
  for (const other of others) other.kill("SIGCONT");
  others.push(worker);
  return { jobs: held.length, thaw: () => worker.kill("SIGCONT") };
}

async function listActive(sql: postgres.Sql): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from pgboss.job where name = ${CHAOS.name} and state = 'active'`;
  return rows.map(({ id }) => id);
}

async function waitUntilDone(sql: postgres.Sql, jobs: number): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    if ((await countCompleted(sql)) === jobs) return;
    await sleep(250);
  }
}

async function countUntouched(sql: postgres.Sql): Promise<number> {
  const [row] = await sql<{ left: number }[]>`
    select count(*)::int as left from pgboss.job where name = ${CHAOS.name} and state = 'created'`;
  return row?.left ?? 0;
}

async function countCompleted(sql: postgres.Sql): Promise<number> {
  const [row] = await sql<{ done: number }[]>`
    select count(*)::int as done from pgboss.job where name = ${CHAOS.name} and state = 'completed'`;
  return row?.done ?? 0;
}

type Counts = Pick<ChaosOutcome, "completed" | "once" | "wrongEffects" | "interrupted">;

async function count(sql: postgres.Sql): Promise<Counts> {
  const [jobs] = await sql<{ completed: number; interrupted: number }[]>`
    select count(*) filter (where state = 'completed')::int as completed,
      count(*) filter (where retry_count > 0)::int as interrupted
    from pgboss.job where name = ${CHAOS.name}`;
  const [effects] = await sql<{ once: number; wrong: number }[]>`
    select count(*) filter (where steps = ${EFFECTS_PER_JOB} and rows = ${EFFECTS_PER_JOB})::int as once,
      coalesce(sum(abs(rows - ${EFFECTS_PER_JOB})), 0)::int as wrong
    from (select number, count(*) as rows, count(distinct step) as steps
      from chaos_effects group by number) as by_job`;
  return {
    completed: jobs?.completed ?? 0,
    interrupted: jobs?.interrupted ?? 0,
    once: effects?.once ?? 0,
    wrongEffects: effects?.wrong ?? 0,
  };
}
