import { and, eq, gt, lte, or, type SQL } from "drizzle-orm";
import { sessions } from "#db/schema/sessions.ts";
import type { Services } from "#server/platform/context.ts";

/** When it is, and how long a session may lie idle. */
export interface Clock {
  now: Date;
  idleSeconds: number;
}

export function readClock({ config, now }: Pick<Services, "config" | "now">): Clock {
  return { now: now(), idleSeconds: config.sessionIdleSeconds };
}

interface Times {
  isRemembered: boolean;
  lastSeenAt: Date;
  expiresAt: Date;
}

/** Whether a session still counts: inside its absolute limit and, unless remembered, its idle limit. */
export function isAlive(session: Times, clock: Clock): boolean {
  if (session.expiresAt <= clock.now) return false;
  return session.isRemembered || session.lastSeenAt > idleSince(clock);
}

/** The same rule for a query. */
export function whereAlive(clock: Clock): SQL | undefined {
  const isUsed = or(eq(sessions.isRemembered, true), gt(sessions.lastSeenAt, idleSince(clock)));
  return and(gt(sessions.expiresAt, clock.now), isUsed);
}

/** And its opposite, for the purge. */
export function whereOver(clock: Clock): SQL | undefined {
  const isIdle = and(eq(sessions.isRemembered, false), lte(sessions.lastSeenAt, idleSince(clock)));
  return or(lte(sessions.expiresAt, clock.now), isIdle);
}

function idleSince({ now, idleSeconds }: Clock): Date {
  return new Date(now.getTime() - idleSeconds * 1000);
}
