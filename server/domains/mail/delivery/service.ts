import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { mailEvents, outboxMails } from "#db/schema/mail.ts";
import type { Context } from "#server/platform/context.ts";
import type { MailStatus } from "../catalog.ts";

/** What a mail may become from where it is: a report that comes late tells of the past, and changes no status. */
const BEFORE: Record<Exclude<MailStatus, "kept" | "queued">, MailStatus[]> = {
  sent: ["queued"],
  failed: ["queued"],
  suppressed: ["queued", "sent"],
  delivered: ["queued", "sent"],
  bounced: ["queued", "sent", "delivered"],
  complained: ["queued", "sent", "delivered", "bounced"],
};

export interface MailEvent {
  mailId: string;
  kind: string;
  at: Date;
  detail?: string | undefined;
  /** Of what a provider has reported. */
  reportId?: string;
  /** What the mail is from now on, if it was not further already. */
  status?: keyof typeof BEFORE;
  providerId?: string | null;
}

/**
 * Notes what became of a mail.
 * @returns false when it was noted before
 */
export async function noteEvent(tx: Transaction, ctx: Context, event: MailEvent): Promise<boolean> {
  const { mailId, kind, at, detail, reportId, status, providerId } = event;
  const noted = await tx
    .insert(mailEvents)
    .values({ id: ctx.newId(), mailId, kind, at, detail: detail ?? null, reportId })
    .onConflictDoNothing()
    .returning({ id: mailEvents.id });
  if (noted.length === 0) return false;
  if (!status) return true;
  await tx
    .update(outboxMails)
    .set({
      status,
      statusAt: at,
      problem: detail ?? null,
      ...(providerId && { providerId: sql`coalesce(${outboxMails.providerId}, ${providerId})` }),
    })
    .where(and(eq(outboxMails.id, mailId), inArray(outboxMails.status, BEFORE[status])));
  return true;
}
