import { and, eq, inArray, lt, sql } from "drizzle-orm";
import { sessions } from "#db/schema/sessions.ts";
import { users } from "#db/schema/users.ts";
import { isRoleName } from "#server/platform/access/catalog.ts";
import { settle } from "#server/platform/access/decide.ts";
import type { Moment } from "#server/platform/access/moment.ts";
import {
  accessVersion,
  createRoleBooks,
  type RoleBook,
  systemRoles,
} from "#server/platform/access/role-book.ts";
import { createBatcher } from "#server/platform/batcher.ts";
import type { Services, UserActor } from "#server/platform/context.ts";
import { isDisconnected, withRetry } from "#server/platform/retry.ts";
import { hashSecretHex, isSecretShaped } from "#server/platform/secret.ts";
import { type Clock, endOf, isAlive, readClock } from "./alive.ts";
import { actAs, type Identified } from "./impersonation/acting.ts";

/** Last use is written at most once a minute, and often enough for a short idle limit. */
const TOUCH_AFTER_MS = 60_000;
const TOUCHES_PER_IDLE_LIMIT = 10;
const MAX_BATCH = 500;

/**
 * `address` is where the request comes from: some grants count in some networks only. With the token
 * of an impersonation beside their own, people are who they act as.
 */
export type SessionResolver = (
  token: string,
  address?: string,
  impersonation?: string,
) => Promise<UserActor | undefined>;

interface ResolverOptions {
  /** Whether to be asked for is to be used. It is not for a stream that its page holds open by itself. */
  isUse?: boolean;
}

/**
 * Finds whom a session token stands for. Lookups are batched, but none answers a request that
 * arrived after it began, so a revocation or a change of a role counts from the next request on, in
 * every process.
 */
export function createSessionResolver(
  services: Services,
  { isUse = true }: ResolverOptions = {},
): SessionResolver {
  const lookUp = prepareLookup(services);
  const openRoles = createRoleBooks(services);
  const touch = createToucher(services);
  const retry = {
    budget: services.retryBudget,
    attempts: 2,
    isRetryable: isDisconnected,
    onRetry: () => services.metrics.retries.inc({ operation: "session" }),
  };

  const batcher = createBatcher<string, Found>({
    maxSize: MAX_BATCH,
    deadlineMs: services.config.databaseStatementTimeoutSeconds * 1000 + 1000,
    async load(hashes) {
      const rows = await withRetry(() => lookUp(hashes), retry);
      const clock = readClock(services);
      const alive = rows.filter((row) => row.status === "active" && isAlive(row, clock));
      if (isUse) touch(alive);
      const custom = alive.find((row) => !row.roles.every(isRoleName));
      const book = custom
        ? await withRetry(() => openRoles(custom.accessVersion), retry)
        : systemRoles;
      return new Map(alive.map((row) => [row.hash, identify(row, book, clock)]));
    },
  });

  function find(token: string): Promise<Found | undefined> {
    return isSecretShaped(token) ? batcher.get(hashSecretHex(token)) : NOBODY;
  }

  function settled(found: Found, address: string): Found {
    if (found.isSettled) return found;
    return { ...found, actor: settleActor(found.actor, { now: services.now(), address }) };
  }

  return async (token, address = "unknown", impersonation = "") => {
    const acting = impersonation === "" ? undefined : find(impersonation);
    const [found, other] = acting ? await Promise.all([find(token), acting]) : [await find(token)];
    // The token of an impersonation opens nothing by itself.
    if (!found || found.impersonation) return undefined;
    const own = settled(found, address).actor;
    return other ? actAs(services, own, settled(other, address)) : own;
  };
}

const NOBODY = Promise.resolve(undefined);

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
      impersonatorSessionId: sessions.impersonatorSessionId,
      userId: users.id,
      name: users.name,
      email: users.email,
      emailVerifiedAt: users.emailVerifiedAt,
      roles: users.roles,
      department: users.department,
      status: users.status,
      accessVersion,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(sql`${sessions.tokenHash} = any((${sql.placeholder("hashes")}::text)::bytea[])`)
    .prepare("sessions_by_token_hash");
  return (hashes: readonly string[]) =>
    query.execute({ hashes: `{${hashes.map((hash) => `"\\\\x${hash}"`).join(",")}}` });
}

interface Found extends Identified {
  /** Whether time and address make no difference to what the actor may do. */
  isSettled: boolean;
}

const NOTHING_YET: UserActor["permissions"] = new Map();

function identify(row: Row, book: RoleBook, clock: Clock): Found {
  const { roles, grants, permissions } = book.holdingOf(row.roles);
  const actor = {
    kind: "user" as const,
    userId: row.userId,
    sessionId: row.sessionId,
    name: row.name,
    email: row.email,
    emailVerifiedAt: row.emailVerifiedAt,
    department: row.department,
    roles,
    grants,
    permissions: permissions ?? NOTHING_YET,
  };
  const { impersonatorSessionId } = row;
  const impersonation = impersonatorSessionId && {
    impersonatorSessionId,
    endsAt: endOf(row, clock),
  };
  return { actor, impersonation: impersonation || null, isSettled: permissions !== null };
}

function settleActor(actor: UserActor, moment: Moment): UserActor {
  return { ...actor, permissions: settle(actor.grants, moment) };
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
