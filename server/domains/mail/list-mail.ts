import { sql } from "drizzle-orm";
import { outboxMails } from "#db/schema/mail.ts";
import type { Services } from "#server/platform/context.ts";
import { defineList } from "#server/platform/list/definition.ts";
import { readList } from "#server/platform/list/query.ts";
import { searchIn } from "#server/platform/list/text-search.ts";
import { summaryColumns } from "./queries.ts";
import { type ListMailInput, MAIL_FIELDS, type MailPage } from "./schema.ts";

/** What `outbox_mails_search_index` is on. */
const SEARCHED = sql`lower(${outboxMails.recipient} || ' ' || ${outboxMails.subject})`;

const mailList = defineList({
  name: "mail",
  table: outboxMails,
  id: outboxMails.id,
  fields: MAIL_FIELDS,
  columns: {
    recipient: {
      column: outboxMails.recipient,
      lower: sql`${outboxMails.recipient}`,
    },
    template: outboxMails.template,
    status: outboxMails.status,
    createdAt: outboxMails.createdAt,
  },
  row: summaryColumns,
  search: (text) => searchIn(SEARCHED, text),
});

/** One page of what was sent, without the text of the mails. */
export async function listMail(
  services: Pick<Services, "db" | "replicas" | "now">,
  input: ListMailInput,
): Promise<MailPage> {
  return (await readList(services, mailList, { input })) as MailPage;
}
