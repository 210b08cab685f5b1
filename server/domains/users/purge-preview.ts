import { and, count, eq, gt, isNull, ne, or } from "drizzle-orm";
import type { Drizzle } from "#db/client.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { credentials, emailChanges, tokens } from "#db/schema/auth.ts";
import { outboxMails } from "#db/schema/mail.ts";
import { sessions } from "#db/schema/sessions.ts";
import { defaultViews, savedViews } from "#db/schema/views.ts";
import type { Context } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import { assertMayActOn, getUserFor } from "./policy.ts";
import type { User, UserId } from "./schema.ts";
import type { PurgePreview } from "./trash/schema.ts";

/**
 * What goes with a user in the trash when they are purged, and what stays.
 * @throws AppError NOT_FOUND, FORBIDDEN, CONFLICT for one who is not in the trash
 */
export async function previewPurge(ctx: Context, { userId }: UserId): Promise<PurgePreview> {
  const { db } = ctx;
  const user = await getUserFor(ctx, "users.delete", userId);
  await assertMayActOn(db, ctx.actor, user);
  if (user.status !== "deleted")
    throw new AppError("CONFLICT", `${user.name} is not in the trash.`);
  const views = eq(savedViews.ownerId, userId);
  const isPrivate = eq(savedViews.sharing, "private");
  const [passwords, openSessions, links, changes, privateViews, sharedViews, defaultsOfOthers] =
    await Promise.all([
      db.$count(credentials, eq(credentials.userId, userId)),
      db.$count(sessions, eq(sessions.userId, userId)),
      countLinks(ctx, userId),
      db.$count(emailChanges, eq(emailChanges.userId, userId)),
      db.$count(savedViews, and(views, isPrivate)),
      db.$count(savedViews, and(views, ne(savedViews.sharing, "private"))),
      countDefaultsOfOthers(db, userId),
    ]);
  return {
    goes: {
      passwords,
      sessions: openSessions,
      links,
      emailChanges: changes,
      privateViews,
      sharedViews,
      defaultsOfOthers,
    },
    stays: await countWhatStays(db, user),
  };
}

function countLinks({ db, now }: Context, userId: string): Promise<number> {
  const works = and(isNull(tokens.usedAt), gt(tokens.expiresAt, now()));
  return db.$count(tokens, and(eq(tokens.userId, userId), works));
}

async function countDefaultsOfOthers(db: Drizzle, userId: string): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(defaultViews)
    .innerJoin(savedViews, eq(savedViews.id, defaultViews.viewId))
    .where(and(eq(savedViews.ownerId, userId), ne(defaultViews.userId, userId)));
  return row?.count ?? 0;
}

async function countWhatStays(db: Drizzle, { id, email }: User): Promise<PurgePreview["stays"]> {
  const isAbout = and(eq(auditEntries.subjectType, "user"), eq(auditEntries.subjectId, id));
  const [entries, mails] = await Promise.all([
    db.$count(auditEntries, or(isAbout, eq(auditEntries.actorId, id))),
    db.$count(outboxMails, eq(outboxMails.recipient, email)),
  ]);
  return { auditEntries: entries, mails };
}
