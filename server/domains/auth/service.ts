import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { tokens } from "#db/schema/auth.ts";
import { record } from "#server/domains/audit/service.ts";
import { enqueueMail } from "#server/domains/mail/service.ts";
import { createSession, endSessions, sendSession } from "#server/domains/sessions/service.ts";
import { findUserByEmail, lockUser } from "#server/domains/users/queries.ts";
import type { User } from "#server/domains/users/schema.ts";
import type { Context, Services } from "#server/platform/context.ts";
import { AppError, fieldError } from "#server/platform/errors.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { actingAs } from "./acting-as.ts";
import { insertActiveUser } from "./active-user.ts";
import {
  consumeToken,
  endResetLinks,
  issueOwnerlessToken,
  peekToken,
  withLinkThrottle,
} from "./links/service.ts";
import { hashNewPassword, saveCredential } from "./passwords/service.ts";
import { findAnyOwner, isSetUp } from "./queries.ts";
import type { SetUpInput } from "./schema.ts";
import { clearAccount } from "./throttles/service.ts";

/** The advisory lock behind which owners are made ("owner" in ASCII). */
const OWNER_LOCK = 0x6f776e6572;

type NewOwner = Pick<SetUpInput, "name" | "email" | "password">;

/**
 * The one-time link with which the first owner is made, or null once there is one. Processes that
 * start together each get a link that works; using one ends them all.
 */
export async function issueSetUpToken(services: Services): Promise<string | null> {
  if (await isSetUp(services.db)) return null;
  const { url } = await issueOwnerlessToken(services.db, services);
  return url;
}

/**
 * Makes the first owner and signs them in.
 * @throws AppError CONFLICT when there is an owner, NOT_FOUND when the link does not work
 */
export async function setUp(ctx: Context, input: SetUpInput): Promise<void> {
  const { token, ...owner } = input;
  const session = await withLinkThrottle(ctx, async () => {
    if (await isSetUp(ctx.db)) throw alreadySetUp();
    await peekToken(ctx, { purpose: "set-up", token });
    const passwordHash = await hashNewPassword({ field: "password", ...owner, owner });
    return inTransaction(ctx, async (tx) => {
      await lockOwners(tx);
      if (await findAnyOwner(tx)) throw alreadySetUp();
      await consumeToken(tx, ctx, { purpose: "set-up", token });
      await endSetUpLinks(tx, ctx);
      const user = await insertOwner(tx, ctx, { ...owner, passwordHash, lastSignInAt: ctx.now() });
      return createSession(tx, actingAs(ctx, user), { userId: user.id, isRemembered: false });
    });
  });
  sendSession(ctx, session);
}

/** Makes an owner for an operator, whether or not there is one already. @throws AppError VALIDATION */
export async function createOwner(ctx: Context, input: NewOwner): Promise<User> {
  const passwordHash = await hashNewPassword({ field: "password", ...input, owner: input });
  return inTransaction(ctx, async (tx) => {
    await lockOwners(tx);
    await endSetUpLinks(tx, ctx);
    return insertOwner(tx, ctx, { ...input, passwordHash });
  });
}

/** Sets a user's password for an operator and ends all their sessions. @throws AppError NOT_FOUND */
export async function setPassword(
  ctx: Context,
  input: { email: string; password: string },
): Promise<void> {
  const owner = await findUserByEmail(ctx.db, input.email);
  if (!owner) throw new AppError("NOT_FOUND", `Nobody has the address ${input.email}.`);
  const passwordHash = await hashNewPassword({ field: "password", ...input, owner });
  await inTransaction(ctx, async (tx) => {
    const user = await lockUser(tx, owner.id);
    if (user.status === "invited") {
      throw new AppError("CONFLICT", `${user.email} has not accepted the invitation yet.`);
    }
    await replacePassword(tx, ctx, { user, passwordHash });
  });
}

/** What every reset of a password does: sessions end, the lockout ends, the user is told. */
export async function replacePassword(
  tx: Transaction,
  ctx: Context,
  { user, passwordHash }: { user: User; passwordHash: string },
): Promise<void> {
  await saveCredential(tx, ctx, { userId: user.id, passwordHash });
  await endSessions(tx, ctx, { userId: user.id });
  await endResetLinks(tx, ctx, user.id);
  await clearAccount(tx, "sign-in", user.email);
  await record(tx, ctx, { action: "password.reset", subject: { type: "user", id: user.id } });
  await enqueueMail(tx, ctx, {
    template: "password-changed",
    to: user.email,
    name: user.name,
    at: ctx.now(),
    address: ctx.request.address,
    resetUrl: `${ctx.publicUrl}/forgot-password`,
  });
}

async function lockOwners(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${OWNER_LOCK})`);
}

async function endSetUpLinks(tx: Transaction, ctx: Context): Promise<void> {
  await tx
    .update(tokens)
    .set({ usedAt: ctx.now() })
    .where(and(eq(tokens.purpose, "set-up"), isNull(tokens.usedAt)));
}

interface OwnerRow {
  name: string;
  email: string;
  passwordHash: string;
  lastSignInAt?: Date;
}

async function insertOwner(tx: Transaction, ctx: Context, owner: OwnerRow): Promise<User> {
  const user = await insertActiveUser(tx, ctx, { ...owner, roles: ["owner"] });
  if (!user) throw fieldError("email", "taken", "Somebody already has this address");
  await record(tx, ctx, {
    action: "owner.created",
    subject: { type: "user", id: user.id },
    after: user,
  });
  return user;
}

function alreadySetUp(): AppError {
  return new AppError("CONFLICT", "Binnacle is set up already. Sign in instead.");
}
