import { sql } from "drizzle-orm";
import { mailSuppressions } from "#db/schema/mail.ts";
import type { Services } from "#server/platform/context.ts";
import { defineList } from "#server/platform/list/definition.ts";
import { readList } from "#server/platform/list/query.ts";
import { searchIn } from "#server/platform/list/text-search.ts";
import { type ListSuppressionsInput, SUPPRESSION_FIELDS, type SuppressionPage } from "./schema.ts";

/** In small letters as it is; what `mail_suppressions_recipient_trigram_index` is on. */
const SEARCHED = sql`${mailSuppressions.recipient}`;

const list = defineList({
  name: "suppressions",
  table: mailSuppressions,
  id: mailSuppressions.id,
  fields: SUPPRESSION_FIELDS,
  columns: {
    recipient: { column: mailSuppressions.recipient, lower: SEARCHED },
    reason: mailSuppressions.reason,
    createdAt: mailSuppressions.createdAt,
  },
  row: {
    id: mailSuppressions.id,
    recipient: mailSuppressions.recipient,
    reason: mailSuppressions.reason,
    createdAt: mailSuppressions.createdAt,
    createdByName: mailSuppressions.createdByName,
  },
  search: (text) => searchIn(SEARCHED, text),
});

/** One page of the addresses that are held back. */
export async function listSuppressions(
  services: Pick<Services, "db" | "replicas" | "now">,
  input: ListSuppressionsInput,
): Promise<SuppressionPage> {
  return (await readList(services, list, { input })) as SuppressionPage;
}
