import { eq } from "drizzle-orm";
import { outboxMails } from "#db/schema/mail.ts";
import { record } from "#server/domains/audit/service.ts";
import type { Context } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { type MailTemplate, priorityOf, SEND_MAIL } from "./catalog.ts";
import type { MailId } from "./schema.ts";

/**
 * A new mail like it, so that the provider takes it for another one. Its links are those of the first,
 * used up or expired as they are.
 * @returns the id of the new one
 * @throws AppError NOT_FOUND, CONFLICT where nothing is sent, or while it is still waiting
 */
export async function resendMail(ctx: Context, { mailId }: MailId): Promise<string> {
  if (ctx.mailer.driver === "outbox") {
    throw new AppError("CONFLICT", "No provider is set up, so mail stays here.");
  }
  return inTransaction(ctx, async (tx) => {
    const [mail] = await tx.select().from(outboxMails).where(eq(outboxMails.id, mailId));
    if (!mail) throw new AppError("NOT_FOUND", "There is no such mail.");
    if (mail.status === "queued") throw new AppError("CONFLICT", "This mail is still to be sent.");
    const { template, recipient, subject, html, text } = mail;
    const id = ctx.newId();
    await tx.insert(outboxMails).values({
      ...{ id, template, recipient, subject, html, text },
      status: "queued",
      createdAt: ctx.now(),
    });
    const priority = priorityOf(template as MailTemplate);
    await ctx.queue.enqueue(tx, ctx, { definition: SEND_MAIL, payload: { mailId: id }, priority });
    const subjectOf = { type: "mail" as const, id };
    await record(tx, ctx, { action: "mail.resent", subject: subjectOf, after: { of: mailId } });
    return id;
  });
}
