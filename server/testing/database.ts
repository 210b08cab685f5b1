import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";
import { createDatabase, type Database } from "#db/client.ts";

export interface TestDatabase extends Database {
  url: string;
}

/** A database of its own, cloned from the migrated template (or empty). Dropped on `close`. */
export async function createTestDatabase(
  options: { isEmpty?: boolean; poolSize?: number } = {},
): Promise<TestDatabase> {
  const adminUrl = inject("databaseUrl");
  const name = `test_${randomBytes(6).toString("hex")}`;
  const template = options.isEmpty ? "template1" : "template_binnacle";
  await administer(adminUrl, `create database ${name} template ${template}`);
  const url = Object.assign(new URL(adminUrl), { pathname: `/${name}` }).toString();
  const database = createDatabase({
    url,
    poolSize: options.poolSize ?? 5,
    connectTimeoutSeconds: 5,
    statementTimeoutSeconds: 30,
    lockTimeoutSeconds: 10,
    idleInTransactionTimeoutSeconds: 30,
  });
  return {
    ...database,
    url,
    async close() {
      await database.close();
      await administer(adminUrl, `drop database if exists ${name} with (force)`);
    },
  };
}

/** Cloning a template fails while another clone reads it, so clones queue behind one advisory lock. */
async function administer(url: string, statement: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(1)`;
    await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}
