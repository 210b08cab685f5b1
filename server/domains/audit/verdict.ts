import type { Drizzle } from "#db/client.ts";
import type { Context } from "#server/platform/context.ts";
import { verifyLog } from "./chain/verify.ts";
import type { AuditVerdict } from "./schema.ts";

const FRESH_MS = 60_000;

interface Look {
  verdict: Promise<AuditVerdict>;
  /** Undefined while it runs. */
  endedAt?: number;
}

/** The last look of this process at each database: one reads the whole log. */
const looks = new WeakMap<Drizzle, Look>();

/** What {@link verifyLog} found, at most a minute ago; who asks meanwhile waits for the same look. */
export function getVerdict(ctx: Context): Promise<AuditVerdict> {
  const last = looks.get(ctx.db);
  if (last && isFresh(last, ctx.now())) return last.verdict;
  const look: Look = { verdict: verifyLog(ctx) };
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
