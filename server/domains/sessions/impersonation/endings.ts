import { and, eq, inArray, isNotNull, or } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { sessions } from "#db/schema/sessions.ts";
import { users } from "#db/schema/users.ts";
import { IMPERSONATOR } from "#server/domains/audit/catalog.ts";
import { record } from "#server/domains/audit/service.ts";
import type { Context } from "#server/platform/context.ts";
import { ENDINGS, type Ending } from "./catalog.ts";

interface Ended {
  sessionIds: readonly string[];
  /** For those named themselves; those that go on through a named session end with it. */
  how: Ending;
}

/**
 * Ends the impersonations among these sessions, and those that go on through them, with one audit
 * entry each. Deleting a session would take them along without one.
 */
export async function endImpersonations(
  tx: Transaction,
  ctx: Context,
  { sessionIds, how }: Ended,
): Promise<void> {
  if (sessionIds.length === 0) return;
  const isNamed = inArray(sessions.id, [...sessionIds]);
  const ended = await tx
    .delete(sessions)
    .where(
      or(
        and(isNamed, isNotNull(sessions.impersonatorSessionId)),
        inArray(sessions.impersonatorSessionId, [...sessionIds]),
      ),
    )
    .returning({
      id: sessions.id,
      userId: sessions.userId,
      ownSessionId: sessions.impersonatorSessionId,
    });
  const isTold = ctx.actor?.kind === "user" && ctx.actor.impersonator;
  const ownSessionIds = ended.flatMap(({ ownSessionId }) => ownSessionId ?? []);
  const names = await findNames(tx, isTold ? [] : ownSessionIds);
  for (const { id, userId, ownSessionId } of ended) {
    const ending = sessionIds.includes(id) ? how : "session";
    await record(tx, ctx, {
      action: "impersonation.ended",
      subject: { type: "user", id: userId },
      before: { session: id, [IMPERSONATOR]: names.get(ownSessionId) },
      after: { session: id, ended: ENDINGS[ending] },
    });
  }
}

/** Who is signed in on these sessions: the entry names whose impersonation it was, whoever ends it. */
async function findNames(
  tx: Transaction,
  sessionIds: string[],
): Promise<ReadonlyMap<string | null, string>> {
  const rows = await tx
    .select({ id: sessions.id, name: users.name })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(inArray(sessions.id, sessionIds));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
