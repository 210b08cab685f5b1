import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { errorCounts, errorGroups, errorSamples } from "#db/schema/errors.ts";
import type { Services } from "../context.ts";
import type { Likeness, Place } from "./fingerprint.ts";

export const MAX_SAMPLES = 5;

interface Sample {
  at: Date;
  message: string;
  stack: string | null;
  requestId: string | null;
  jobId: string | null;
  actorName: string | null;
}

/** All of one likeness since the last write. */
export interface Report extends Likeness, Place {
  count: number;
  firstAt: Date;
  lastAt: Date;
  /** By the hour, in milliseconds. */
  hours: Map<number, number>;
  /** The newest few. */
  samples: Sample[];
}

/** Adds them to their groups. A group that was resolved is open again; an ignored one goes on counting. */
export async function writeReports(
  { db, newId }: Pick<Services, "db" | "newId">,
  reports: Report[],
): Promise<void> {
  // In one order, so that processes that write at once do not wait for each other in a circle.
  const ordered = [...reports].sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1));
  await db.transaction(async (tx) => {
    const groups = await tx
      .insert(errorGroups)
      .values(ordered.map((report) => groupOf(report, newId())))
      .onConflictDoUpdate({
        target: errorGroups.fingerprint,
        set: {
          count: sql`${errorGroups.count} + excluded.count`,
          lastSeenAt: sql`greatest(${errorGroups.lastSeenAt}, excluded.last_seen_at)`,
          status: sql`case when ${errorGroups.status} = 'resolved' then 'open' else ${errorGroups.status} end`,
          cameBackAt: sql`case when ${errorGroups.status} = 'resolved' then excluded.last_seen_at else ${errorGroups.cameBackAt} end`,
        },
      })
      .returning({ id: errorGroups.id, fingerprint: errorGroups.fingerprint });
    const ids = new Map(groups.map(({ id, fingerprint }) => [fingerprint, id]));
    for (const report of ordered) {
      const groupId = ids.get(report.fingerprint);
      if (groupId) await writeDetails(tx, newId, { report, groupId });
    }
  });
}

const groupOf = (report: Report, id: string): typeof errorGroups.$inferInsert => ({
  id,
  fingerprint: report.fingerprint,
  kind: report.kind,
  place: report.place,
  name: report.name,
  message: report.message,
  count: report.count,
  firstSeenAt: report.firstAt,
  lastSeenAt: report.lastAt,
});

async function writeDetails(
  tx: Transaction,
  newId: () => string,
  { report, groupId }: { report: Report; groupId: string },
): Promise<void> {
  const hours = [...report.hours].map(([hour, count]) => ({
    groupId,
    hour: new Date(hour),
    count,
  }));
  await tx
    .insert(errorCounts)
    .values(hours)
    .onConflictDoUpdate({
      target: [errorCounts.groupId, errorCounts.hour],
      set: { count: sql`${errorCounts.count} + excluded.count` },
    });
  await tx
    .insert(errorSamples)
    .values(report.samples.map((sample) => ({ id: newId(), groupId, ...sample })));
  await tx.execute(sql`
    delete from ${errorSamples} where group_id = ${groupId} and id < (
      select min(id::text)::uuid from (
        select id from ${errorSamples} where group_id = ${groupId}
        order by id desc limit ${MAX_SAMPLES}) as newest)`);
}
