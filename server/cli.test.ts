import { spawn } from "node:child_process";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#server/testing/database.ts";
import { temporaryDirectory } from "#server/testing/program.ts";
import { projectRoot } from "./project-root.ts";

const dataDirectory = temporaryDirectory();
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ isEmpty: true });
});
afterAll(async () => {
  await database.close();
  dataDirectory.remove();
});

interface Result {
  code: number | null;
  stdout: string;
  stderr: string;
}

interface Options {
  env?: Record<string, string>;
  input?: string;
  entry?: "dist/cli.js" | "scripts/cli.mjs";
}

/** The built command line, as an operator runs it. */
function cli(args: string[], options: Options = {}): Promise<Result> {
  const entry = path.join(projectRoot, options.entry ?? "dist/cli.js");
  const child = spawn(process.execPath, [entry, ...args], {
    cwd: projectRoot,
    env: {
      PATH: "/usr/bin:/bin",
      NODE_ENV: "production",
      DATABASE_URL: database.url,
      AUTH_SECRET: "s".repeat(40),
      BINNACLE_DATA_DIR: dataDirectory.path,
      ...options.env,
    },
  });
  const result: Result = { code: null, stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => {
    result.stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    result.stderr += chunk;
  });
  child.stdin.end(options.input ?? "");
  return new Promise((resolve) => child.once("close", (code) => resolve({ ...result, code })));
}

test("migrations are applied, taken back and applied again", async () => {
  expect((await cli(["migrate"])).stdout).toContain("Applied 0000_foundation");
  expect((await cli(["migrate"])).stdout).toContain("Nothing to apply");
  expect((await cli(["rollback", "1"])).stdout).toMatch(/Took back \d{4}_/);
  expect((await cli(["migrate"])).stdout).toMatch(/Applied \d{4}_/);
});

test("100,000 realistic users are there in under 60 s, with one audit entry", async () => {
  const startedAt = performance.now();
  const { code, stdout } = await cli(["seed", "--users", "100000"]);
  expect(code, stdout).toBe(0);
  expect((performance.now() - startedAt) / 1000).toBeLessThan(60);
  const [row] = await database.raw`
    select count(*)::int as users, count(distinct email)::int as emails,
           count(distinct status)::int as statuses, count(distinct roles)::int as roles,
           extract(year from max(created_at)) - extract(year from min(created_at)) as years,
           count(*) filter (where name ~ '[一-龥]')::int as han,
           count(*) filter (where name ~ '[А-я]')::int as cyrillic,
           count(*) filter (where name ~ '[ء-ي]')::int as arabic
      from users`;
  expect(row).toMatchObject({ users: 100_000, emails: 100_000, statuses: 3 });
  for (const key of ["han", "cyrillic", "arabic"]) expect(row?.[key], key).toBeGreaterThan(1_000);
  expect(Number(row?.years)).toBeGreaterThanOrEqual(4);
  expect(Number(row?.roles)).toBeGreaterThanOrEqual(4);
  expect(
    await database.raw`select 1 from audit_entries where action = 'users.seeded'`,
  ).toHaveLength(1);
}, 90_000);

test("an owner is made and their password reset from the command line, never on it", async () => {
  const weak = await cli(["create-owner", "--email", "op@example.com", "--name", "Op"], {
    input: "short\n",
  });
  expect(weak).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("at least 15 characters"),
  });
  const made = await cli(["create-owner", "--email", "Op@Example.com", "--name", "Op"], {
    input: "velvet otter maps the quiet harbour\n",
  });
  expect(made).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("op@example.com is an owner"),
  });
  const reset = await cli(["reset-password", "--email", "op@example.com"], {
    entry: "scripts/cli.mjs",
    input: "copper lantern drifts past eleven bridges\n",
  });
  expect(reset.code, reset.stderr).toBe(0);
  const nobody = await cli(["reset-password", "--email", "no@example.com"], {
    input: "copper lantern drifts past eleven bridges\n",
  });
  expect(nobody.code).toBe(1);
  expect(nobody.stderr).not.toContain("at ");
});

test("the audit log is verified and anchored, and a change to it is told with its place", async () => {
  const unanchored = await cli(["verify-audit"]);
  expect(unanchored, unanchored.stdout).toMatchObject({ code: 0 });
  const well = await cli(["verify-audit"]);
  expect(well.code, well.stdout).toBe(0);
  expect(well.stdout).toMatch(/ok {4}\d+ entries, #1 to #\d+\n +head [0-9a-f]{64}\n +2 anchors/);
  await database.raw`alter table audit_entries disable trigger all`;
  await database.raw`update audit_entries set actor_name = 'Nobody'
    where id = (select entry_id from audit_chain where seq = 2)`;
  await database.raw`alter table audit_entries enable trigger all`;
  const ill = await cli(["verify-audit"]);
  expect(ill.code).toBe(1);
  expect(ill.stdout).toMatch(/FAIL {2}#2, entry [0-9a-f-]{36}: The entry or its place is not/);
  expect(await cli(["verify-audit", "now"])).toMatchObject({ code: 2 });
});

test("the configuration is checked and printed with its sources, secrets masked", async () => {
  expect(await cli(["config", "check"])).toMatchObject({ code: 0 });
  const { stdout } = await cli(["config", "print"], { env: { PORT: "4000" } });
  expect(stdout).toMatch(/PORT +4000 +\(environment PORT\)/);
  expect(stdout).toMatch(/AUTH_SECRET +\*+ +\(environment AUTH_SECRET\)/);
  expect(await cli(["config", "check"], { env: { PORT: "x", LOG_LEVEL: "y" } })).toMatchObject({
    code: 78,
    stderr: expect.stringMatching(/PORT[\s\S]*LOG_LEVEL/),
  });
});

test("the doctor finds nothing wrong, and then a pending migration", async () => {
  const well = await cli(["doctor"]);
  expect(well.code, well.stdout).toBe(0);
  await cli(["rollback"]);
  const ill = await cli(["doctor"]);
  expect(ill).toMatchObject({ code: 1, stdout: expect.stringContaining("FAIL  Migrations") });
  await cli(["migrate"]);
});

test("an unknown command, option or number is refused with what to type instead", async () => {
  expect(await cli(["dance"])).toMatchObject({
    code: 2,
    stdout: expect.stringContaining("seed --users"),
  });
  expect(await cli(["seed", "--people", "3"])).toMatchObject({ code: 2 });
  expect(await cli(["seed", "--users", "-1"])).toMatchObject({ code: 2 });
  expect(await cli(["rollback", "all"])).toMatchObject({ code: 2 });
  expect(await cli(["constructor"])).toMatchObject({ code: 2 });
});
