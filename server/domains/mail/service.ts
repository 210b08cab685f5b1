import type { Transaction } from "#db/client.ts";
import { outboxMails } from "#db/schema/mail.ts";
import type { Services } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import { EmailAddress } from "#server/platform/text/schema.ts";
import { toLine } from "./html.ts";
import { renderHtml, renderText } from "./layout.ts";
import { composeLetter, type Mailing } from "./templates.ts";

/** Writes a mail into the outbox with the change that it tells of: both are committed, or neither. */
export async function enqueueMail(
  tx: Transaction,
  ctx: Pick<Services, "now" | "newId">,
  mailing: Mailing,
): Promise<void> {
  const recipient = EmailAddress.safeParse(mailing.to);
  if (!recipient.success) {
    throw new AppError("BAD_REQUEST", "The recipient is not an e-mail address.");
  }
  const letter = composeLetter(mailing);
  const subject = toLine(letter.subject);
  await tx.insert(outboxMails).values({
    id: ctx.newId(),
    template: mailing.template,
    recipient: recipient.data,
    subject,
    html: renderHtml({ ...letter, subject }),
    text: renderText(letter),
    createdAt: ctx.now(),
  });
}
