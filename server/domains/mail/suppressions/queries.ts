import { eq } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { mailSuppressions } from "#db/schema/mail.ts";
import { isHeldBack, type MailTemplate, type SuppressionReason } from "../catalog.ts";

/** What holds mail of this kind back from the address, if anything does. */
export async function findSuppression(
  db: Queryable,
  { recipient, template }: { recipient: string; template: MailTemplate },
): Promise<SuppressionReason | null> {
  const [found] = await db
    .select({ reason: mailSuppressions.reason })
    .from(mailSuppressions)
    .where(eq(mailSuppressions.recipient, recipient.toLowerCase()));
  const reason = found?.reason as SuppressionReason | undefined;
  return reason && isHeldBack(reason, template) ? reason : null;
}
