import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isAlive } from "./platform/postgres/process-registry.ts";
import { projectRoot } from "./project-root.ts";
import { createTestDatabase } from "./testing/database.ts";
import {
  type Program,
  spawnProgram,
  startProgram,
  temporaryDirectory,
  until,
} from "./testing/program.ts";

let directory: ReturnType<typeof temporaryDirectory>;
const running: Pick<Program, "stop" | "child">[] = [];

beforeEach(() => {
  directory = temporaryDirectory();
});
afterEach(async () => {
  for (const program of running.splice(0)) {
    if (program.child.exitCode === null && program.child.signalCode === null) await program.stop();
  }
  await until(() => processesIn(directory.path).length === 0, "every process to be gone");
  directory.remove();
});

const embedded = (extra: Record<string, string> = {}) => ({
  env: { BINNACLE_DATA_DIR: directory.path, ...extra },
});

async function start(options: Parameters<typeof startProgram>[0]): Promise<Program> {
  const program = await startProgram(options);
  running.push(program);
  return program;
}

/** Processes that have the data directory on their command line or in their environment. */
function processesIn(dataDirectory: string): number[] {
  const found = execFileSync("sh", [
    "-c",
    'grep -lsa -- "$0" /proc/[0-9]*/cmdline /proc/[0-9]*/environ || true',
    dataDirectory,
  ]);
  const pids = found
    .toString()
    .split("\n")
    .map((file) => Number(file.split("/")[2]));
  return [...new Set(pids)].filter(
    (pid) => pid > 0 && pid !== process.pid && isAlive(pid) && !isZombie(pid),
  );
}

function isZombie(pid: number): boolean {
  return (
    execFileSync("sh", ["-c", `cut -d' ' -f3 /proc/${pid}/stat 2>/dev/null || echo Z`])
      .toString()
      .trim() === "Z"
  );
}

const serverPid = (output: string) => Number(/"pid":(\d+)/.exec(output)?.[1]);
const status = (url: string) =>
  fetch(url).then(
    (response) => response.status,
    () => 0,
  );

test("Ctrl-C ends the launcher, the server and the database, and exits with 0", async () => {
  const program = await start({ ...embedded(), entry: "scripts/start.mjs" });
  expect(program.output()).toMatch(/Make the first owner: http:\/\/localhost:\d+\/set-up\?token=/);
  expect(processesIn(directory.path).length).toBeGreaterThan(2);
  expect(await program.stop("SIGINT")).toBe(0);
  expect(processesIn(directory.path)).toEqual([]);
}, 120_000);

test("after a kill -9 of the server the next start recovers by itself and is ready within 5 s", async () => {
  const first = await start(embedded());
  await first.stop("SIGKILL");
  const startedAt = performance.now();
  const second = await start({ ...embedded(), entry: "scripts/start.mjs" });
  expect(performance.now() - startedAt).toBeLessThan(5_000);
  expect(await status(`${second.url}/readyz`)).toBe(200);
  expect(await second.stop("SIGTERM")).toBe(0);
});

test("in development a change of a server source restarts the server, and Ctrl-C ends everything", async () => {
  const program = await start({ ...embedded({ PORT: "0" }), entry: "scripts/dev.mjs" });
  const starts = () => program.output().match(/ready at http/g)?.length ?? 0;
  const now = new Date();
  utimesSync(path.join(projectRoot, "server", "version.ts"), now, now);
  await until(() => starts() === 2, "the server to start again");
  expect(program.output()).not.toContain("Postgres is gone");
  expect(await program.stop("SIGINT")).toBe(0);
  expect(processesIn(directory.path)).toEqual([]);
}, 120_000);

