import { and, eq, gt, isNull, not, or, type SQL } from "drizzle-orm";
import { sessions } from "#db/schema/sessions.ts";
import type { Services } from "#server/platform/context.ts";
import type { Settings } from "#server/platform/settings/catalog.ts";

/** When it is, and how long sessions may last. */
export interface Clock {
  now: Date;
  limits: Settings["sessions"];
}

export function readClock({ settings, now }: Pick<Services, "settings" | "now">): Clock {
  return { now: now(), limits: settings.current.sessions };
}

interface Times {
  isRemembered: boolean;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  /** Set where somebody else acts in the user's name. */
  impersonatorSessionId: string | null;
}

/**
 * Whether a session still counts: inside its absolute limit and, unless remembered, its idle limit.
 * A limit made shorter counts for sessions that run; one made longer, for those to come.
 */
export function isAlive(session: Times, clock: Clock): boolean {
  if (endOf(session, clock) <= clock.now) return false;
  return session.isRemembered || session.lastSeenAt > idleSince(clock);
}

/** When a session ends at the latest. */
export function endOf(session: Omit<Times, "lastSeenAt">, { limits }: Clock): Date {
  const seconds = lifetimeSeconds(limits, session.isRemembered);
  const isOwn = session.impersonatorSessionId === null;
  const limit = isOwn ? seconds : Math.min(seconds, limits.impersonationSeconds);
  const end = session.createdAt.getTime() + limit * 1000;
  return end < session.expiresAt.getTime() ? new Date(end) : session.expiresAt;
}

export function lifetimeSeconds(limits: Settings["sessions"], isRemembered: boolean): number {
  return isRemembered ? limits.rememberedSeconds : limits.absoluteSeconds;
}

/** The same rule for a query. */
export function whereAlive(clock: Clock): SQL | undefined {
  const { now, limits } = clock;
  const isRemembered = and(
    eq(sessions.isRemembered, true),
    gt(sessions.createdAt, before(now, limits.rememberedSeconds)),
  );
  const isUsed = and(
    eq(sessions.isRemembered, false),
    gt(sessions.createdAt, before(now, limits.absoluteSeconds)),
    gt(sessions.lastSeenAt, idleSince(clock)),
  );
  const isInTimeBox = or(
    isNull(sessions.impersonatorSessionId),
    gt(sessions.createdAt, before(now, limits.impersonationSeconds)),
  );
  return and(gt(sessions.expiresAt, now), isInTimeBox, or(isRemembered, isUsed));
}

/** And its opposite, for the purge. */
export function whereOver(clock: Clock): SQL | undefined {
  const alive = whereAlive(clock);
  return alive && not(alive);
}

function idleSince({ now, limits }: Clock): Date {
  return before(now, limits.idleSeconds);
}

function before(now: Date, seconds: number): Date {
  return new Date(now.getTime() - seconds * 1000);
}
