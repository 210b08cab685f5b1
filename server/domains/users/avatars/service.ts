import { hash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { userAvatars } from "#db/schema/avatars.ts";
import { users } from "#db/schema/users.ts";
import { record } from "#server/domains/audit/service.ts";
import type { Context, UserActor } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { lockFor, subjectOf } from "../change/service.ts";
import { assertMayActOn, getUserFor } from "../policy.ts";
import { lockUser } from "../queries.ts";
import type { User, UserId } from "../schema.ts";
import type { Avatar, AvatarTag, SetAvatarInput, SetOwnAvatarInput } from "./schema.ts";
import { shrinkImage } from "./shrink.ts";

/** @throws AppError NOT_FOUND for a user without a picture, and for one whom the caller may not see */
export async function getAvatar(ctx: Context, { userId }: UserId): Promise<Avatar> {
  const { avatarTag: tag } = await getUserFor(ctx, "users.read", userId);
  const [row] = tag ? await readImage(ctx, userId) : [];
  if (!(tag && row)) throw new AppError("NOT_FOUND", "This user has no picture.");
  return { tag, image: row.image.toString("base64") };
}

function readImage({ db }: Context, userId: string) {
  return db
    .select({ image: userAvatars.image })
    .from(userAvatars)
    .where(eq(userAvatars.userId, userId));
}

/** The name of one's own picture. */
export async function getOwnAvatarTag(ctx: Context & { actor: UserActor }): Promise<AvatarTag> {
  const [row] = await ctx.db
    .select({ tag: users.avatarTag })
    .from(users)
    .where(eq(users.id, ctx.actor.userId));
  return { tag: row?.tag ?? null };
}

export async function setAvatar(
  ctx: Context,
  { userId, image }: SetAvatarInput,
): Promise<AvatarTag> {
  await getUserFor(ctx, "users.update", userId);
  const made = await shrinkImage(Buffer.from(image, "base64"));
  return changeAvatar(ctx, { lock: (tx) => lockOther(tx, ctx, userId), image: made });
}

export function removeAvatar(ctx: Context, { userId }: UserId): Promise<AvatarTag> {
  return changeAvatar(ctx, { lock: (tx) => lockOther(tx, ctx, userId), image: null });
}

export async function setOwnAvatar(
  ctx: Context & { actor: UserActor },
  { image }: SetOwnAvatarInput,
): Promise<AvatarTag> {
  const made = await shrinkImage(Buffer.from(image, "base64"));
  return changeAvatar(ctx, { lock: (tx) => lockUser(tx, ctx.actor.userId), image: made });
}

export function removeOwnAvatar(ctx: Context & { actor: UserActor }): Promise<AvatarTag> {
  return changeAvatar(ctx, { lock: (tx) => lockUser(tx, ctx.actor.userId), image: null });
}

async function lockOther(tx: Transaction, ctx: Context, userId: string): Promise<User> {
  const user = await lockFor(tx, ctx, { permission: "users.update", userId });
  await assertMayActOn(tx, ctx.actor, user);
  return user;
}

interface AvatarChange {
  /** Holds the user fast, and refuses whoever may not change them. */
  lock: (tx: Transaction) => Promise<User>;
  image: Buffer | null;
}

/** The version of the user stays: no edit of their fields is made from an older picture. */
function changeAvatar(ctx: Context, { lock, image }: AvatarChange): Promise<AvatarTag> {
  const tag = image && hash("sha256", image, "base64url").slice(0, 22);
  return inTransaction(ctx, async (tx) => {
    const user = await lock(tx);
    if (user.avatarTag === tag) return { tag };
    await (image ? keepImage(tx, user.id, image) : dropImage(tx, user.id));
    await tx.update(users).set({ avatarTag: tag }).where(eq(users.id, user.id));
    await record(tx, ctx, {
      action: "user.avatar-changed",
      subject: subjectOf(user),
      before: { avatarTag: user.avatarTag },
      after: { avatarTag: tag },
    });
    return { tag };
  });
}

function keepImage(tx: Transaction, userId: string, image: Buffer) {
  return tx
    .insert(userAvatars)
    .values({ userId, image })
    .onConflictDoUpdate({ target: userAvatars.userId, set: { image } });
}

function dropImage(tx: Transaction, userId: string) {
  return tx.delete(userAvatars).where(eq(userAvatars.userId, userId));
}
