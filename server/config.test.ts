import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ConfigError, describeConfig, loadConfig, type Sources } from "./config.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), "binnacle-config-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

const load = (sources: Sources) => loadConfig({ env: {}, directory, ...sources });

function problemsOf(sources: Sources): readonly string[] {
  try {
    load(sources);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  throw new Error("The configuration was accepted");
}

test("a flag wins over the environment, the environment over the file, the file over the default", () => {
  writeFileSync(
    path.join(directory, "binnacle.config.yaml"),
    "port: 1\nhost: 0.0.0.0\nlogLevel: warn\n",
  );
  const { config, provenance } = load({ flags: ["--port=3"], env: { PORT: "2", HOST: "::1" } });
  expect(config).toMatchObject({ port: 3, host: "::1", logLevel: "warn", role: "all" });
  expect(provenance).toMatchObject({
    port: "flag --port",
    host: "environment HOST",
    logLevel: "file binnacle.config.yaml (logLevel)",
    role: "default",
  });
});

test("every problem is named at once", () => {
  writeFileSync(path.join(directory, "binnacle.config.json"), '{"prot": 3000, "logLevel": "loud"}');
  const problems = problemsOf({
    flags: ["--nonsense", "1", "--host"],
    env: { PORT: "many", SESSION_IDLE: "soon", BINNACLE_TYPO: "x", TRUSTED_PROXIES: "10.0.0.0/99" },
  });
  for (const part of [
    "flag --nonsense: unknown",
    "flag --host: needs a value",
    "environment PORT",
    "environment SESSION_IDLE",
    "environment BINNACLE_TYPO: unknown",
    "environment TRUSTED_PROXIES",
    "binnacle.config.json: prot is unknown",
    "logLevel",
  ]) {
    expect(problems.join("\n")).toContain(part);
  }
});

test("a secret is read from the file that *_FILE names", () => {
  const file = path.join(directory, "secret");
  writeFileSync(file, `${"s".repeat(40)}\n`);
  expect(load({ env: { AUTH_SECRET_FILE: file } }).config.authSecret).toBe("s".repeat(40));
  expect(problemsOf({ env: { AUTH_SECRET_FILE: `${file}.missing` } })[0]).toContain("cannot read");
  expect(problemsOf({ env: { AUTH_SECRET_FILE: file, AUTH_SECRET: "s".repeat(40) } })[0]).toContain(
    "set one, not both",
  );
});

test("without a secret one is made, private, and found again", () => {
  const first = load({}).config;
  expect(first.authSecret).toMatch(/^[0-9a-f]{64}$/);
  expect(load({}).config.authSecret).toBe(first.authSecret);
  const file = path.join(directory, ".data", "auth-secret");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, "utf8")).toBe(first.authSecret);
});

test("production on an attached database refuses to start without a secret", () => {
  const env = { NODE_ENV: "production", DATABASE_URL: "postgres://u:p@db/x" };
  expect(problemsOf({ env })).toEqual([expect.stringContaining("AUTH_SECRET")]);
  expect(load({ env: { ...env, AUTH_SECRET: "s".repeat(32) } }).config.databaseUrl).toBe(
    env.DATABASE_URL,
  );
});

test("read replicas come as a list or separated by commas, and only beside a primary", () => {
  const urls = ["postgres://u:p@a/x", "postgresql://u:p@b/x"];
  const env = { DATABASE_URL: "postgres://u:p@db/x", NODE_ENV: "test" };
  const listed = load({ env: { ...env, DATABASE_REPLICA_URLS: urls.join(", ") } }).config;
  expect(listed).toMatchObject({ databaseReplicaUrls: urls, databaseReplicaMaxLagSeconds: 5 });
  expect(problemsOf({ env: { DATABASE_REPLICA_URLS: urls[0] } })).toEqual([
    "environment DATABASE_REPLICA_URLS: needs DATABASE_URL, their primary",
  ]);
  const wrong = problemsOf({ env: { ...env, DATABASE_REPLICA_URLS: "mysql://u:hunter2@a/x" } });
  expect(wrong).toEqual([
    "environment DATABASE_REPLICA_URLS: expected postgres URLs, separated by commas",
  ]);
  writeFileSync(
    path.join(directory, "binnacle.config.yaml"),
    `databaseReplicaUrls:\n${urls.map((url) => `  - ${url}\n`).join("")}`,
  );
  expect(load({ env }).config.databaseReplicaUrls).toEqual(urls);
  expect(JSON.stringify(describeConfig(load({ env })))).not.toContain("u:p@");
});

test("printing masks secrets and says where values came from", () => {
  const loaded = load({
    env: { DATABASE_URL: "postgres://u:hunter2@db/x", AUTH_SECRET: "s".repeat(32) },
  });
  const printed = JSON.stringify(describeConfig(loaded));
  expect(printed).not.toContain("hunter2");
  expect(printed).not.toContain("ssss");
  expect(printed).toContain("environment DATABASE_URL");
});

test("time spans are read with their unit", () => {
  const { config } = load({
    env: { SESSION_IDLE: "45m", SHUTDOWN_TIMEOUT: "3", SESSION_ABSOLUTE: "2d" },
  });
  expect(config).toMatchObject({
    sessionIdleSeconds: 2700,
    shutdownTimeoutSeconds: 3,
    sessionAbsoluteSeconds: 172_800,
  });
});
