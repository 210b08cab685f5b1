import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { credentials } from "#db/schema/auth.ts";
import { users } from "#db/schema/users.ts";
import { enqueueMail } from "#server/domains/mail/service.ts";
import { findNewDevice } from "#server/domains/sessions/queries.ts";
import {
  createSession,
  endCurrentSession,
  endOwnSession,
  type NewSession,
  sendSession,
} from "#server/domains/sessions/service.ts";
import { isLapsed, settleSuspension } from "#server/domains/users/change/service.ts";
import { lockUser } from "#server/domains/users/queries.ts";
import type { Context } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { actingAs } from "../acting-as.ts";
import { runInBackground } from "../background.ts";
import { hashPassword, verifyPassword } from "../passwords/hash.ts";
import { findCredential } from "../queries.ts";
import type { SignInInput } from "../schema.ts";
import { attempting, nameAccount } from "../throttles/service.ts";
import { countFailure } from "./failures.ts";

/**
 * Signs in with a password. Unknown, invited and suspended accounts and wrong passwords get the same
 * answer after the same work.
 * @throws AppError UNAUTHENTICATED, RATE_LIMITED
 */
export async function signIn(ctx: Context, input: SignInInput): Promise<void> {
  const session = await attempting(
    ctx,
    { purpose: "sign-in", account: input.email, byAddress: true, counted: ["UNAUTHENTICATED"] },
    () => authenticate(ctx, input),
  ).catch((error: unknown) => {
    countFailure(ctx, error);
    throw error;
  });
  sendSession(ctx, session);
}

export async function signOut(ctx: Context): Promise<void> {
  await endCurrentSession(ctx);
}

async function authenticate(ctx: Context, input: SignInInput): Promise<NewSession> {
  const account = await findCredential(ctx.db, input.email);
  const stored = account?.passwordHash ?? null;
  const { isCorrect, needsRehash } = await verifyPassword(input.password, stored);
  const hasLapsed = account !== null && isLapsed(account, ctx.now());
  if (!account || !isCorrect || !(account.status === "active" || hasLapsed)) {
    ctx.log.warn(
      { userId: account?.id, status: account?.status, address: ctx.request.address },
      "sign-in refused",
    );
    if (account) runInBackground(ctx, () => nameAccount(ctx.db, input.email, account.id));
    throw refused();
  }
  const rehashed = needsRehash ? await hashPassword(input.password) : undefined;
  const proof = { ...account, verifiedHash: stored, rehashed, hasLapsed };
  const session = await inTransaction(ctx, (tx) => openSession(tx, ctx, { proof, input }));
  ctx.log.info({ userId: account.id, address: ctx.request.address }, "signed in");
  return session;
}

interface Proof {
  id: string;
  name: string;
  email: string;
  verifiedHash: string | null;
  rehashed: string | undefined;
  /** Whether they are suspended, and that has ended by itself. */
  hasLapsed: boolean;
}

async function openSession(
  tx: Transaction,
  ctx: Context,
  { proof, input }: { proof: Proof; input: SignInInput },
): Promise<NewSession> {
  await confirmProof(tx, ctx, proof);
  await endOwnSession(tx, ctx);
  await tellOfNewDevice(tx, ctx, proof);
  const isRemembered = input.remember;
  return createSession(tx, actingAs(ctx, proof), { userId: proof.id, isRemembered });
}

/** While the password was being checked, the account may have been suspended or its password replaced. */
async function confirmProof(tx: Transaction, ctx: Context, proof: Proof): Promise<void> {
  const { id, verifiedHash, rehashed } = proof;
  if (proof.hasLapsed) await settleSuspension(tx, ctx, await lockUser(tx, id));
  const [user] = await tx
    .update(users)
    .set({ lastSignInAt: ctx.now() })
    .where(and(eq(users.id, id), eq(users.status, "active")))
    .returning({ id: users.id });
  const [credential] = await tx
    .select({ passwordHash: credentials.passwordHash })
    .from(credentials)
    .where(eq(credentials.userId, id))
    .for("update");
  if (!user || credential?.passwordHash !== verifiedHash) throw refused();
  if (!rehashed) return;
  await tx.update(credentials).set({ passwordHash: rehashed }).where(eq(credentials.userId, id));
}

async function tellOfNewDevice(tx: Transaction, ctx: Context, proof: Proof): Promise<void> {
  const { userAgent } = ctx.request;
  const device = await findNewDevice(tx, { userId: proof.id, userAgent });
  if (device === null) return;
  await enqueueMail(tx, ctx, {
    template: "new-sign-in",
    to: proof.email,
    name: proof.name,
    at: ctx.now(),
    device,
    address: ctx.request.address,
    accountUrl: `${ctx.publicUrl}/account`,
  });
}

function refused(): AppError {
  return new AppError("UNAUTHENTICATED", "E-mail or password is wrong.");
}
