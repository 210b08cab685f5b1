import { createHash } from "node:crypto";
import { and, desc, eq, gt, gte, or, sql } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { signInThrottles } from "#db/schema/auth.ts";
import { users } from "#db/schema/users.ts";
import type { Context } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import { networkOf } from "#server/platform/network.ts";

const MINUTE_MS = 60_000;
const WINDOW_MS = 15 * MINUTE_MS;

/** Attempts allowed in one window, per account and per network address. */
const LIMITS = {
  "sign-in": { account: 10, address: 10 },
  "password-reset": { account: 5, address: 20 },
  "email-verification": { account: 5, address: 20 },
  "email-change": { account: 5, address: 20 },
  registration: { account: 5, address: 20 },
  link: { account: 20, address: 20 },
  invitation: { account: 1_000, address: 1_000 },
} as const;

type Purpose = keyof typeof LIMITS;

const WINDOWS_MS: Partial<Record<Purpose, number>> = { invitation: 60 * MINUTE_MS };
const windowOf = (purpose: Purpose) => WINDOWS_MS[purpose] ?? WINDOW_MS;

interface Attempt {
  purpose: Purpose;
  /** The e-mail address of the account, whether or not it exists, or the id of who is signed in. */
  account?: string;
  /** Whether the caller's network address counts as well. */
  byAddress: boolean;
}

interface Reserved {
  key: string;
  windowStartedAt: Date;
}

/**
 * Counts an attempt before it is made, so that concurrent ones cannot pass the limit together.
 * `release` takes it back when the attempt turned out well.
 * @throws AppError RATE_LIMITED, whether or not the account exists
 */
export async function reserveAttempt(ctx: Context, attempt: Attempt) {
  const limits = LIMITS[attempt.purpose];
  const now = ctx.now();
  const windowMs = windowOf(attempt.purpose);
  const rows = await count(ctx, keysOf(ctx, attempt), windowMs);
  const release = () => giveBack(ctx, rows);
  const exceeded = rows.filter((row) => row.failures > limitOf(limits, row.key));
  if (exceeded.length === 0) return { release };
  await release();
  const opensAt = Math.max(...exceeded.map((row) => row.windowStartedAt.getTime() + windowMs));
  const retryAfterSeconds = Math.max(1, Math.ceil((opensAt - now.getTime()) / 1000));
  ctx.log.warn(
    { purpose: attempt.purpose, keys: exceeded.map((row) => row.key), retryAfterSeconds },
    "attempts throttled",
  );
  throw throttled(attempt.purpose, retryAfterSeconds);
}

function throttled(purpose: Purpose, retryAfterSeconds: number): AppError {
  const what =
    purpose === "invitation"
      ? `At most ${LIMITS.invitation.account.toLocaleString("en")} invitations go out in an hour.`
      : "Too many attempts.";
  const message = `${what} Try again in ${Math.ceil(retryAfterSeconds / 60)} min.`;
  return new AppError("RATE_LIMITED", message, { retryAfterSeconds });
}

/** Runs `work` as an attempt that only counts when it fails with one of `counted`. */
export async function attempting<T>(
  ctx: Context,
  attempt: Attempt & { counted: readonly AppError["code"][] },
  work: () => Promise<T>,
): Promise<T> {
  const { release } = await reserveAttempt(ctx, attempt);
  const isCounted = (error: unknown) =>
    error instanceof AppError && attempt.counted.includes(error.code);
  try {
    const result = await work();
    await giveBackQuietly(ctx, release);
    return result;
  } catch (error) {
    if (!isCounted(error)) await giveBackQuietly(ctx, release);
    throw error;
  }
}

/**
 * Runs `work` as one of the few that may turn out well in a window; what fails costs nothing.
 * @throws AppError RATE_LIMITED
 */
export async function spending<T>(
  ctx: Context,
  attempt: Attempt,
  work: () => Promise<T>,
): Promise<T> {
  const { release } = await reserveAttempt(ctx, attempt);
  try {
    return await work();
  } catch (error) {
    await giveBackQuietly(ctx, release);
    throw error;
  }
}

/** What was done is done: an attempt that stays counted must not turn it into a failure. */
async function giveBackQuietly(ctx: Context, release: () => Promise<void>): Promise<void> {
  await release().catch((err: unknown) => ctx.log.warn({ err }, "attempt not given back"));
}

