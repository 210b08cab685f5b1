import { readFileSync, writeFileSync } from "node:fs";
import postgres from "postgres";
import type { RawSql } from "#db/client.ts";
import { anchorFile } from "#server/domains/audit/chain/anchor.ts";
import { secureLog } from "#server/domains/audit/chain/keeper.ts";
import { record } from "#server/domains/audit/service.ts";
import { type Context, createSystemContext } from "#server/platform/context.ts";
import { createTestWorld, type TestWorld } from "./context.ts";
import { temporaryDirectory } from "./program.ts";

export interface AuditWorld extends TestWorld {
  ctx: Context;
  /** The file with the anchors. */
  file: string;
  /** As a database administrator may: no trigger runs. */
  asSuperuser<T>(work: (sql: RawSql) => Promise<T>): Promise<T>;
}

/** A world with anchors of its own. */
export async function createAuditWorld(): Promise<AuditWorld> {
  const world = await createTestWorld();
  const directory = temporaryDirectory();
  world.services.config = { ...world.services.config, dataDirectory: directory.path };
  const ctx = createSystemContext(world.services, "test");
  return {
    ...world,
    ctx,
    file: anchorFile(world.services.config),
    asSuperuser: (work) => withOutsider(world, work, { session_replication_role: "replica" }),
    async close() {
      await world.close();
      directory.remove();
    },
  };
}

/** Runs `work` on a connection that is not ours, as psql would open it. */
export async function withOutsider<T>(
  { database }: TestWorld,
  work: (sql: RawSql) => Promise<T>,
  connection: Record<string, string> = {},
): Promise<T> {
  const sql = postgres(database.url, { max: 1, onnotice: () => undefined, connection });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

/** Entries in one transaction, in somebody's name. */
export function writeEntries(ctx: Context, count: number): Promise<void> {
  return ctx.db.transaction(async (tx) => {
    for (let number = 0; number < count; number++) {
      const before = { name: `Name ${number}`, suspendedReason: null, version: 3 };
      const after = { name: `Name ${number + 1}`, suspendedReason: "Left", amount: 1e21 };
      const subject = { type: "user" as const, id: ctx.newId() };
      await record(tx, ctx, { action: "user.updated", subject, before, after });
    }
  });
}

/** A log of some length with an anchor every now and then. */
export async function writeAnchoredLog(ctx: Context, anchors: number): Promise<void> {
  await secureLog(ctx);
  for (let number = 0; number < anchors; number++) {
    await writeEntries(ctx, 5);
    await secureLog(ctx);
  }
}

/** Puts log and anchors back to what they are now, as often as it is called. */
export async function keepLog(world: AuditWorld): Promise<() => Promise<void>> {
  const tables = ["audit_entries", "audit_chain", "audit_pending"];
  await world.asSuperuser(async (sql) => {
    for (const table of tables) await sql.unsafe(`create table kept_${table} as table ${table}`);
  });
  const anchors = readFileSync(world.file);
  return async () => {
    writeFileSync(world.file, anchors);
    await world.asSuperuser(async (sql) => {
      for (const table of tables)
        await sql.unsafe(`truncate ${table}; insert into ${table} table kept_${table}`);
    });
  };
}
