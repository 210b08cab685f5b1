import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startEmbeddedPostgres } from "./embedded.ts";
import { isAlive } from "./process-registry.ts";
import { chooseRunAs } from "./run-as.ts";

let dataDirectory: string;
beforeEach(() => {
  dataDirectory = path.join(mkdtempSync(path.join(tmpdir(), "binnacle-embedded-")), "data");
});
afterEach(() => rmSync(path.dirname(dataDirectory), { recursive: true, force: true }));

const start = () =>
  startEmbeddedPostgres({ dataDirectory, password: "test-only", settings: ["fsync=off"] });

async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error("It did not happen within 20 s");
    await sleep(50);
  }
}

test("a killed server comes back on its own, on the same port, with what was committed", async () => {
  const server = await start();
  const sql = postgres(server.url, { max: 1, onnotice: () => undefined });
  await sql`create table kept (id int)`;
  await sql`insert into kept values (1)`;
  const before = server.pid() ?? 0;
  process.kill(before, "SIGKILL");
  await until(() => server.pid() !== undefined && server.pid() !== before);
  await until(() =>
    sql`select 1`.then(
      () => true,
      () => false,
    ),
  );
  expect(await sql`select * from kept`).toHaveLength(1);
  await sql.end();
  await server.stop();
  expect(isAlive(before)).toBe(false);
});

test("a second user joins the running server, and the last one to leave stops it", async () => {
  const first = await start();
  const second = await start();
  expect(second.url).toBe(first.url);
  const pid = first.pid() ?? 0;
  await first.stop();
  await until(() => !isAlive(pid));
  expect(existsSync(path.join(dataDirectory, "postgres", "postmaster.pid"))).toBe(false);
  await second.stop();
});

const isRoot = process.getuid?.() === 0;

async function expectAnswer(): Promise<void> {
  const server = await start();
  const sql = postgres(server.url, { max: 1, onnotice: () => undefined });
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
  await sql.end();
  await server.stop();
}

test.runIf(isRoot)("it starts below a folder that only root may enter", async () => {
  const parent = path.dirname(dataDirectory);
  chmodSync(parent, 0o700);
  const inside = path.join(parent, "postgres");
  expect(chooseRunAs({ binary: inside, directory: inside }).prefix[0]).toBe("unshare");
  await expectAnswer();
});

test.runIf(isRoot)(
  "a cluster that belongs to somebody else is handed over and starts",
  async () => {
    chmodSync(path.dirname(dataDirectory), 0o755);
    await expectAnswer();
    execFileSync("chown", ["-R", "0:0", path.join(dataDirectory, "postgres")]);
    await expectAnswer();
  },
);
