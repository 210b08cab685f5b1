import { and, desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Queryable } from "#db/client.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { sessions } from "#db/schema/sessions.ts";
import { users } from "#db/schema/users.ts";
import { mayOn } from "#server/platform/access/scope.ts";
import type { Actor, Services } from "#server/platform/context.ts";
import { endOf, readClock, whereAlive } from "./alive.ts";
import { type Device, describeDevice, readDevice } from "./device.ts";
import type { Session } from "./schema.ts";

/** The session of whoever acts in the user's name. */
const own = alias(sessions, "own");
const STRANGER = "Somebody else";
const MAX_LISTED = 200;
const REMEMBERED_SIGN_INS = 200;

interface SessionsFilter {
  userId: string;
  currentSessionId: string | null;
  /** Who asks; they learn who acts in the user's name only where they may see them. */
  reader?: Actor | undefined;
  clock: Pick<Services, "settings" | "now">;
}

/** How many sessions of all users still count. */
export async function countLiveSessions(
  ctx: Pick<Services, "settings" | "now" | "db">,
): Promise<number> {
  return ctx.db.$count(sessions, whereAlive(readClock(ctx)));
}

/** The live sessions of a user, the last used first. */
export async function listSessions(db: Queryable, filter: SessionsFilter): Promise<Session[]> {
  const clock = readClock(filter.clock);
  const rows = await db
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      address: sessions.address,
      isRemembered: sessions.isRemembered,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      expiresAt: sessions.expiresAt,
      impersonatorSessionId: sessions.impersonatorSessionId,
      impersonator: { userId: users.id, name: users.name, department: users.department },
    })
    .from(sessions)
    .leftJoin(own, eq(own.id, sessions.impersonatorSessionId))
    .leftJoin(users, eq(users.id, own.userId))
    .where(and(eq(sessions.userId, filter.userId), whereAlive(clock)))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
    .limit(MAX_LISTED);
  return rows.map((row) => {
    const { id, isRemembered, createdAt, lastSeenAt } = row;
    return {
      id,
      isRemembered,
      createdAt,
      lastSeenAt,
      expiresAt: endOf(row, clock),
      isCurrent: id === filter.currentSessionId,
      ...describeWhere(row, filter.reader),
    };
  });
}

interface Place {
  userAgent: string;
  address: string;
  impersonator: { userId: string; name: string; department: string | null } | null;
}

/** Whoever may not see the impersonator learns that there is one, and nothing about them. */
function describeWhere({ userAgent, address, impersonator }: Place, reader: Actor | undefined) {
  if (!impersonator) return { device: describeDevice(userAgent), address, impersonator };
  const { userId, name, department } = impersonator;
  if (!mayOn(reader, "users.read", { ownerId: userId, department })) {
    return { device: STRANGER, address: "", impersonator: { userId: null, name: STRANGER } };
  }
  return { device: describeDevice(userAgent), address, impersonator: { userId, name } };
}

interface SignIn {
  userId: string;
  userAgent: string;
}

/**
 * The device when somebody who has signed in before now does so with one that they never
 * used; null when it is known or this is their first sign-in. The audit remembers.
 */
export async function findNewDevice(
  db: Queryable,
  { userId, userAgent }: SignIn,
): Promise<Device | null> {
  const device = describeDevice(userAgent);
  const signIns = await db
    .select({ changes: auditEntries.changes })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.subjectType, "user"),
        eq(auditEntries.subjectId, userId),
        eq(auditEntries.action, "session.created"),
      ),
    )
    .orderBy(desc(auditEntries.id))
    .limit(REMEMBERED_SIGN_INS);
  const isKnown = signIns.some(({ changes }) => changes.device?.after === device);
  return isKnown || signIns.length === 0 ? null : readDevice(userAgent);
}
