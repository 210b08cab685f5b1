import { and, desc, eq, inArray, isNotNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { mailEvents, outboxMails } from "#db/schema/mail.ts";
import type { Context } from "#server/platform/context.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import type { MailReason, MailStatus } from "../catalog.ts";
import { SEND_MAIL } from "./catalog.ts";

type NextStatus = Exclude<MailStatus, "kept" | "queued">;

/** What a mail may become from where it is: a report that comes late tells of the past, and changes no status. */
const BEFORE: Record<NextStatus, MailStatus[]> = {
  sent: ["queued"],
  failed: ["queued", "sent"],
  suppressed: ["queued", "sent"],
  delivered: ["queued", "sent"],
  bounced: ["queued", "sent", "delivered"],
  complained: ["queued", "sent", "delivered", "bounced"],
};

export interface MailEvent {
  mailId: string;
  kind: string;
  at: Date;
  /** What we know ourselves of why it was not sent. */
  reason?: MailReason;
  /** In the provider's words. */
  detail?: string | undefined;
  /** Of what a provider has reported. */
  reportId?: string;
  /** What the mail is from now on, if it was not further already. */
  status?: NextStatus;
  providerId?: string | null;
}

/**
 * Notes what became of a mail.
 * @returns false when it was noted before
 */
export async function noteEvent(tx: Transaction, ctx: Context, event: MailEvent): Promise<boolean> {
  const { mailId, kind, at, reason, detail, reportId, status, providerId } = event;
  const said = { reason: reason ?? null, detail: detail ?? null };
  const noted = await tx
    .insert(mailEvents)
    .values({ id: ctx.newId(), mailId, kind, at, ...said, reportId })
    .onConflictDoNothing()
    .returning({ id: mailEvents.id });
  if (noted.length === 0) return false;
  if (!status) return true;
  await tx
    .update(outboxMails)
    .set({
      ...{ status, statusAt: at, reason: said.reason, problem: said.detail },
      ...(providerId && { providerId: sql`coalesce(${outboxMails.providerId}, ${providerId})` }),
    })
    .where(and(eq(outboxMails.id, mailId), mayBecome(status)));
  return true;
}

export type Delay = Pick<MailEvent, "mailId" | "at" | "reason" | "detail">;

/** Notes why a mail still waits, unless that is what was noted last. */
export async function noteDelay(tx: Transaction, ctx: Context, delay: Delay): Promise<void> {
  const { mailId, reason = null, detail = null } = delay;
  const [last] = await tx
    .select({ kind: mailEvents.kind, reason: mailEvents.reason, detail: mailEvents.detail })
    .from(mailEvents)
    .where(eq(mailEvents.mailId, mailId))
    .orderBy(desc(mailEvents.at))
    .limit(1);
  const isNoted = last?.kind === "delayed" && last.reason === reason && last.detail === detail;
  if (isNoted) return;
  await noteEvent(tx, ctx, { ...delay, kind: "delayed" });
}

/** Mail that we gave up ourselves may have been taken all the same, its answer lost: the provider knows. */
function mayBecome(status: NextStatus): SQL | undefined {
  const isBefore = inArray(outboxMails.status, BEFORE[status]);
  if (status === "failed") return isBefore;
  const isGivenUp = and(eq(outboxMails.status, "failed"), isNotNull(outboxMails.reason));
  return or(isBefore, isGivenUp);
}

const BATCH = 500;
/** A job that has just ended has settled its mail by then. */
const SETTLED_AFTER_MS = 5 * 60_000;

/**
 * Ends mail that waits and has no job to send it: killed at its last attempt, cancelled, deleted. It can
 * be sent again then.
 * @returns how many mails
 */
export async function settleLost(ctx: Context): Promise<number> {
  let total = 0;
  for (;;) {
    const count = await inTransaction(ctx, (tx) => settleBatch(tx, ctx));
    total += count;
    if (count < BATCH) return total;
  }
}

const hasJob = sql`exists (
  select 1 from pgboss.job
  where name = ${SEND_MAIL.name} and state in ('created', 'retry', 'active')
    and data -> 'payload' ->> 'mailId' = ${outboxMails.id}::text)`;

async function settleBatch(tx: Transaction, ctx: Context): Promise<number> {
  const at = ctx.now();
  const before = new Date(at.getTime() - SETTLED_AFTER_MS);
  const { id, status, createdAt } = outboxMails;
  const lost = await tx
    .select({ id })
    .from(outboxMails)
    .where(and(eq(status, "queued"), lt(createdAt, before), sql`not ${hasJob}`))
    .limit(BATCH)
    .for("update", { skipLocked: true });
  for (const { id: mailId } of lost) {
    await noteEvent(tx, ctx, { mailId, at, kind: "failed", status: "failed", reason: "lost" });
  }
  return lost.length;
}
