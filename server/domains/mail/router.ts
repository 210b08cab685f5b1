import { createRouter, permitted } from "#server/api/trpc.ts";
import { getMail, listMail } from "./queries.ts";
import { ListMailInput, MailId, MailPage, MailWithBody } from "./schema.ts";

export const mailRouter = createRouter({
  list: permitted("mail.read", {
    description: "Outgoing mail, newest first",
    example: { limit: 25 },
  })
    .input(ListMailInput)
    .output(MailPage)
    .query(({ ctx, input }) => listMail(ctx.db, input)),

  get: permitted("mail.read", {
    description: "One outgoing mail with its text and its HTML",
    example: { mailId: "0192f0c0-7c1e-7000-8000-000000000001" },
  })
    .input(MailId)
    .output(MailWithBody)
    .query(({ ctx, input }) => getMail(ctx.db, input.mailId)),
});
