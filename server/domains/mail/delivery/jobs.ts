import type { Context } from "#server/platform/context.ts";
import { MailProviderResting, MailPutOff, MailRefused } from "#server/platform/mailer/driver.ts";
import type { JobRun } from "#server/platform/queue/job-run.ts";
import type { MailReason } from "../catalog.ts";
import { hasExpired } from "../links/one-time-links.ts";
import { GIVE_UP_SECONDS, priorityOf, SEND_MAIL } from "./catalog.ts";
import { findObjection, findQueued, type QueuedMail } from "./queries.ts";
import { type Delay, type MailEvent, noteDelay, noteEvent, settleLost } from "./service.ts";

type SendRun = JobRun<(typeof SEND_MAIL)["payload"]["_output"]>;

/**
 * Hands the mail to the provider, by the same key at every attempt: killed after the provider has taken
 * it, it is asked again and answers what it did. One that is not waiting any more is left alone.
 */
export async function sendMail(ctx: Context, run: SendRun): Promise<string> {
  const mail = await findQueued(ctx.db, run.payload.mailId);
  if (!mail) return "Nothing to send";
  const objection = await findObjection(ctx.db, mail);
  if (objection) {
    await settle(ctx, run, { kind: "suppressed", status: "suppressed", reason: objection });
    return "Held back";
  }
  if (hasExpired(mail, ctx.now())) return end(ctx, run, { reason: "expired" });
  const { id, recipient: to, subject, html, text, headers } = mail;
  let providerId: string | null;
  try {
    providerId = await ctx.mailer.send({ id, to, subject, html, text, headers }, run.signal);
  } catch (error) {
    run.signal.throwIfAborted();
    return afterProblem(ctx, run, { mail, error });
  }
  await settle(ctx, run, { kind: "sent", status: "sent", providerId });
  return "Sent";
}

const MAX_WAIT_SECONDS = 3_600;

/** Ends the mail, puts it off without an attempt, or has the job count one. */
async function afterProblem(
  ctx: Context,
  run: SendRun,
  { mail, error }: { mail: QueuedMail; error: unknown },
): Promise<string> {
  const detail = (error instanceof Error ? error.message : String(error)).slice(0, 500);
  if (error instanceof MailRefused) return end(ctx, run, { reason: "refused", detail });
  const isPutOff = error instanceof MailPutOff;
  const ageSeconds = (ctx.now().getTime() - mail.createdAt.getTime()) / 1000;
  const waitSeconds = isPutOff
    ? Math.max(error.seconds, Math.min(ageSeconds / 2, MAX_WAIT_SECONDS))
    : 0;
  const isTooLate = ageSeconds + waitSeconds > GIVE_UP_SECONDS;
  const isLast = !isPutOff && run.number >= SEND_MAIL.retryLimit;
  if (isTooLate || isLast) return end(ctx, run, { reason: "gave-up", detail });
  const why = error instanceof MailProviderResting ? { reason: "resting" as const } : { detail };
  const delay = { mailId: mail.id, at: ctx.now(), ...why };
  if (isPutOff) {
    await putOff(ctx, run, { mail, waitSeconds, delay });
    return "Put off";
  }
  await run.once(`delay ${run.number}`, (tx) => noteDelay(tx, ctx, delay));
  throw error;
}

interface Delayed {
  mail: QueuedMail;
  waitSeconds: number;
  delay: Delay;
}

/** Another job for the same mail, since each run of this one counts as an attempt. */
function putOff(
  ctx: Context,
  run: SendRun,
  { mail, waitSeconds, delay }: Delayed,
): Promise<unknown> {
  return run.once("put off", async (tx) => {
    await noteDelay(tx, ctx, delay);
    await ctx.queue.enqueue(tx, ctx, {
      ...{ definition: SEND_MAIL, payload: run.payload, priority: priorityOf(mail.template) },
      startAfter: new Date(ctx.now().getTime() + waitSeconds * 1000),
    });
  });
}

type Outcome = Omit<MailEvent, "mailId" | "at">;

function settle(ctx: Context, run: SendRun, outcome: Outcome): Promise<unknown> {
  const { mailId } = run.payload;
  return run.once("settle", (tx) => noteEvent(tx, ctx, { mailId, at: ctx.now(), ...outcome }));
}

async function end(
  ctx: Context,
  run: SendRun,
  why: { reason: MailReason; detail?: string },
): Promise<string> {
  await settle(ctx, run, { kind: "failed", status: "failed", ...why });
  return "Not sent";
}

export async function reconcileMail(ctx: Context): Promise<string> {
  return `Ended ${await settleLost(ctx)}`;
}
