import { and, eq, isNull, lte } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { outboxMails } from "#db/schema/mail.ts";
import { record } from "#server/domains/audit/service.ts";
import type { Context } from "#server/platform/context.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { hideTokens } from "./one-time-links.ts";

const BATCH = 200;

/**
 * Takes expired one-time links out of the text of mail, in batches of one transaction each with its
 * audit entry, so that it may be stopped anywhere and run again.
 * @returns from how many mails
 */
export async function removeExpiredLinks(ctx: Context): Promise<number> {
  let total = 0;
  for (;;) {
    const count = await inTransaction(ctx, (tx) => removeBatch(tx, ctx));
    total += count;
    if (count < BATCH) return total;
  }
}

async function removeBatch(tx: Transaction, ctx: Context): Promise<number> {
  const { id, html, text, linksExpireAt, linksRemovedAt } = outboxMails;
  const expired = await tx
    .select({ id, html, text })
    .from(outboxMails)
    .where(and(lte(linksExpireAt, ctx.now()), isNull(linksRemovedAt)))
    .limit(BATCH)
    .for("update", { skipLocked: true });
  if (expired.length === 0) return 0;
  for (const mail of expired) {
    await tx
      .update(outboxMails)
      .set({
        html: hideTokens(mail.html),
        text: hideTokens(mail.text),
        linksRemovedAt: ctx.now(),
      })
      .where(eq(id, mail.id));
  }
  await record(tx, ctx, {
    action: "mail.links-removed",
    subject: { type: "system", id: "purge" },
    after: { mails: expired.length },
  });
  return expired.length;
}
