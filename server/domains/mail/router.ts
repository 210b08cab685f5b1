import { createRouter, permitted } from "#server/api/trpc.ts";
import { listMail } from "./list-mail.ts";
import { getMail } from "./queries.ts";
import { ListMailInput, MailId, MailPage, MailWithBody } from "./schema.ts";

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

  get: permitted("mail.read", {
    description: "One outgoing mail with its text and its HTML",
    example: { mailId: "0192f0c0-7c1e-7000-8000-000000000001" },
  })
    .input(MailId)
    .output(MailWithBody)
    .query(({ ctx, input }) => getMail(ctx.db, input.mailId)),
});
