import { and, between, eq, isNull, sql } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { tokens } from "#db/schema/auth.ts";
import { users } from "#db/schema/users.ts";

/** Beyond this, "more than" says enough. */
export const MOST_COUNTED = 1_000;
const SOON_MS = 24 * 3_600_000;

export function countActiveOwners(db: Queryable): Promise<number> {
  return db.$count(users, and(sql`${users.roles} @> array['owner']`, eq(users.status, "active")));
}

/** Invited users without a link that works, and links that stop working within a day. */
export async function countInvitations(db: Queryable, now: Date) {
  const [expired, expiring] = await Promise.all([
    countExpiredInvitations(db, now),
    db.$count(
      tokens,
      and(
        eq(tokens.purpose, "invitation"),
        isNull(tokens.usedAt),
        between(tokens.expiresAt, now, new Date(now.getTime() + SOON_MS)),
      ),
    ),
  ]);
  return { expired, expiring };
}

/** Up to one more than {@link MOST_COUNTED}; in the order of an index, so that the limit ends the walk. */
async function countExpiredInvitations(db: Queryable, now: Date): Promise<number> {
  const works = sql`
    select 1 from ${tokens}
    where ${tokens.userId} = ${users.id} and ${tokens.purpose} = 'invitation'
      and ${tokens.usedAt} is null and ${tokens.expiresAt} > ${now.toISOString()}`;
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from (
      select 1 from ${users}
      where ${users.status} = 'invited' and not exists (${works})
      order by ${users.createdAt} limit ${MOST_COUNTED + 1}
    ) as capped`);
  return row?.count ?? 0;
}