/** How many more attempts of an account would pass now, and what the next one would be told. */
export async function foreseeAttempts(ctx: Context, purpose: Purpose, account: string) {
  const key = accountKey(purpose, account);
  const [row] = await ctx.db.select().from(signInThrottles).where(eq(signInThrottles.key, key));
  const now = ctx.now().getTime();
  const opensAt = row ? row.windowStartedAt.getTime() + windowOf(purpose) : now;
  const used = row && opensAt > now ? row.failures : 0;
  const closedMs = used > 0 ? opensAt - now : windowOf(purpose);
  return {
    left: Math.max(0, LIMITS[purpose].account - used),
    refusal: throttled(purpose, Math.ceil(closedMs / 1000)),
  };
}

/** Forgets the failures of an account whose owner has proven themselves another way. */
export async function clearAccount(tx: Queryable, purpose: Purpose, account: string) {
  await tx.delete(signInThrottles).where(eq(signInThrottles.key, accountKey(purpose, account)));
}

/** Says whose the failed sign-ins are, for those who look after locked accounts. */
export async function nameAccount(db: Queryable, account: string, userId: string): Promise<void> {
  const key = accountKey("sign-in", account);
  await db.update(signInThrottles).set({ userId }).where(eq(signInThrottles.key, key));
}

/** Accounts that take no password at the moment, the last locked first. */
export async function listLockedAccounts(db: Queryable, options: { now: Date; limit: number }) {
  const { now, limit } = options;
  const opened = new Date(now.getTime() - WINDOW_MS);
  const rows = await db
    .select({ userId: users.id, name: users.name, since: signInThrottles.windowStartedAt })
    .from(signInThrottles)
    .innerJoin(users, eq(users.id, signInThrottles.userId))
    .where(
      and(
        gt(signInThrottles.windowStartedAt, opened),
        gte(signInThrottles.failures, LIMITS["sign-in"].account),
        eq(users.status, "active"),
      ),
    )
    .orderBy(desc(signInThrottles.windowStartedAt), users.id)
    .limit(limit);
  return rows.map(({ since, ...user }) => ({
    ...user,
    opensAt: new Date(since.getTime() + WINDOW_MS),
  }));
}

/** One statement for both keys, in a fixed order, so that it is atomic and never deadlocks. */
function count(ctx: Context, keys: string[], windowMs: number) {
  const now = ctx.now();
  const opened = new Date(now.getTime() - windowMs);
  const isOver = sql`${signInThrottles.windowStartedAt} <= ${opened.toISOString()}`;
  return ctx.db
    .insert(signInThrottles)
    .values(keys.map((key) => ({ key, failures: 1, windowStartedAt: now })))
    .onConflictDoUpdate({
      target: signInThrottles.key,
      set: {
        failures: sql`case when ${isOver} then 1 else ${signInThrottles.failures} + 1 end`,
        windowStartedAt: sql`case when ${isOver} then excluded.window_started_at else ${signInThrottles.windowStartedAt} end`,
      },
    })
    .returning();
}

/** Only inside the window that was counted in: a window opened since owes nothing. */
async function giveBack(ctx: Context, reserved: readonly Reserved[]): Promise<void> {
  const mine = reserved.map(({ key, windowStartedAt }) =>
    and(eq(signInThrottles.key, key), eq(signInThrottles.windowStartedAt, windowStartedAt)),
  );
  const locked = ctx.db
    .select({ key: signInThrottles.key })
    .from(signInThrottles)
    .where(and(or(...mine), gt(signInThrottles.failures, 0)))
    .orderBy(signInThrottles.key)
    .for("update");
  await ctx.db
    .update(signInThrottles)
    .set({ failures: sql`${signInThrottles.failures} - 1` })
    .where(sql`${signInThrottles.key} in ${locked}`);
}

function keysOf(ctx: Context, { purpose, account, byAddress }: Attempt): string[] {
  const keys = [
    ...(account === undefined ? [] : [accountKey(purpose, account)]),
    ...(byAddress ? [`${purpose}:address:${networkOf(ctx.request.address)}`] : []),
  ];
  return keys.sort();
}

function limitOf(limits: { account: number; address: number }, key: string): number {
  return key.includes(":account:") ? limits.account : limits.address;
}

/** Hashed, because people type other things than addresses into address fields. */
function accountKey(purpose: Purpose, account: string): string {
  return `${purpose}:account:${createHash("sha256").update(account).digest("hex")}`;
}
