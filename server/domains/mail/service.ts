import { eq } from "drizzle-orm";
import type { Queryable, Transaction } from "#db/client.ts";
import { outboxMails } from "#db/schema/mail.ts";
import { users } from "#db/schema/users.ts";
import { record } from "#server/domains/audit/service.ts";
import type { Context } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import type { Locale } from "#server/platform/locale/catalog.ts";
import { EmailAddress } from "#server/platform/text/schema.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { categoryOf, type MailTemplate } from "./catalog.ts";
import { priorityOf, SEND_MAIL } from "./delivery/catalog.ts";
import { hasExpired } from "./links/one-time-links.ts";
import { unsubscribeHeaders, unsubscribePage } from "./preferences/queries.ts";
import { ensurePreference } from "./preferences/service.ts";
import type { MailId } from "./schema.ts";
import type { Mailing } from "./templates/content.ts";
import { writeMail } from "./templates/render.tsx";

/** It comes from a program, so no other program should answer it (RFC 3834, section 5). */
const AUTOMATIC = { "Auto-Submitted": "auto-generated" };

/**
 * Writes a mail into the outbox with the change that it tells of: both are committed, or neither. The
 * job that sends it comes with it. Mail that its reader has given up stays there, held back.
 * @param locale what it is written in; unless given, what the account at the address chose, or what is
 * likely theirs
 * @throws AppError BAD_REQUEST for what is no address
 */
export async function enqueueMail(
  tx: Transaction,
  ctx: Context,
  mailing: Mailing & { locale?: Locale | null },
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
    locale: given ?? (await findReaderLocale(tx, to)) ?? likelyLocale(ctx),
    legal: ctx.settings.current.mail.footer,
    unsubscribeUrl: preference ? unsubscribePage(ctx, preference.token) : undefined,
  });
  const id = ctx.newId();
  const isSent = ctx.mailer.driver !== "outbox";
  const isUnwanted = preference?.isWanted === false;
  await tx.insert(outboxMails).values({
    ...{ id, template: told.template, recipient: to, createdAt: ctx.now() },
    ...written,
    headers: { ...AUTOMATIC, ...(preference && unsubscribeHeaders(ctx, preference)) },
    linksExpireAt: "expiresAt" in told ? told.expiresAt : null,
    ...(isUnwanted
      ? { status: "suppressed", reason: "unwanted" }
      : { status: isSent ? "queued" : "kept" }),
  });
  if (isSent && !isUnwanted) await enqueueSending(tx, ctx, { id, template: told.template });
  return id;
}

async function enqueueSending(
  tx: Transaction,
  ctx: Context,
  { id, template }: { id: string; template: MailTemplate },
): Promise<void> {
  const priority = priorityOf(template);
  await ctx.queue.enqueue(tx, ctx, { definition: SEND_MAIL, payload: { mailId: id }, priority });
}

const copiedColumns = {
  status: outboxMails.status,
  template: outboxMails.template,
  recipient: outboxMails.recipient,
  subject: outboxMails.subject,
  html: outboxMails.html,
  text: outboxMails.text,
  headers: outboxMails.headers,
  linksExpireAt: outboxMails.linksExpireAt,
};

/**
 * A new mail like it, so that the provider takes it for another one. Its links are those of the first,
 * used up as they may be.
 * @returns the id of the new one
 * @throws AppError NOT_FOUND; CONFLICT where nothing is sent, while it is still waiting, or when its
 * links have expired
 */
export async function sendMailAgain(ctx: Context, { mailId }: MailId): Promise<string> {
  if (ctx.mailer.driver === "outbox") {
    throw new AppError("CONFLICT", "No provider is set up, so mail stays here.");
  }
  return inTransaction(ctx, async (tx) => {
    const [mail] = await tx
      .select(copiedColumns)
      .from(outboxMails)
      .where(eq(outboxMails.id, mailId));
    if (!mail) throw new AppError("NOT_FOUND", "There is no such mail.");
    if (mail.status === "queued") throw new AppError("CONFLICT", "This mail is still to be sent.");
    const createdAt = ctx.now();
    if (hasExpired(mail, createdAt)) {
      throw new AppError("CONFLICT", "The link in this mail has expired. A new one is needed.");
    }
    const id = ctx.newId();
    await tx.insert(outboxMails).values({ ...mail, id, createdAt, status: "queued" });
    await enqueueSending(tx, ctx, { id, template: mail.template as MailTemplate });
    const subject = { type: "mail" as const, id };
    await record(tx, ctx, { action: "mail.resent", subject, after: { of: mailId } });
    return id;
  });
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

/** What the account at the address chose; null without an account or a choice. */
export async function findReaderLocale(db: Queryable, email: string): Promise<Locale | null> {
  const [reader] = await db
    .select({ locale: users.locale })
    .from(users)
    .where(eq(users.email, email));
  return reader?.locale ?? null;
}

/** What the browser asks for that brought this about, or the settings say. */
const likelyLocale = ({ request, settings }: Context): Locale =>
  request.locale?.() ?? settings.current.mail.language;
