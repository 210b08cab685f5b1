// `npm run bench -- live`: server-sent events to many receivers of one process, through a restart.
import { mkdtempSync, rmSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { sql } from "drizzle-orm";
import { loadConfig } from "#server/config.ts";
import { record } from "#server/domains/audit/service.ts";
import { createSession } from "#server/domains/sessions/service.ts";
import { createSystemContext } from "#server/platform/context.ts";
import { createLogger } from "#server/platform/logger.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { createRuntime, type Runtime } from "#server/runtime.ts";
import { SECRET, startDatabase } from "./database.ts";
import { type Program, readMemoryMb, startProgram } from "./programs.ts";

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: {
    clients: { type: "string", default: "500" },
    events: { type: "string", default: "100" },
  },
});
const CLIENTS = Number(values.clients);
const EVENTS = Number(values.events);
/** Below what one user may have. */
const STREAMS_PER_USER = 10;
const PATIENCE_MS = 60_000;

interface Receiver {
  cookie: string;
  /** Positions, as they came. */
  seen: number[];
}

const logs = mkdtempSync(path.join(tmpdir(), "binnacle-bench-live-"));
const database = await startDatabase(Math.ceil(CLIENTS / STREAMS_PER_USER) + 1);
const { config } = loadConfig({ flags: [], env: { AUTH_SECRET: SECRET } });
const runtime = createRuntime({
  config,
  databaseUrl: database.url,
  publicUrl: "http://localhost",
  log: createLogger("error"),
});
try {
  await runtime.services.events.start();
  await measure(runtime);
} finally {
  await runtime.close();
  await database.stop();
  rmSync(logs, { recursive: true, force: true });
}

async function measure({ services }: Runtime): Promise<void> {
  const people = await services.db.execute<{ id: string }>(
    sql`select id from users where status = 'active' order by id`,
  );
  const [subject, ...users] = people.map(({ id }) => id);
  if (!subject || users.length === 0) throw new Error("No users");
  const receivers = await openSessions(users);
  let program = await start();
  let streams = await followAll(program, receivers);
  const idleMb = readMemoryMb(program.pid).rss;
  const startedAt = performance.now();
  await happen(subject, EVENTS / 2);
  await until(receivers, EVENTS / 2);
  const halfMs = performance.now() - startedAt;
  const busyMb = readMemoryMb(program.pid).rss;
  const stopping = program.stop();
  await happen(subject, EVENTS / 2);
  await stopping;
  await Promise.all(streams.map(({ ended }) => ended));
  program = await start();
  streams = await followAll(program, receivers);
  await until(receivers, EVENTS);
  const isInOrder = receivers.every(({ seen }) => seen.every((id, n) => id > (seen[n - 1] ?? 0)));
  const isWhole = receivers.every(({ seen }) => new Set(seen).size === EVENTS);
  const rate = Math.round((CLIENTS * EVENTS) / 2 / (halfMs / 1000));
  process.stdout.write(
    `${CLIENTS} receivers, ${EVENTS} events each, a restart after half: ${isWhole ? "each has all of them once" : "NOT whole"}, ${isInOrder ? "in order" : "NOT in order"}\n` +
      `${rate} events told a second by one process; resident: ${idleMb} MB with the streams open, ${busyMb} MB after the first half\n`,
  );
  for (const { stop } of streams) stop();
  await program.stop();
  process.exitCode = isWhole && isInOrder ? 0 : 1;
}

function start(): Promise<Program> {
  return startProgram({
    args: ["dist/main.js"],
    env: {
      DATABASE_URL: database.url,
      AUTH_SECRET: SECRET,
      BINNACLE_ROLE: "web",
      RATE_LIMIT_PER_USER: "1000000",
      RATE_LIMIT_PER_ADDRESS: "1000000",
    },
    logFile: path.join(logs, "program.log"),
    readyPath: "/readyz",
  });
}

async function openSessions(users: string[]): Promise<Receiver[]> {
  const ctx = createSystemContext(runtime.services, "bench");
  const cookies: string[] = [];
  for (const userId of users.slice(0, Math.ceil(CLIENTS / STREAMS_PER_USER))) {
    const { token } = await runtime.services.db.transaction((tx) =>
      createSession(tx, ctx, { userId, isRemembered: false }),
    );
    cookies.push(`authjs.session-token=${token}`);
  }
  return Array.from({ length: CLIENTS }, (_, n) => ({
    cookie: cookies[n % cookies.length] ?? "",
    seen: [],
  }));
}

async function happen(subject: string, count: number): Promise<void> {
  const ctx = createSystemContext(runtime.services, "bench");
  for (let n = 0; n < count; n++) {
    await inTransaction(ctx, (tx) =>
      record(tx, ctx, {
        action: "user.updated",
        subject: { type: "user", id: subject },
        after: { n },
      }),
    );
  }
}

function followAll(program: Program, receivers: Receiver[]) {
  return Promise.all(receivers.map((receiver) => follow(program.url, receiver)));
}

function follow(url: string, receiver: Receiver) {
  const input = encodeURIComponent('{"json":{"names":["user.updated"]}}');
  const lastId = receiver.seen.at(-1);
  const headers = {
    cookie: receiver.cookie,
    ...(lastId !== undefined && { "last-event-id": String(lastId) }),
  };
  const opened = Promise.withResolvers<{ ended: Promise<void>; stop(): void }>();
  const request = get(
    `${url}/api/trpc/events.subscribe?input=${input}`,
    { headers, agent: false },
    (response) => {
      if (response.statusCode !== 200) {
        opened.reject(new Error(`The stream was answered with ${response.statusCode}`));
        return;
      }
      const ended = new Promise<void>((resolve) => response.once("close", () => resolve()));
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
        const frames = text.split("\n\n");
        text = frames.pop() ?? "";
        for (const frame of frames) {
          const id = /^id: (\d+)\ndata: /.exec(frame)?.[1];
          if (id) receiver.seen.push(Number(id));
        }
      });
      response.on("error", () => undefined);
      opened.resolve({ ended, stop: () => request.destroy() });
    },
  );
  request.on("error", (error) => opened.reject(error));
  return opened.promise;
}

async function until(receivers: Receiver[], count: number): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (receivers.some(({ seen }) => seen.length < count)) {
    if (performance.now() > deadline) return;
    await sleep(20);
  }
}
