import type { Transaction } from "#db/client.ts";
import { credentials } from "#db/schema/auth.ts";
import { record } from "#server/domains/audit/service.ts";
import { enqueueMail } from "#server/domains/mail/service.ts";
import { endSessions } from "#server/domains/sessions/service.ts";
import type { Context, UserActor } from "#server/platform/context.ts";
import { fieldError } from "#server/platform/errors.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { assertPasswordUnchanged, verifyCurrentPassword } from "../current-password/service.ts";
import { endResetLinks } from "../links/service.ts";
import { type ChangePasswordInput, PASSWORD_MIN_LENGTH } from "../schema.ts";
import { hashPassword } from "./hash.ts";
import { estimateStrength } from "./strength.ts";

const MIN_SCORE = 3;

interface Candidate {
  /** The form field that a refusal is shown at. */
  field: "password" | "newPassword";
  password: string;
  owner: { name: string; email: string };
}

/**
 * The hash of a new password, once it has passed the policy. Slow on purpose: call it before the
 * transaction opens.
 * @throws AppError VALIDATION on the field
 */
export async function hashNewPassword({ field, password, owner }: Candidate): Promise<string> {
  if ([...password].length < PASSWORD_MIN_LENGTH) {
    throw fieldError(field, "too_small", `Use at least ${PASSWORD_MIN_LENGTH} characters`);
  }
  const { score, warning, suggestions } = await estimateStrength(password, [
    owner.name,
    owner.email,
  ]);
  if (score < MIN_SCORE) {
    const advice = [warning, suggestions[0]].filter(Boolean).join(" ");
    throw fieldError(
      field,
      "too_weak",
      advice || "This password is easy to guess. Add more words.",
    );
  }
  return hashPassword(password);
}

interface NewCredential {
  userId: string;
  passwordHash: string;
}

export async function saveCredential(
  tx: Transaction,
  ctx: Context,
  { userId, passwordHash }: NewCredential,
): Promise<void> {
  const changedAt = ctx.now();
  await tx
    .insert(credentials)
    .values({ userId, passwordHash, changedAt })
    .onConflictDoUpdate({ target: credentials.userId, set: { passwordHash, changedAt } });
}

/**
 * Changes the signed-in user's password. Their other sessions end, and they are told by mail.
 * @throws AppError VALIDATION on the field, RATE_LIMITED after too many wrong current passwords
 */
export async function changePassword(
  ctx: Context & { actor: UserActor },
  input: ChangePasswordInput,
): Promise<void> {
  const { userId, sessionId, name, email } = ctx.actor;
  const verifiedHash = await verifyCurrentPassword(ctx, {
    field: "currentPassword",
    password: input.currentPassword,
  });
  if (input.newPassword === input.currentPassword) {
    throw fieldError("newPassword", "unchanged", "This is your current password");
  }
  const passwordHash = await hashNewPassword({
    field: "newPassword",
    password: input.newPassword,
    owner: { name, email },
  });
  await inTransaction(ctx, async (tx) => {
    await assertPasswordUnchanged(tx, { userId, verifiedHash });
    await saveCredential(tx, ctx, { userId, passwordHash });
    await endSessions(tx, ctx, { userId, exceptSessionId: sessionId });
    await endResetLinks(tx, ctx, userId);
    await record(tx, ctx, { action: "password.changed", subject: { type: "user", id: userId } });
    await enqueueMail(tx, ctx, {
      template: "password-changed",
      to: email,
      name,
      at: ctx.now(),
      address: ctx.request.address,
      resetUrl: `${ctx.publicUrl}/forgot-password`,
    });
  });
}
