import { eq } from "drizzle-orm";
import type { Queryable, Transaction } from "#db/client.ts";
import { outboxMails } from "#db/schema/mail.ts";
import { users } from "#db/schema/users.ts";
import type { Context } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import type { Locale } from "#server/platform/locale/catalog.ts";
import { EmailAddress } from "#server/platform/text/schema.ts";
import { categoryOf, priorityOf, SEND_MAIL } from "./catalog.ts";
import { unsubscribePage } from "./preferences/queries.ts";
import { ensurePreference } from "./preferences/service.ts";
import type { Mailing } from "./templates/content.ts";
import { writeMail } from "./templates/render.tsx";

export const UNWANTED = "The address does not want mail of this kind.";

/**
 * Writes a mail into the outbox with the change that it tells of: both are committed, or neither. The
 * job that sends it comes with it. Mail that its reader has given up stays there, held back.
 * @param locale what it is written in; unless given, what the reader chose, or what is likely theirs
 * @throws AppError BAD_REQUEST for what is no address
 */
export async function enqueueMail(
  tx: Transaction,
  ctx: Context,
  mailing: Mailing & { locale?: Locale },
): Promise<string> {
  const { locale: given, ...told } = mailing;
  const recipient = EmailAddress.safeParse(told.to);
  if (!recipient.success) {
    throw new AppError("BAD_REQUEST", "The recipient is not an e-mail address.");
  }
  const to = recipient.data;
  const category = categoryOf(told.template);
  const preference = category && (await ensurePreference(tx, ctx, { recipient: to, category }));
  const written = await writeMail(told, {
    locale: given ?? (await localeOf(tx, ctx, to)),
    legal: ctx.settings.current.mail.footer,
    unsubscribeUrl: preference ? unsubscribePage(ctx, preference.token) : undefined,
  });
  const id = ctx.newId();
  const isSent = ctx.mailer.driver !== "outbox";
  const isUnwanted = preference?.isWanted === false;
  await tx.insert(outboxMails).values({
    ...{ id, template: told.template, recipient: to, createdAt: ctx.now() },
    ...written,
    ...(isUnwanted
      ? { status: "suppressed", problem: UNWANTED }
      : { status: isSent ? "queued" : "kept" }),
  });
  if (!isSent || isUnwanted) return id;
  const priority = priorityOf(told.template);
  const job = { definition: SEND_MAIL, payload: { mailId: id }, priority };
  await ctx.queue.enqueue(tx, ctx, job);
  return id;
}

/** To somebody whose account has just become theirs. */
export async function enqueueWelcome(
  tx: Transaction,
  ctx: Context,
  { name, email }: { name: string; email: string },
): Promise<void> {
  const links = { url: `${ctx.publicUrl}/`, accountUrl: `${ctx.publicUrl}/account` };
  await enqueueMail(tx, ctx, { template: "welcome", to: email, name, ...links });
}

/** What the reader chose; else what the browser asks for that brought this about, or the settings say. */
async function localeOf(db: Queryable, ctx: Context, email: string): Promise<Locale> {
  const [reader] = await db
    .select({ locale: users.locale })
    .from(users)
    .where(eq(users.email, email));
  return reader?.locale ?? ctx.request.locale?.() ?? ctx.settings.current.mail.language;
}
