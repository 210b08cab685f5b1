import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#server/testing/database.ts";
import type { RawSql } from "./client.ts";
import { migrate, migrationStatus, readMigrations, rollback } from "./migrator.ts";

const DIRECTORY = path.join(import.meta.dirname, "migrations");
const open: TestDatabase[] = [];
const copies: string[] = [];

async function emptyDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase({ isEmpty: true });
  open.push(database);
  return database;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((database) => database.close()));
  for (const copy of copies.splice(0)) rmSync(copy, { recursive: true });
});

/** Every table, column, index, constraint, trigger, function and extension, as text. */
async function describeSchema(sql: RawSql): Promise<string[]> {
  const rows = await sql<{ line: string }[]>`
    select 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') as line
      from information_schema.columns where table_schema = 'public' and table_name <> 'schema_migrations'
    union all select 'index ' || indexdef from pg_indexes where schemaname = 'public' and tablename <> 'schema_migrations'
    union all select 'constraint ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint
      where connamespace = 'public'::regnamespace and conrelid::regclass::text <> 'schema_migrations'
    union all select 'trigger ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    union all select 'function ' || proname from pg_proc p where pronamespace = 'public'::regnamespace
      and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    union all select 'extension ' || extname from pg_extension
    order by 1`;
  return rows.map(({ line }) => line);
}

test("every migration has a way back that restores the schema before it", async () => {
  const { url, raw } = await emptyDatabase();
  const names = readMigrations(DIRECTORY).map(({ name }) => name);
  await rollback(url, DIRECTORY, 1);
  const stages = [await describeSchema(raw)];
  for (const name of names) {
    await migrate(url, only(names.slice(0, names.indexOf(name) + 1)));
    stages.push(await describeSchema(raw));
  }
  for (let index = names.length; index > 0; index--) {
    expect(await describeSchema(raw)).toEqual(stages[index]);
    expect(await rollback(url, DIRECTORY, 1)).toEqual([names[index - 1]]);
    expect(await describeSchema(raw)).toEqual(stages[index - 1]);
  }
  expect(await migrate(url, DIRECTORY)).toEqual(names);
  expect(await describeSchema(raw)).toEqual(stages.at(-1));
});

test("five migrators at once on an empty database apply each migration once, ten times over", async () => {
  for (let round = 0; round < 10; round++) {
    const { url, raw } = await emptyDatabase();
    const results = await Promise.all(Array.from({ length: 5 }, () => migrate(url, DIRECTORY)));
    const names = readMigrations(DIRECTORY).map(({ name }) => name);
    expect(results.flat().sort()).toEqual(names);
    expect((await migrationStatus(raw, DIRECTORY)).pending).toEqual([]);
  }
});

test("a migration that was edited after it was applied stops the boot", async () => {
  const { url } = await emptyDatabase();
  await migrate(url, DIRECTORY);
  const copy = only(readMigrations(DIRECTORY).map(({ name }) => name));
  const [first = ""] = readdirSync(copy).filter((file) => !file.includes(".down."));
  writeFileSync(
    path.join(copy, first),
    `${readFileSync(path.join(copy, first), "utf8")}\n-- edited`,
  );
  await expect(migrate(url, copy)).rejects.toThrow("was edited after it was applied");
});

test("a migration that fails leaves nothing of itself", async () => {
  const { url, raw } = await emptyDatabase();
  const copy = only([]);
  writeFileSync(path.join(copy, "0000_broken.sql"), "create table half (id int); select 1/0;");
  writeFileSync(path.join(copy, "0000_broken.down.sql"), "drop table half;");
  await expect(migrate(url, copy)).rejects.toThrow("division by zero");
  expect(await describeSchema(raw)).not.toContainEqual(expect.stringContaining("half"));
  expect((await migrationStatus(raw, copy)).pending).toEqual(["0000_broken"]);
});

function only(names: string[]): string {
  const directory = mkdtempSync(path.join(tmpdir(), "binnacle-migrations-"));
  copies.push(directory);
  for (const { name, up, down } of readMigrations(DIRECTORY)) {
    if (!names.includes(name)) continue;
    writeFileSync(path.join(directory, `${name}.sql`), up);
    writeFileSync(path.join(directory, `${name}.down.sql`), down);
  }
  return directory;
}
