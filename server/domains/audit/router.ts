import { createRouter, permitted } from "#server/api/trpc.ts";
import { exportEntries } from "./export.ts";
import { listEntries } from "./list-entries.ts";
import {
  AuditLogPage,
  AuditVerdict,
  ExportAuditInput,
  ExportedAudit,
  ListAuditInput,
} from "./schema.ts";
import { getVerdict } from "./verdict.ts";

export const auditRouter = createRouter({
  list: permitted("audit.read", {
    description: "One page of the audit log, filtered and sorted, the newest first, with the total",
    example: {
      filter: { all: [{ field: "action", operator: "isAnyOf", value: ["user.suspended"] }] },
      sort: [{ field: "at", direction: "desc" }],
      limit: 50,
    },
  })
    .input(ListAuditInput)
    .output(AuditLogPage)
    .query(({ ctx, input }) => listEntries(ctx, input, ctx.actor)),

  export: permitted("audit.read", {
    description: "The audit log as text, part by part; the beginning of an export is recorded",
    example: { format: "csv" },
  })
    .input(ExportAuditInput)
    .output(ExportedAudit)
    .mutation(({ ctx, input }) => exportEntries(ctx, input)),

  verify: permitted("audit.read", {
    description:
      "Whether the audit log is what was recorded: every hash, gap and anchor; looked at most once a minute",
  })
    .output(AuditVerdict)
    .query(({ ctx }) => getVerdict(ctx)),
});
