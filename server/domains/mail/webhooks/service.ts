import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { outboxMails } from "#db/schema/mail.ts";
import type { Context } from "#server/platform/context.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import type { SuppressionReason } from "../catalog.ts";
import { type MailEvent, noteEvent } from "../delivery/service.ts";
import { addSuppression } from "../suppressions/service.ts";
import type { ResendEvent } from "./schema.ts";

interface Meaning {
  kind: string;
  status?: NonNullable<MailEvent["status"]>;
  suppresses?: SuppressionReason;
}

/** What is not here tells us nothing. */
const MEANINGS: Record<string, Meaning> = {
  "email.sent": { kind: "sent", status: "sent" },
  "email.delivered": { kind: "delivered", status: "delivered" },
  "email.delivery_delayed": { kind: "delayed" },
  "email.bounced": { kind: "bounced", status: "bounced", suppresses: "bounced" },
  "email.complained": { kind: "complained", status: "complained", suppresses: "complained" },
  "email.failed": { kind: "failed", status: "failed" },
  "email.suppressed": { kind: "suppressed", status: "suppressed" },
};
/** Of a bounce; others pass, or nobody knows. */
const PERMANENT = "Permanent";
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Notes what Resend has reported, each report once, in whatever order they come. Mail that is not ours is passed over. */
export async function takeReport(
  ctx: Context,
  reportId: string,
  event: ResendEvent,
): Promise<void> {
  const meaning = MEANINGS[event.type];
  if (!meaning) return;
  await inTransaction(ctx, async (tx) => {
    const mail = await findMail(tx, event);
    if (!mail) return;
    const { kind, status, suppresses } = meaning;
    const detail = event.data.bounce?.message ?? event.data.failed?.reason;
    const isNew = await noteEvent(tx, ctx, {
      ...{ mailId: mail.id, kind, at: event.created_at, reportId },
      detail: detail?.slice(0, 500),
      ...(status && { status }),
      providerId: event.data.email_id ?? null,
    });
    if (!(isNew && suppresses)) return;
    if (suppresses === "bounced" && event.data.bounce?.type !== PERMANENT) return;
    await addSuppression(tx, ctx, { recipient: mail.recipient, reason: suppresses });
  });
}

/** By our own tag, as a report may come before the answer that names the provider's id. */
async function findMail(tx: Transaction, { data: { tags, email_id: providerId } }: ResendEvent) {
  const tagged = tags && !Array.isArray(tags) ? tags.mail : undefined;
  const isOurs = tagged !== undefined && UUID.test(tagged);
  if (!isOurs && !providerId) return undefined;
  const [mail] = await tx
    .select({ id: outboxMails.id, recipient: outboxMails.recipient })
    .from(outboxMails)
    .where(isOurs ? eq(outboxMails.id, tagged) : eq(outboxMails.providerId, providerId ?? ""))
    .for("update");
  return mail;
}
