import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { OUR_WRITER, type RawSql } from "./client.ts";

/** Any constant: what matters is that every process of this product takes the same lock. */
const LOCK_KEY = 7_246_252_331;
const UP_FILE = /^(\d{4}_[a-z0-9_]+)\.sql$/;
const SQL_FILE = /^\d{4}_[a-z0-9_]+(?:\.down)?\.sql$/;

interface Migration {
  name: string;
  up: string;
  down: string;
  checksum: string;
}

export interface MigrationStatus {
  applied: string[];
  pending: string[];
  /** Applied by a newer build than this one. */
  unknown: string[];
}

/** @throws Error for a file that would otherwise be passed over */
export function readMigrations(directory: string): Migration[] {
  const files = readdirSync(directory);
  const stray = files.find((file) => file.endsWith(".sql") && !SQL_FILE.test(file));
  if (stray) throw new Error(`${stray} is no name of a migration: 0001_in_small_letters.sql`);
  return files
    .flatMap((file) => UP_FILE.exec(file)?.[1] ?? [])
    .sort()
    .map((name) => {
      const up = readFileSync(path.join(directory, `${name}.sql`), "utf8");
      const down = readFileSync(path.join(directory, `${name}.down.sql`), "utf8");
      return { name, up, down, checksum: createHash("sha256").update(up).digest("hex") };
    });
}

/** Applies what is pending, each migration in its own transaction, under one lock for all processes. */
export async function migrate(url: string, directory: string): Promise<string[]> {
  const migrations = readMigrations(directory);
  return withLock(url, async (sql) => {
    const applied = await readApplied(sql);
    assertUnchanged(migrations, applied);
    const pending = migrations.filter(({ name }) => !applied.has(name));
    for (const migration of pending) {
      await sql.begin(async (tx) => {
        await tx.unsafe(migration.up);
        await tx`insert into schema_migrations (name, checksum) values (${migration.name}, ${migration.checksum})`;
      });
    }
    return pending.map(({ name }) => name);
  });
}

/** Takes back the newest `steps` migrations. */
export async function rollback(url: string, directory: string, steps: number): Promise<string[]> {
  const migrations = readMigrations(directory);
  return withLock(url, async (sql) => {
    const applied = await readApplied(sql);
    const targets = migrations
      .filter(({ name }) => applied.has(name))
      .slice(-steps)
      .reverse();
    for (const migration of targets) {
      await sql.begin(async (tx) => {
        await tx.unsafe(migration.down);
        await tx`delete from schema_migrations where name = ${migration.name}`;
      });
    }
    return targets.map(({ name }) => name);
  });
}

export async function migrationStatus(sql: RawSql, directory: string): Promise<MigrationStatus> {
  const names = readMigrations(directory).map(({ name }) => name);
  const applied = [...(await readApplied(sql)).keys()];
  return {
    applied,
    pending: names.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !names.includes(name)),
  };
}

async function readApplied(sql: RawSql): Promise<Map<string, string>> {
  const [table] = await sql`select to_regclass('public.schema_migrations') is not null as exists`;
  if (!table?.exists) return new Map();
  const rows = await sql<{ name: string; checksum: string }[]>`
    select name, checksum from schema_migrations order by name`;
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

function assertUnchanged(migrations: Migration[], applied: Map<string, string>): void {
  for (const { name, checksum } of migrations) {
    const recorded = applied.get(name);
    if (recorded && recorded !== checksum) {
      throw new Error(
        `Migration ${name} was edited after it was applied. Restore the file and add a new migration.`,
      );
    }
  }
}

/** A connection of its own, so that the lock cannot be lost to a pool. */
async function withLock<T>(url: string, work: (sql: RawSql) => Promise<T>): Promise<T> {
  const sql = postgres(url, {
    max: 1,
    connect_timeout: 10,
    max_lifetime: null,
    onnotice: () => undefined,
    connection: {
      ...OUR_WRITER,
      application_name: "binnacle migrations",
      statement_timeout: 15 * 60_000,
    },
  });
  try {
    await sql`select pg_advisory_lock(${LOCK_KEY})`;
    await sql`
      create table if not exists schema_migrations (
        name text primary key,
        checksum text not null,
        applied_at timestamptz not null default now()
      )`;
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
