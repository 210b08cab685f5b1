import { createRouter, openToAnyone, permitted } from "#server/api/trpc.ts";
import { Done } from "#server/domains/auth/schema.ts";
import { checkDomain } from "./domain/queries.ts";
import { DomainCheck } from "./domain/schema.ts";
import { listMail } from "./list-mail.ts";
import { ChangeSubscriptionInput, Subscription, SubscriptionToken } from "./preferences/schema.ts";
import { changeSubscription, getSubscription } from "./preferences/service.ts";
import { PreviewedMail, PreviewInput, SendTestInput, SentTest } from "./preview/schema.ts";
import { previewMail, sendTestMail } from "./preview/service.ts";
import { getMail } from "./queries.ts";
import { ListMailInput, MailId, MailPage, MailWithBody } from "./schema.ts";
import { sendMailAgain } from "./service.ts";
import { listSuppressions } from "./suppressions/list-suppressions.ts";
import { ListSuppressionsInput, SuppressInput, SuppressionPage } from "./suppressions/schema.ts";
import { suppress, unsuppress } from "./suppressions/service.ts";

const done = { ok: true } as const;
const LINK = "whoever got the mail may give it up, with an account or without";
const SAMPLE_TOKEN = "8zv7cQvQ2m0w1x4nJ6kHqU9sT3yR5eB2aD7fG1hL0pM";

export const mailRouter = createRouter({
  list: permitted("mail.read", {
    description: "One page of outgoing mail without its text, filtered, searched and sorted",
    example: {
      filter: { field: "template", operator: "isAnyOf", value: ["invitation"] },
      sort: [{ field: "createdAt", direction: "desc" }],
      limit: 50,
    },
  })
    .input(ListMailInput)
    .output(MailPage)
    .query(({ ctx, input }) => listMail(ctx, input)),

  sendAgain: permitted("mail.manage", {
    description: "Sends a mail once more, as a new one",
    example: { mailId: "0192f0c0-7c1e-7000-8000-000000000001" },
  })
    .input(MailId)
    .output(MailId)
    .mutation(async ({ ctx, input }) => ({ mailId: await sendMailAgain(ctx, input) })),

  suppressions: permitted("mail.read", {
    description: "One page of the addresses that get no mail, filtered, searched and sorted",
    example: {
      filter: { field: "reason", operator: "isAnyOf", value: ["bounced"] },
      sort: [{ field: "createdAt", direction: "desc" }],
      limit: 50,
    },
  })
    .input(ListSuppressionsInput)
    .output(SuppressionPage)
    .query(({ ctx, input }) => listSuppressions(ctx, input)),

  suppress: permitted("mail.manage", {
    description: "Sends no more mail to an address",
    example: { recipient: "gone@example.com" },
  })
    .input(SuppressInput)
    .output(Done)
    .mutation(({ ctx, input }) => suppress(ctx, input).then(() => done)),

  unsuppress: permitted("mail.manage", {
    description: "Sends mail to an address again",
    example: { recipient: "nobody@example.com" },
  })
    .input(SuppressInput)
    .output(Done)
    .mutation(({ ctx, input }) => unsuppress(ctx, input).then(() => done)),

  preview: permitted("mail.read", {
    description: "A mail with made-up content, in a language, for a light or a dark screen",
    example: { template: "invitation", locale: "ja", scheme: "dark" },
  })
    .input(PreviewInput)
    .output(PreviewedMail)
    .query(({ ctx, input }) => previewMail(ctx, input)),

  sendTest: permitted("mail.manage", {
    description: "Sends oneself a mail with made-up content",
    example: { template: "invitation", locale: "ja" },
  })
    .input(SendTestInput)
    .output(SentTest)
    .mutation(({ ctx, input }) => sendTestMail(ctx, input)),

  checkDomain: permitted("mail.read", {
    description: "What SPF, DKIM and DMARC say of the domain that mail comes from",
  })
    .output(DomainCheck)
    .query(({ ctx }) => checkDomain(ctx)),

  subscription: openToAnyone(LINK, {
    description: "Which kind of mail the link in a mail is about, and whether it is wanted",
    example: { token: SAMPLE_TOKEN },
  })
    .input(SubscriptionToken)
    .output(Subscription)
    .query(({ ctx, input }) => getSubscription(ctx, input)),

  changeSubscription: openToAnyone(LINK, {
    description: "Gives up mail of that kind, or wants it again",
    example: { token: SAMPLE_TOKEN, isWanted: false },
  })
    .input(ChangeSubscriptionInput)
    .output(Subscription)
    .mutation(({ ctx, input }) => changeSubscription(ctx, input)),

  get: permitted("mail.read", {
    description: "One outgoing mail with its text and its HTML",
    example: { mailId: "0192f0c0-7c1e-7000-8000-000000000001" },
  })
    .input(MailId)
    .output(MailWithBody)
    .query(({ ctx, input }) => getMail(ctx, input.mailId)),
});
