import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { startEmbeddedPostgres } from "#server/platform/postgres/embedded.ts";
import { runProgram } from "./programs.ts";

export const OWNER = {
  email: "owner@bench.example.com",
  name: "Bench Owner",
  password: "a long password for the benchmark only",
};
export const SECRET = "not-secret-for-the-benchmark-only-0123456789";

export interface BenchDatabase {
  url: string;
  directory: string;
  version: string;
  stop(): Promise<void>;
}

const SAMPLE = 5_000;

/** The embedded Postgres as Binnacle ships it, with an owner and users made by our own command line. */
export async function startDatabase(users: number, keptDirectory?: string): Promise<BenchDatabase> {
  const directory = keptDirectory ?? mkdtempSync(path.join(tmpdir(), "binnacle-bench-"));
  const isFresh = !existsSync(path.join(directory, "postgres"));
  const server = await startEmbeddedPostgres({ dataDirectory: directory, password: SECRET });
  const stop = async () => {
    await server.stop();
    if (!keptDirectory) rmSync(directory, { recursive: true, force: true });
  };
  try {
    if (isFresh) await fill(server.url, users);
    return { url: server.url, directory, version: await readVersion(server.url), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function fill(url: string, users: number): Promise<void> {
  const env = { DATABASE_URL: url, AUTH_SECRET: SECRET };
  const { email, name, password } = OWNER;
  await runProgram(["dist/cli.js", "create-owner", "--email", email, "--name", name], {
    env,
    input: `${password}\n`,
  });
  await runProgram(["dist/cli.js", "seed", "--users", String(users)], { env });
}

async function readVersion(url: string): Promise<string> {
  const [row] = await withSql(url, (sql) => sql`show server_version`);
  return row?.server_version;
}

/** Ids of users picked at random. */
export async function sampleIds(url: string): Promise<string[]> {
  const rows = await withSql(
    url,
    (sql) => sql<{ id: string }[]>`select id from users order by random() limit ${SAMPLE}`,
  );
  return rows.map(({ id }) => id);
}

/** Settles what a case left behind, so that the next one does not pay for it. */
export async function settle(url: string): Promise<void> {
  await withSql(url, async (sql) => {
    await sql`vacuum (analyze) users`;
    await sql`checkpoint`;
  });
}

async function withSql<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
