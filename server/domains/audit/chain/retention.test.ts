import { readFileSync } from "node:fs";
import { asc } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { auditChain, auditEntries } from "#db/schema/audit.ts";
import { auditOf } from "#server/testing/accounts.ts";
import { type AuditWorld, createAuditWorld, writeEntries } from "#server/testing/audit-log.ts";
import { TAMPERINGS } from "#server/testing/tampering.ts";
import { extendChain } from "./extend.ts";
import { secureLog } from "./keeper.ts";
import { purgeLog } from "./retention.ts";
import { verifyLog } from "./verify.ts";

const DAY_MS = 86_400_000;
let world: AuditWorld;

beforeEach(async () => {
  world = await createAuditWorld();
  await secureLog(world.ctx);
  await writeEntries(world.ctx, 30);
  await secureLog(world.ctx);
  world.advance(20 * DAY_MS);
  await writeEntries(world.ctx, 10);
  await secureLog(world.ctx);
});
afterEach(() => world.close());

const keeping = (days: number) => ({
  ...world.ctx,
  config: { ...world.services.config, auditRetentionSeconds: days * 86_400 },
});

async function firstSeq(): Promise<number | undefined> {
  const [row] = await world.services.db
    .select({ seq: auditChain.seq })
    .from(auditChain)
    .orderBy(asc(auditChain.seq))
    .limit(1);
  return row?.seq;
}

test("entries are kept for ever unless the configuration says otherwise", async () => {
  world.advance(10_000 * DAY_MS);
  expect(await purgeLog(world.ctx)).toBe(0);
  expect(await firstSeq()).toBe(1);
});

test("what is older goes with an entry that says so, and the rest verifies from a signed checkpoint", async () => {
  expect(await purgeLog(keeping(10))).toBe(30);
  expect(await firstSeq()).toBe(31);
  expect(await auditOf(world, "audit.purged")).toMatchObject([
    { actorKind: "system", changes: { entries: { after: 30 }, through: { after: 30 } } },
  ]);
  expect(await verifyLog(world.ctx)).toMatchObject({ isIntact: true, firstSeq: 31, headSeq: 40 });
  await secureLog(world.ctx);
  expect(await verifyLog(world.ctx)).toMatchObject({ isIntact: true, entryCount: 11, headSeq: 41 });
  expect(await purgeLog(keeping(10))).toBe(0);
});

test("a beginning removed by hand is found, after a purge as well", async () => {
  await purgeLog(keeping(10));
  await world.asSuperuser(async (psql) => {
    await psql`delete from audit_entries where id in (select entry_id from audit_chain where seq <= 33)`;
    await psql`delete from audit_chain where seq <= 33`;
  });
  const { problems } = await verifyLog(world.ctx);
  expect(problems[0]).toMatchObject({ seq: 34, message: expect.stringContaining("no checkpoint") });
});

test("nothing goes that no anchor covers, and never the newest link", async () => {
  world.advance(100 * DAY_MS);
  await writeEntries(world.ctx, 5);
  await extendChain(world.ctx);
  world.advance(100 * DAY_MS);
  expect(await purgeLog(keeping(10))).toBe(40);
  expect(await firstSeq()).toBe(41);
  await secureLog(world.ctx);
  world.advance(100 * DAY_MS);
  expect(await purgeLog(keeping(10))).toBe(5);
  expect(await firstSeq()).toBe(46);
  expect(await verifyLog(world.ctx)).toMatchObject({ isIntact: true });
});

test("nothing is removed from a log that was tampered with", async () => {
  await TAMPERINGS.editLink?.(world, () => 3);
  await expect(purgeLog(keeping(10))).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await world.services.db.$count(auditEntries)).toBe(40);
});

test("a purge killed after its checkpoint is repeated, and verifies before and after", async () => {
  const killed = purgeLog({
    ...keeping(10),
    newId: () => {
      throw new Error("killed");
    },
  });
  await expect(killed).rejects.toThrow("killed");
  expect(readFileSync(world.file, "utf8")).toContain('"kind":"checkpoint","seq":30');
  expect(await verifyLog(world.ctx)).toMatchObject({ isIntact: true, firstSeq: 1 });
  expect(await purgeLog(keeping(10))).toBe(30);
  expect(await verifyLog(world.ctx)).toMatchObject({ isIntact: true, firstSeq: 31 });
});

test("the log refuses to be emptied by hand in the same words as before", async () => {
  const { raw } = world.services;
  for (const table of ["audit_entries", "audit_chain"]) {
    await expect(raw.unsafe(`delete from ${table}`)).rejects.toThrow("append-only");
    await expect(raw.unsafe(`truncate ${table}`)).rejects.toThrow("append-only");
  }
  await expect(raw`update audit_chain set seq = seq + 1`).rejects.toThrow("append-only");
});
