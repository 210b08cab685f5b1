import { and, eq, inArray, lt, sql } from "drizzle-orm";
import { sessions } from "#db/schema/sessions.ts";
import { users } from "#db/schema/users.ts";
import {
  PERMISSIONS,
  type Permission,
  ROLE_NAMES,
  ROLES,
  type RoleName,
} from "#server/platform/access/catalog.ts";
import { createBatcher } from "#server/platform/batcher.ts";
import type { Services, UserActor } from "#server/platform/context.ts";
import { isDisconnected, withRetry } from "#server/platform/retry.ts";
import { hashSecretHex, isSecretShaped } from "#server/platform/secret.ts";
import { isAlive, readClock } from "./alive.ts";

/** Last use is written at most once a minute, and often enough for a short idle limit. */
const TOUCH_AFTER_MS = 60_000;
const TOUCHES_PER_IDLE_LIMIT = 10;
const MAX_BATCH = 500;

export type SessionResolver = (token: string) => Promise<UserActor | undefined>;

/**
 * Finds whom a session token stands for. Lookups are batched, but none answers a request that
 * arrived after it began, so a revocation counts from the next request on, in every process.
 */
export function createSessionResolver(services: Services): SessionResolver {
  const lookUp = prepareLookup(services);
  const touch = createToucher(services);
  const retry = {
    budget: services.retryBudget,
    attempts: 2,
    isRetryable: isDisconnected,
    onRetry: () => services.metrics.retries.inc({ operation: "session" }),
  };

  const batcher = createBatcher<string, UserActor>({
    maxSize: MAX_BATCH,
    deadlineMs: services.config.databaseStatementTimeoutSeconds * 1000 + 1000,
    async load(hashes) {
      const rows = await withRetry(() => lookUp(hashes), retry);
      const clock = readClock(services);
      const alive = rows.filter((row) => row.status === "active" && isAlive(row, clock));
      touch(alive);
      return new Map(alive.map((row) => [row.hash, toActor(row)]));
    },
  });

  return async (token) => {
    if (!isSecretShaped(token)) return undefined;
    return batcher.get(hashSecretHex(token));
  };
}

type Row = Awaited<ReturnType<ReturnType<typeof prepareLookup>>>[number];

/** One named prepared statement for batches of any size: the hashes travel as one array literal. */
function prepareLookup({ db }: Services) {
  const query = db
    .select({
      hash: sql<string>`encode(${sessions.tokenHash}, 'hex')`.as("hash"),
      sessionId: sessions.id,
      isRemembered: sessions.isRemembered,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      expiresAt: sessions.expiresAt,
      userId: users.id,
      name: users.name,
      email: users.email,
      emailVerifiedAt: users.emailVerifiedAt,
      roles: users.roles,
      status: users.status,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(sql`${sessions.tokenHash} = any((${sql.placeholder("hashes")}::text)::bytea[])`)
    .prepare("sessions_by_token_hash");
  return (hashes: readonly string[]) =>
    query.execute({ hashes: `{${hashes.map((hash) => `"\\\\x${hash}"`).join(",")}}` });
}

function toActor(row: Row): UserActor {
  const roles = row.roles.filter(isRoleName);
  return {
    kind: "user",
    userId: row.userId,
    sessionId: row.sessionId,
    name: row.name,
    email: row.email,
    emailVerifiedAt: row.emailVerifiedAt,
    roles,
    permissions: permissionsOf(roles),
  };
}

function isRoleName(role: string): role is RoleName {
  return ROLE_NAMES.some((name) => name === role);
}

const permissionSets = new Map<string, ReadonlySet<Permission>>();

/** At most one set per combination of roles is ever made. */
function permissionsOf(roles: readonly RoleName[]): ReadonlySet<Permission> {
  const key = [...roles].sort().join();
  const known = permissionSets.get(key);
  if (known) return known;
  const names = Object.keys(PERMISSIONS) as Permission[];
  const held = new Set(
    names.filter((name) => roles.some((role) => ROLES[role].permissions.includes(name))),
  );
  permissionSets.set(key, held);
  return held;
}

/** Writes down the last use at most once a minute per session, beside the request and never before it. */
function createToucher({ db, now, log, settings }: Services) {
  const touching = new Set<string>();

  function staleSince(at: Date): Date {
    const idleMs = settings.current.sessions.idleSeconds * 1000;
    return new Date(at.getTime() - Math.min(TOUCH_AFTER_MS, idleMs / TOUCHES_PER_IDLE_LIMIT));
  }

  async function touch(ids: string[]): Promise<void> {
    const at = now();
    const stale = staleSince(at);
    try {
      await db
        .update(sessions)
        .set({ lastSeenAt: at })
        .where(and(inArray(sessions.id, ids), lt(sessions.lastSeenAt, stale)));
    } catch (error) {
      log.error({ err: error, sessions: ids.length }, "last use of sessions not written");
    } finally {
      for (const id of ids) touching.delete(id);
    }
  }

  return (rows: readonly Row[]): void => {
    const stale = staleSince(now());
    const ids = rows
      .filter((row) => row.lastSeenAt < stale && !touching.has(row.sessionId))
      .map((row) => row.sessionId);
    if (ids.length === 0) return;
    for (const id of ids) touching.add(id);
    void touch(ids);
  };
}
