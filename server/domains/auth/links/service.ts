import { and, eq, gt, inArray, isNull } from "drizzle-orm";
import type { Queryable, Transaction } from "#db/client.ts";
import { tokens } from "#db/schema/auth.ts";
import { users } from "#db/schema/users.ts";
import { settleSuspension } from "#server/domains/users/change/service.ts";
import { findUserLocked, lockUser } from "#server/domains/users/queries.ts";
import type { User } from "#server/domains/users/schema.ts";
import type { Context, Services } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import { createSecret, hashSecret } from "#server/platform/secret.ts";
import { attempting } from "../throttles/service.ts";

const HOUR = 3600;

/** Where each kind of link leads and how long it works. */
const LINKS = {
  invitation: { path: "/invitation", ttlSeconds: 7 * 24 * HOUR },
  "password-reset": { path: "/reset-password", ttlSeconds: HOUR },
  "email-change-current": { path: "/change-email/current", ttlSeconds: 24 * HOUR },
  "email-change-new": { path: "/change-email/new", ttlSeconds: 24 * HOUR },
  "email-verification": { path: "/verify-email", ttlSeconds: 24 * HOUR },
  /** Until it is used: ten years stand for that. */
  "set-up": { path: "/set-up", ttlSeconds: 10 * 365 * 24 * HOUR },
} as const;

type Purpose = keyof typeof LINKS;

export interface IssuedLink {
  url: string;
  expiresAt: Date;
}

/**
 * Makes a link that works once. Earlier links of the same purpose for the same user stop working.
 * @throws AppError NOT_FOUND when the user has just been deleted
 */
export async function issueToken(
  tx: Transaction,
  ctx: Pick<Services, "now" | "newId" | "publicUrl">,
  input: { purpose: Exclude<Purpose, "set-up">; userId: string },
): Promise<IssuedLink> {
  const { purpose, userId } = input;
  await lockUser(tx, userId);
  await endLinks(tx, ctx, { userId, purposes: [purpose] });
  return insertToken(tx, ctx, input);
}

/** A link that belongs to nobody yet, for making the first owner. */
export function issueOwnerlessToken(
  db: Queryable,
  ctx: Pick<Services, "now" | "newId" | "publicUrl">,
): Promise<IssuedLink> {
  return insertToken(db, ctx, { purpose: "set-up", userId: null });
}

async function insertToken(
  db: Queryable,
  ctx: Pick<Services, "now" | "newId" | "publicUrl">,
  { purpose, userId }: { purpose: Purpose; userId: string | null },
): Promise<IssuedLink> {
  const { path, ttlSeconds } = LINKS[purpose];
  const createdAt = ctx.now();
  const expiresAt = new Date(createdAt.getTime() + ttlSeconds * 1000);
  const secret = createSecret();
  await db.insert(tokens).values({
    id: ctx.newId(),
    purpose,
    tokenHash: hashSecret(secret),
    userId,
    createdAt,
    expiresAt,
  });
  return { url: `${ctx.publicUrl}${path}?token=${secret}`, expiresAt };
}

/** A new password, however it came about, ends every mailed link that could set another one. */
export function endResetLinks(tx: Transaction, ctx: Context, userId: string): Promise<void> {
  return endLinks(tx, ctx, { userId, purposes: ["password-reset"] });
}

/** The unused links of these purposes stop working. */
export async function endLinks(
  tx: Transaction,
  ctx: Pick<Services, "now">,
  { userId, purposes }: { userId: string; purposes: Purpose[] },
): Promise<void> {
  await tx
    .update(tokens)
    .set({ usedAt: ctx.now() })
    .where(
      and(eq(tokens.userId, userId), inArray(tokens.purpose, purposes), isNull(tokens.usedAt)),
    );
}

/** Every unused link of a user stops working. */
export function endAllLinks(
  tx: Transaction,
  ctx: Pick<Services, "now">,
  userId: string,
): Promise<void> {
  return endLinks(tx, ctx, { userId, purposes: Object.keys(LINKS) as Purpose[] });
}

interface Presented {
  purpose: Purpose;
  token: string;
}

/** The link if it still works, without using it up. @throws AppError NOT_FOUND */
export async function peekToken(ctx: Context, presented: Presented) {
  const [row] = await ctx.db
    .select({ userId: tokens.userId, expiresAt: tokens.expiresAt })
    .from(tokens)
    .where(isUsable(ctx, presented));
  return row ?? refuse();
}

/** Uses a link up; of requests that come at once, one gets it. @throws AppError NOT_FOUND */
export async function consumeToken(tx: Transaction, ctx: Context, presented: Presented) {
  const [row] = await tx
    .update(tokens)
    .set({ usedAt: ctx.now() })
    .where(isUsable(ctx, presented))
    .returning({ userId: tokens.userId });
  return row ?? refuse();
}

/**
 * Uses a link up and answers with its user, locked: the user before the link, as a deletion does. A
 * suspension that has ended by itself counts no more.
 * @throws AppError NOT_FOUND
 */
export async function redeemLink(tx: Transaction, ctx: Context, link: Presented): Promise<User> {
  const holder = tx.select({ id: tokens.userId }).from(tokens).where(isUsable(ctx, link));
  const user = (await findUserLocked(tx, inArray(users.id, holder))) ?? refuse();
  await consumeToken(tx, ctx, link);
  return settleSuspension(tx, ctx, user);
}

/** Throttles guessing of links by network address; only links that do not work count. */
export function withLinkThrottle<T>(ctx: Context, work: () => Promise<T>): Promise<T> {
  return attempting(ctx, { purpose: "link", byAddress: true, counted: ["NOT_FOUND"] }, work);
}

function isUsable(ctx: Context, { purpose, token }: Presented) {
  return and(
    eq(tokens.tokenHash, hashSecret(token)),
    eq(tokens.purpose, purpose),
    isNull(tokens.usedAt),
    gt(tokens.expiresAt, ctx.now()),
  );
}

export function refuse(): never {
  throw new AppError(
    "NOT_FOUND",
    "This link does not work any more: it was used, replaced or is too old. Ask for a new one.",
  );
}