test("in development a change of a page is there at the next request, without a restart", async () => {
  const folder = path.join(projectRoot, "app", "hot-reload-test");
  const write = (words: string) =>
    writeFileSync(
      path.join(folder, "page.tsx"),
      `export default function Page() { return <main>${words}</main>; }\n`,
    );
  try {
    mkdirSync(folder);
    write("the first words");
    const program = await start({ ...embedded({ PORT: "0" }), entry: "scripts/dev.mjs" });
    const shows = async (words: string) => {
      const answer = await fetch(`${program.url}/hot-reload-test`);
      return (await answer.text()).includes(words);
    };
    const types = path.join(projectRoot, ".next", "dev", "types", "validator.ts");
    const isTyped = () => readFileSync(types, "utf8").includes("hot-reload-test");
    await until(() => shows("the first words"), "the page");
    write("other words");
    await until(() => shows("other words"), "the changed page");
    rmSync(folder, { recursive: true });
    await until(async () => !(await shows("words")) && !isTyped(), "the page to be forgotten");
    expect(program.output().match(/ready at http/g)).toHaveLength(1);
    expect(await program.stop("SIGINT")).toBe(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);

test("a killed launcher takes server and database with it", async () => {
  const program = await start({ ...embedded(), entry: "scripts/start.mjs" });
  await program.stop("SIGKILL");
  await until(() => processesIn(directory.path).length === 0, "server and database to end");
});

test("on SIGTERM a running request is finished, new ones are refused, and the exit code is 0", async () => {
  const program = await start(embedded());
  const { port } = new URL(program.url);
  const body = JSON.stringify({ json: { password: "long enough to rate" } });
  const socket = connect(Number(port), "127.0.0.1");
  const answer = new Promise<string>((resolve) => {
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk;
    });
    socket.on("close", () => resolve(text));
  });
  socket.write(
    `POST /api/trpc/auth.ratePassword HTTP/1.1\r\nHost: localhost:${port}\r\nX-Binnacle-Csrf: 1\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 5)}`,
  );
  await sleep(100);
  const ended = program.stop("SIGTERM");
  await until(
    async () => (await status(`${program.url}/readyz`)) !== 200,
    "new requests to be refused",
  );
  socket.write(body.slice(5));
  expect(await answer).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*"score"/);
  expect(await ended).toBe(0);
});

test("a second signal exits at once, though a request is still running", async () => {
  const program = await start(embedded({ SHUTDOWN_TIMEOUT: "60" }));
  const { port } = new URL(program.url);
  const socket = connect(Number(port), "127.0.0.1");
  socket.on("error", () => undefined);
  socket.write(
    `POST /api/trpc/auth.signIn HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n`,
  );
  await sleep(100);
  program.child.kill("SIGTERM");
  await until(() => program.output().includes("shutting down"), "the first signal to be seen");
  const at = performance.now();
  expect(await program.stop("SIGTERM")).toBe(143);
  expect(performance.now() - at).toBeLessThan(1_000);
  await until(() => processesIn(directory.path).length === 0, "the database to end");
});

test("a request that stalls cannot use up the time that the rest needs to close", async () => {
  const program = await start(embedded({ SHUTDOWN_TIMEOUT: "6" }));
  const { port } = new URL(program.url);
  const socket = connect(Number(port), "127.0.0.1");
  socket.on("error", () => undefined);
  socket.write(
    `POST /api/trpc/auth.signIn HTTP/1.1\r\nHost: localhost:${port}\r\nX-Binnacle-Csrf: 1\r\n` +
      "Content-Type: application/json\r\nContent-Length: 9\r\n\r\n",
  );
  await sleep(100);
  expect(await program.stop("SIGTERM")).toBe(0);
  expect(processesIn(directory.path)).toEqual([]);
});

test("a wrong configuration is refused with every problem at once and exit code 78", async () => {
  const env = { PORT: "many", LOG_LEVEL: "loud", BINNACLE_ROEL: "web", DATABASE_URL: "mysql://x" };
  const program = spawnProgram({ env });
  expect(await program.exited).toBe(78);
  for (const name of Object.keys(env)) expect(program.output()).toContain(name);
});

