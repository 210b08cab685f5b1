import { and, eq, gt } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { registrations } from "#db/schema/auth.ts";
import { users } from "#db/schema/users.ts";
import { record } from "#server/domains/audit/service.ts";
import { enqueueMail, enqueueWelcome } from "#server/domains/mail/service.ts";
import {
  createSession,
  endOwnSession,
  type NewSession,
  sendSession,
} from "#server/domains/sessions/service.ts";
import { findUserByEmail, findUserLocked } from "#server/domains/users/queries.ts";
import type { Context } from "#server/platform/context.ts";
import { createSecret, hashSecret } from "#server/platform/secret.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { actingAs } from "../acting-as.ts";
import { insertActiveUser } from "../active-user.ts";
import { runInBackground } from "../background.ts";
import { refuse, withLinkThrottle } from "../links/service.ts";
import { hashNewPassword } from "../passwords/service.ts";
import type {
  CompleteRegistrationInput,
  LinkInput,
  RegisterInput,
  Registration,
} from "../schema.ts";
import { reserveAttempt } from "../throttles/service.ts";
import { assertDomainAllowed, assertRegistrationOpen, isDomainAllowed } from "./policy.ts";

const TTL_MS = 24 * 3600 * 1000;

/**
 * Mails a link to finish with, or word of the account that the address has already. The answer is
 * given before anybody looks.
 * @throws AppError FORBIDDEN while registration is closed, VALIDATION on the field, RATE_LIMITED
 */
export async function register(ctx: Context, input: RegisterInput): Promise<void> {
  await assertRegistrationOpen(ctx);
  assertDomainAllowed(ctx, input.email);
  await reserveAttempt(ctx, { purpose: "registration", account: input.email, byAddress: true });
  runInBackground(ctx, () => inTransaction(ctx, (tx) => sendNextStep(tx, ctx, input)));
}

async function sendNextStep(tx: Transaction, ctx: Context, input: RegisterInput): Promise<void> {
  const user = await findUserLocked(tx, eq(users.email, input.email));
  // The address stays taken; whoever is in the trash has no account that a mail could lead to.
  if (user?.status === "deleted") return;
  if (user) {
    await enqueueMail(tx, ctx, {
      template: "account-exists",
      to: user.email,
      name: user.name,
      isInvited: user.status === "invited",
      signInUrl: `${ctx.publicUrl}/sign-in`,
      resetUrl: `${ctx.publicUrl}/forgot-password`,
    });
  } else {
    const link = await saveRegistration(tx, ctx, input);
    await enqueueMail(tx, ctx, { template: "registration", to: input.email, ...link });
  }
}

/** Earlier links for the same address stop working. */
async function saveRegistration(
  tx: Transaction,
  ctx: Context,
  { name, email }: RegisterInput,
): Promise<{ url: string; expiresAt: Date }> {
  const secret = createSecret();
  const createdAt = ctx.now();
  const expiresAt = new Date(createdAt.getTime() + TTL_MS);
  const set = { name, tokenHash: hashSecret(secret), createdAt, expiresAt };
  await tx
    .insert(registrations)
    .values({ email, ...set })
    .onConflictDoUpdate({ target: registrations.email, set });
  return { url: `${ctx.publicUrl}/register/complete?token=${secret}`, expiresAt };
}

/** Whom a link is for, before it is used. @throws AppError NOT_FOUND, FORBIDDEN */
export function getRegistration(ctx: Context, { token }: LinkInput): Promise<Registration> {
  return withLinkThrottle(ctx, () => findRegistration(ctx, token));
}

/**
 * Makes the account with the chosen name and password, and signs in.
 * @throws AppError NOT_FOUND, FORBIDDEN when registration was closed meanwhile, VALIDATION
 */
export async function completeRegistration(
  ctx: Context,
  input: CompleteRegistrationInput,
): Promise<void> {
  const session = await withLinkThrottle(ctx, async () => {
    const { email } = await findRegistration(ctx, input.token);
    const { name, password } = input;
    const owner = { name, email };
    const passwordHash = await hashNewPassword({ field: "password", password, owner });
    return inTransaction(ctx, (tx) => complete(tx, ctx, { input, passwordHash }));
  });
  sendSession(ctx, session);
}

async function findRegistration(ctx: Context, token: string): Promise<Registration> {
  const { email, name, expiresAt } = registrations;
  const [pending] = await ctx.db
    .select({ email, name, expiresAt })
    .from(registrations)
    .where(isUsable(ctx, token));
  if (!pending || (await findUserByEmail(ctx.db, pending.email))) return refuse();
  await assertStillWelcome(ctx, pending.email);
  return pending;
}

/** Of requests that come at once, one gets the link; of links for one address, one the address. */
async function complete(
  tx: Transaction,
  ctx: Context,
  { input, passwordHash }: { input: CompleteRegistrationInput; passwordHash: string },
): Promise<NewSession> {
  const [used] = await tx
    .delete(registrations)
    .where(isUsable(ctx, input.token))
    .returning({ email: registrations.email });
  const email = used?.email ?? refuse();
  await assertStillWelcome(ctx, email);
  await endOwnSession(tx, ctx);
  const user = await insertActiveUser(tx, ctx, {
    name: input.name,
    email,
    roles: [ctx.settings.current.registration.role],
    passwordHash,
    lastSignInAt: ctx.now(),
  });
  if (!user) return refuse();
  const acting = actingAs(ctx, user);
  await record(tx, acting, {
    action: "user.registered",
    subject: { type: "user", id: user.id },
    after: user,
  });
  await enqueueWelcome(tx, acting, user);
  return createSession(tx, acting, { userId: user.id, isRemembered: false });
}

/** The settings may have changed since the link was mailed. */
async function assertStillWelcome(ctx: Context, email: string): Promise<void> {
  await assertRegistrationOpen(ctx);
  if (!isDomainAllowed(ctx, email)) refuse();
}

function isUsable(ctx: Context, token: string) {
  const { tokenHash, expiresAt } = registrations;
  return and(eq(tokenHash, hashSecret(token)), gt(expiresAt, ctx.now()));
}
