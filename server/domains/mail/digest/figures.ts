import { and, eq, gte, inArray, sql } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { errorGroups } from "#db/schema/errors.ts";
import { jobHistory } from "#db/schema/jobs.ts";
import { outboxMails } from "#db/schema/mail.ts";
import { users } from "#db/schema/users.ts";
import type { Permission } from "#server/platform/access/catalog.ts";
import type { Permissions } from "#server/platform/access/decide.ts";
import type { DigestFigures } from "../templates/content.ts";

/** What it takes to be told of each, without a condition. */
const PERMISSION_OF: Record<keyof DigestFigures, Permission> = {
  newUsers: "users.read",
  signIns: "audit.read",
  jobsCompleted: "jobs.read",
  jobsFailed: "jobs.read",
  newErrors: "errors.read",
  mailsNotDelivered: "mail.read",
};

/** Since then until now. */
export async function readFigures(db: Queryable, since: Date): Promise<Required<DigestFigures>> {
  const signedIn = and(eq(auditEntries.action, "session.created"), gte(auditEntries.at, since));
  const undelivered = and(
    inArray(outboxMails.status, ["bounced", "complained", "failed"]),
    gte(outboxMails.createdAt, since),
  );
  const [newUsers, signIns, [jobs], newErrors, mailsNotDelivered] = await Promise.all([
    db.$count(users, gte(users.createdAt, since)),
    db.$count(auditEntries, signedIn),
    db
      .select({
        completed: sql<number>`coalesce(sum(${jobHistory.completed}), 0)`.mapWith(Number),
        failed: sql<number>`coalesce(sum(${jobHistory.failed}), 0)`.mapWith(Number),
      })
      .from(jobHistory)
      .where(gte(jobHistory.since, since)),
    db.$count(errorGroups, gte(errorGroups.firstSeenAt, since)),
    db.$count(outboxMails, undelivered),
  ]);
  const { completed: jobsCompleted = 0, failed: jobsFailed = 0 } = jobs ?? {};
  return { newUsers, signIns, jobsCompleted, jobsFailed, newErrors, mailsNotDelivered };
}

/** Those that somebody with these permissions may see of everybody's. */
export function countFor(
  figures: Required<DigestFigures>,
  permissions: Permissions,
): DigestFigures {
  const seen = Object.entries(figures).filter(
    ([name]) => permissions.get(PERMISSION_OF[name as keyof DigestFigures]) === "all",
  );
  return Object.fromEntries(seen);
}
