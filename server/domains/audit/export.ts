import type { Context } from "#server/platform/context.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { csvHead, toCsvRecords, toJsonLines } from "./export-text.ts";
import { listEntries } from "./list-entries.ts";
import type { ExportAuditInput, ExportedAudit } from "./schema.ts";
import { record } from "./service.ts";

const PAGE_SIZE = 200;

/** Some of the log as text, the newest first; its beginning leaves an entry of its own. */
export async function exportEntries(ctx: Context, input: ExportAuditInput): Promise<ExportedAudit> {
  const { format, filter, cursor } = input;
  const page = await listEntries(
    ctx,
    { filter, cursor, sort: [{ field: "at", direction: "desc" }], limit: PAGE_SIZE },
    ctx.actor,
  );
  if (cursor === undefined) await recordExport(ctx, input);
  const { items, nextCursor } = page;
  if (format === "jsonl") return { text: toJsonLines(items), nextCursor };
  const head = cursor === undefined ? csvHead() : "";
  return { text: head + toCsvRecords(items), nextCursor };
}

function recordExport(ctx: Context, { format, filter }: ExportAuditInput): Promise<void> {
  const subject = { type: "system", id: "audit" } as const;
  return inTransaction(ctx, (tx) =>
    record(tx, ctx, { action: "audit.exported", subject, after: { format, filter } }),
  );
}
