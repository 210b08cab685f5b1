import type { RawSql } from "#db/client.ts";
import { VERDICT_VALID_MS } from "#server/domains/audit/catalog.ts";
import type { KeptVerdict } from "#server/domains/audit/queries.ts";
import type { Services } from "#server/platform/context.ts";
import { type Finding, fact } from "./findings.ts";

const DEADLINE_MS = 800;

type Seen = Pick<KeptVerdict, "checkedAt" | "isIntact" | "entryCount" | "problemCount">;

/** As the last verification found it: to look now would take a read of the whole log. */
export function checkAuditLog({ probe, now }: Services): Promise<Finding> {
  return probe.run(async (sql) => {
    const [verdict] = await sql<Seen[]>`
      select checked_at as "checkedAt", is_intact as "isIntact", entry_count::int as "entryCount",
        problem_count as "problemCount"
      from audit_verdicts`;
    if (!verdict) return unverified(sql, now());
    const isStale = now().getTime() - verdict.checkedAt.getTime() > VERDICT_VALID_MS;
    return {
      status: isStale || !verdict.isIntact ? "degraded" : "ok",
      detail: describeVerdict(verdict, isStale),
      facts: [
        fact("Last verified", verdict.checkedAt.toISOString()),
        fact("Entries", verdict.entryCount),
        fact("Problems", verdict.problemCount),
      ],
    };
  }, DEADLINE_MS);
}

/** Healthy only while the first night is still to come. */
async function unverified(sql: RawSql, now: Date): Promise<Finding> {
  const [oldest] = await sql<{ at: Date }[]>`select at from audit_entries order by at limit 1`;
  const isOverdue = oldest !== undefined && now.getTime() - oldest.at.getTime() > VERDICT_VALID_MS;
  return isOverdue
    ? { status: "degraded", detail: "The audit log was never verified.", facts: [] }
    : { status: "ok", detail: "Not verified yet: a job does so every night.", facts: [] };
}

function describeVerdict({ isIntact }: Seen, isStale: boolean): string {
  if (!isIntact) return "The audit log is not what was recorded.";
  return isStale ? "The audit log was not verified for days." : "The audit log was intact.";
}