test("a database that cannot be reached stops the start with a plain reason", async () => {
  const env = { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none", AUTH_SECRET: "s".repeat(40) };
  const program = spawnProgram({ env });
  expect(await program.exited).toBe(1);
  expect(program.output()).toContain("could not start");
});

test("Postgres killed with -9 under writes: the process lives, what was acknowledged is there", async () => {
  const program = await start(embedded());
  const cookie = await setUpOwner(program);
  const acknowledged: string[] = [];
  const statuses = new Set<number>();
  const livez = new Set<number>();
  const readyz = new Set<number>();
  let isDone = false;
  const watcher = (async () => {
    while (!isDone) {
      const at = performance.now();
      livez.add(await status(`${program.url}/livez`));
      readyz.add(await status(`${program.url}/readyz`));
      expect(performance.now() - at).toBeLessThan(2_000);
      await sleep(10);
    }
  })();
  const writer = async (name: number) => {
    for (let index = 0; !isDone; index++) {
      const email = `w${name}-${index}@example.com`;
      const code = await createUser(program, cookie, email);
      statuses.add(code);
      if (code === 200) acknowledged.push(email);
    }
  };
  const writers = [0, 1, 2, 3].map(writer);
  for (let round = 0; round < 3; round++) {
    await sleep(700);
    process.kill(postmasterPid(directory.path), "SIGKILL");
    await until(async () => (await status(`${program.url}/readyz`)) === 503, "readiness to fall");
    await until(async () => (await status(`${program.url}/readyz`)) === 200, "readiness to return");
  }
  await sleep(500);
  isDone = true;
  await Promise.all([...writers, watcher]);
  expect([...livez]).toEqual([200]);
  expect([...readyz].sort()).toEqual([200, 503]);
  expect([...statuses].filter((code) => ![200, 422, 503].includes(code))).toEqual([]);
  expect(acknowledged.length).toBeGreaterThan(20);
  const kept = await listEmails(program, cookie);
  expect(acknowledged.filter((email) => !kept.has(email))).toEqual([]);
  expect(serverPid(program.output())).toBe(program.child.pid);
}, 120_000);

test("five processes booting together on an empty database, ten times: all start, each migration once", async () => {
  for (let round = 0; round < 10; round++) {
    const database = await createTestDatabase({ isEmpty: true });
    const env = {
      DATABASE_URL: database.url,
      AUTH_SECRET: "s".repeat(40),
      BINNACLE_DATA_DIR: directory.path,
      BINNACLE_ROLE: round === 0 ? "all" : "worker",
    };
    const programs = Array.from({ length: 5 }, () => spawnProgram({ env }));
    running.push(...programs);
    await until(
      () =>
        programs.every(
          ({ child, output }) => child.exitCode !== null || /"msg":"ready"/.test(output()),
        ),
      "five processes to start",
    );
    const applied = programs.flatMap(
      ({ output }) => /"applied":(\[[^\]]*\])/.exec(output())?.[1] ?? [],
    );
    expect(applied).toHaveLength(1);
    const codes = await Promise.all(programs.map((program) => program.stop()));
    expect(codes).toEqual([0, 0, 0, 0, 0]);
    const [row] =
      await database.raw`select count(*)::int as count, count(distinct name)::int as names from schema_migrations`;
    expect(row?.count).toBe(row?.names);
    await database.close();
  }
}, 240_000);

function postmasterPid(dataDirectory: string): number {
  return Number(execFileSync("head", ["-1", `${dataDirectory}/postgres/postmaster.pid`]));
}

const HEADERS = { "content-type": "application/json", "x-binnacle-csrf": "1" };

async function setUpOwner(program: Program): Promise<string> {
  const token = /set-up\?token=(\S+)/.exec(program.output())?.[1];
  const input = {
    token,
    name: "Ada",
    email: "ada@example.com",
    password: "velvet otter maps the quiet harbour",
  };
  const response = await fetch(`${program.url}/api/trpc/auth.setUp`, {
    method: "POST",
    headers: HEADERS,
    body: JSON.stringify({ json: input }),
  });
  expect(response.status).toBe(200);
  return response.headers
    .getSetCookie()
    .map((value) => value.split(";")[0])
    .join("; ");
}

function createUser(program: Program, cookie: string, email: string): Promise<number> {
  const body = JSON.stringify({ json: { email, name: "Writer", roles: ["viewer"] } });
  const request = fetch(`${program.url}/api/trpc/users.create`, {
    method: "POST",
    headers: { ...HEADERS, cookie },
    body,
  });
  return request.then(async (response) => {
    await response.text();
    return response.status;
  });
}

async function listEmails(program: Program, cookie: string): Promise<Set<string>> {
  const found = new Set<string>();
  let cursor: string | undefined;
  do {
    const input = encodeURIComponent(
      JSON.stringify({ json: { limit: 200, ...(cursor ? { cursor } : {}) } }),
    );
    const response = await fetch(`${program.url}/api/trpc/users.list?input=${input}`, {
      headers: { cookie },
    });
    const text = await response.text();
    expect(response.status, text).toBe(200);
    const { result } = JSON.parse(text) as {
      result: { data: { json: { items: { email: string }[]; nextCursor: string | null } } };
    };
    for (const { email } of result.data.json.items) found.add(email);
    cursor = result.data.json.nextCursor ?? undefined;
  } while (cursor);
  return found;
}
