import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { auditVerdicts } from "#db/schema/audit.ts";
import { getHealth } from "#server/domains/health/queries.ts";
import { listAttention } from "#server/domains/overview/attention.ts";
import type { User } from "#server/domains/users/schema.ts";
import {
  type AuditWorld,
  createAuditWorld,
  keepLog,
  withOutsider,
  writeAnchoredLog,
} from "#server/testing/audit-log.ts";
import { grant, makeRole } from "#server/testing/roles.ts";
import { verifyAudit } from "./jobs.ts";
import { findKeptVerdict } from "./queries.ts";
import { getVerdict, keepVerdict } from "./verdict.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;

let world: AuditWorld;
let admin: User;
let restore: () => Promise<void>;

beforeAll(async () => {
  world = await createAuditWorld();
  admin = await world.createUser({ roles: ["admin"] });
  await writeAnchoredLog(world.ctx, 2);
  restore = await keepLog(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  await restore();
  await world.services.db.delete(auditVerdicts);
});

const tamper = () =>
  world.asSuperuser(
    (sql) => sql`
    update audit_entries set actor_name = 'Nobody'
    where id = (select entry_id from audit_chain where seq = 3)`,
  );
const runJob = () => verifyAudit(world.ctx);
const kept = () => findKeptVerdict(world.services.db);
const look = async () => (await getHealth(world.services)).checks.find(isOfLog);
const isOfLog = ({ name }: { name: string }) => name === "audit-log";

/** What somebody reads of the log on their overview. */
async function seenBy(user: User) {
  const items = await listAttention(await world.asHolder(user));
  return items.filter(({ id }) => id.startsWith("audit.") || id === "health.audit-log");
}

test("a tampered log is on the overview and the health page once the job has run", async () => {
  await runJob();
  expect(await seenBy(admin)).toEqual([]);
  expect(await look()).toMatchObject({ status: "ok", detail: "The audit log was intact." });

  await tamper();
  expect(await seenBy(admin)).toEqual([]);
  world.advance(DAY_MS);
  await runJob();
  const [item, ...others] = await seenBy(admin);
  expect(item).toMatchObject({
    id: "audit.broken",
    severity: "urgent",
    title: "The audit log is not what was recorded",
    detail: "1 problem found. The audit page names them.",
    href: "/audit",
  });
  expect(others).toEqual([]);
  const checkedAt = (await kept())?.checkedAt.toISOString();
  const check = await look();
  expect(check).toMatchObject({ status: "degraded" });
  expect(check?.facts).toContainEqual({ label: "Last verified", value: checkedAt });
});

test("only who may read the whole log is told of it, who sees the health by the check", async () => {
  await tamper();
  await runJob();
  const limited = await makeRole(world, [
    grant("overview.read"),
    grant("audit.read", { department: "same" }),
  ]);
  const keeper = await makeRole(world, [grant("overview.read"), grant("health.read")]);
  expect(await seenBy(await world.createUser({ roles: ["viewer"] }))).toEqual([]);
  expect(await seenBy(await world.createUser({ roles: [limited], department: "A" }))).toEqual([]);
  expect(await seenBy(await world.createUser({ roles: [keeper] }))).toMatchObject([
    { id: "health.audit-log", href: "/health" },
  ]);
});

test("a look on the audit page counts as well, and says what has been mended since", async () => {
  await tamper();
  world.advance(2 * MINUTE_MS);
  expect(await getVerdict(world.ctx)).toMatchObject({ isIntact: false });
  expect(await kept()).toMatchObject({ isIntact: false, problemCount: 1 });
  await restore();
  world.advance(2 * MINUTE_MS);
  await getVerdict(world.ctx);
  expect(await kept()).toMatchObject({ isIntact: true, problemCount: 0, entryCount: 10 });
});

test("what a newer look found is not overwritten by one that began before and ended later", async () => {
  const { db } = world.services;
  const start = world.services.now().getTime();
  const at = (minutes: number) => new Date(start + minutes * MINUTE_MS);
  const found = { entryCount: 10, durationMs: 5 };
  const red = { ...found, checkedAt: at(0), isIntact: false, problemCount: 3 };
  const green = { ...found, isIntact: true, problemCount: 0 };
  await keepVerdict(db, red);
  for (const minutes of [-1, 0]) await keepVerdict(db, { ...green, checkedAt: at(minutes) });
  expect(await kept()).toEqual(red);
  await Promise.all(
    [1, 4, 2, 3].map((minutes) => keepVerdict(db, { ...green, checkedAt: at(minutes) })),
  );
  expect(await kept()).toEqual({ ...green, checkedAt: at(4) });
});

test("a log that nobody verified for two days is worth a warning", async () => {
  await runJob();
  world.advance(2 * DAY_MS - MINUTE_MS);
  expect(await seenBy(admin)).toEqual([]);
  world.advance(DAY_MS);
  expect(await seenBy(admin)).toMatchObject([
    {
      id: "audit.unverified",
      severity: "warning",
      title: "The audit log was not verified for 2 days",
    },
  ]);
  expect(await look()).toMatchObject({ status: "degraded" });
});

test("a verdict that is changed by hand leaves an entry of its own", async () => {
  await tamper();
  await runJob();
  await withOutsider(world, (psql) => psql`update audit_verdicts set is_intact = true`);
  const [entry] = await world.services.raw`
    select action, changes from audit_entries order by id desc limit 1`;
  expect(entry).toMatchObject({
    action: "verdict.changed-in-database",
    changes: { isIntact: { before: false, after: true } },
  });
});
