import { and, count, eq, gt, inArray, isNotNull, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Drizzle } from "#db/client.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { credentials, emailChanges, tokens } from "#db/schema/auth.ts";
import { outboxMails } from "#db/schema/mail.ts";
import { sessions } from "#db/schema/sessions.ts";
import { users } from "#db/schema/users.ts";
import { defaultViews, savedViews } from "#db/schema/views.ts";
import type { Context } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import { assertMayActOn, getUserFor } from "./policy.ts";
import type { User, UserId } from "./schema.ts";
import type { Losses, PurgePreview } from "./trash/schema.ts";

/**
 * What goes with a user in the trash when they are purged, and what stays.
 * @throws AppError NOT_FOUND, FORBIDDEN, CONFLICT for one who is not in the trash
 */
export async function previewPurge(ctx: Context, { userId }: UserId): Promise<PurgePreview> {
  const user = await getUserFor(ctx, "users.delete", userId);
  await assertMayActOn(ctx.db, ctx.actor, user);
  if (user.status !== "deleted")
    throw new AppError("CONFLICT", `${user.name} is not in the trash.`);
  const ids = [userId];
  const [goes, stays] = await Promise.all([countLosses(ctx, ids), countWhatStays(ctx.db, user)]);
  return { goes, stays };
}

/** What belongs to these users alone, and so goes with them. */
export async function countLosses(ctx: Context, ids: string[] | SQL): Promise<Losses> {
  const { db } = ctx;
  const isTheirs = (column: PgColumn) =>
    Array.isArray(ids) ? inArray(column, ids) : sql`${column} in ${ids}`;
  const views = isTheirs(savedViews.ownerId);
  const isPrivate = eq(savedViews.sharing, "private");
  const works = and(isNull(tokens.usedAt), gt(tokens.expiresAt, ctx.now()));
  const [pictures, passwords, open, links, changes, privateViews, sharedViews, defaultsOfOthers] =
    await Promise.all([
      db.$count(users, and(isTheirs(users.id), isNotNull(users.avatarTag))),
      db.$count(credentials, isTheirs(credentials.userId)),
      db.$count(sessions, isTheirs(sessions.userId)),
      db.$count(tokens, and(isTheirs(tokens.userId), works)),
      db.$count(emailChanges, isTheirs(emailChanges.userId)),
      db.$count(savedViews, and(views, isPrivate)),
      db.$count(savedViews, and(views, ne(savedViews.sharing, "private"))),
      countDefaultsOfOthers(db, views),
    ]);
  return {
    pictures,
    passwords,
    sessions: open,
    links,
    emailChanges: changes,
    privateViews,
    sharedViews,
    defaultsOfOthers,
  };
}

async function countDefaultsOfOthers(db: Drizzle, views: SQL): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(defaultViews)
    .innerJoin(savedViews, eq(savedViews.id, defaultViews.viewId))
    .where(and(views, ne(defaultViews.userId, savedViews.ownerId)));
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
