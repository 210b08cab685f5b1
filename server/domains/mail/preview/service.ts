import type { Transaction } from "#db/client.ts";
import { record } from "#server/domains/audit/service.ts";
import type { Context, UserActor } from "#server/platform/context.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { categoryOf, type MailTemplate } from "../catalog.ts";
import { findObjection } from "../delivery/queries.ts";
import { enqueueMail } from "../service.ts";
import type { Mailing } from "../templates/content.ts";
import { type WrittenMail, writeMail } from "../templates/render.tsx";
import { sampleContents } from "./samples.ts";
import type { PreviewInput, SendTestInput, SentTest } from "./schema.ts";

type ViewerContext = Context & { actor: UserActor };

/** A mail with made-up content, as it would be written now. */
export function previewMail(
  ctx: ViewerContext,
  { template, locale, scheme }: PreviewInput,
): Promise<WrittenMail> {
  return writeMail(sample(ctx, template), {
    ...{ locale, scheme },
    legal: ctx.settings.current.mail.footer,
    unsubscribeUrl: categoryOf(template) ? `${ctx.publicUrl}/#sample` : undefined,
  });
}

/** The same, to whoever asks for it. */
export function sendTestMail(
  ctx: ViewerContext,
  { template, locale }: SendTestInput,
): Promise<SentTest> {
  return inTransaction(ctx, async (tx) => {
    const id = await enqueueMail(tx, ctx, { ...sample(ctx, template), locale });
    await record(tx, ctx, {
      action: "mail.test-sent",
      subject: { type: "mail", id },
      after: { template, locale },
    });
    return { mailId: id, outcome: await foreseeOutcome(tx, ctx, template) };
  });
}

async function foreseeOutcome(
  tx: Transaction,
  { actor, mailer }: ViewerContext,
  template: MailTemplate,
): Promise<SentTest["outcome"]> {
  const objection = await findObjection(tx, { recipient: actor.email, template });
  if (objection === "unwanted") return objection;
  if (mailer.driver === "outbox") return "kept";
  return objection ?? "queued";
}

function sample({ actor, publicUrl, now }: ViewerContext, template: MailTemplate): Mailing {
  const { name, email } = actor;
  const contents = sampleContents({ now: now(), publicUrl, name });
  return { template, to: email, ...contents[template] } as Mailing;
}
