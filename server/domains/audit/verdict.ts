import { lt, sql } from "drizzle-orm";
import type { Drizzle, Queryable } from "#db/client.ts";
import { auditVerdicts } from "#db/schema/audit.ts";
import type { Context } from "#server/platform/context.ts";
import { verifyLog } from "./chain/verify.ts";
import type { KeptVerdict } from "./queries.ts";
import type { AuditVerdict } from "./schema.ts";

const THE_ROW = 1;
const FRESH_MS = 60_000;

interface Look {
  verdict: Promise<AuditVerdict>;
  /** Undefined while it runs. */
  endedAt?: number;
}

/** The last look of this process at each database: one reads the whole log. */
const looks = new WeakMap<Drizzle, Look>();

/** What {@link verifyAndKeep} found, at most a minute ago; who asks meanwhile waits for the same look. */
export function getVerdict(ctx: Context): Promise<AuditVerdict> {
  const last = looks.get(ctx.db);
  if (last && isFresh(last, ctx.now())) return last.verdict;
  const look: Look = { verdict: verifyAndKeep(ctx) };
  looks.set(ctx.db, look);
  look.verdict.then(
    () => {
      look.endedAt = ctx.now().getTime();
    },
    () => looks.delete(ctx.db),
  );
  return look.verdict;
}

function isFresh({ endedAt }: Look, now: Date): boolean {
  return endedAt === undefined || now.getTime() - endedAt < FRESH_MS;
}

/** Verifies the whole log and keeps what was found, for those who cannot wait for that. */
export async function verifyAndKeep(ctx: Context): Promise<AuditVerdict> {
  const verdict = await verifyLog(ctx);
  await keepVerdict(ctx.db, verdict);
  return verdict;
}

/** The one of the verification that began last stays, whichever ends last. */
export async function keepVerdict(db: Queryable, verdict: KeptVerdict): Promise<void> {
  const { checkedAt, isIntact, problemCount, entryCount, durationMs } = verdict;
  const kept = { checkedAt, isIntact, problemCount, entryCount, durationMs };
  await db
    .insert(auditVerdicts)
    .values({ id: THE_ROW, ...kept })
    .onConflictDoUpdate({
      target: auditVerdicts.id,
      set: kept,
      setWhere: lt(auditVerdicts.checkedAt, sql`excluded.checked_at`),
    });
}
