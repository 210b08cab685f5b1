import { createRouter, permitted } from "#server/api/trpc.ts";
import { Done } from "#server/domains/auth/schema.ts";
import { exportEntries } from "./export.ts";
import { listEntries } from "./list-entries.ts";
import { assertMayReadAll } from "./policy.ts";
import { revertEntry } from "./revert.ts";
import {
  AuditLogPage,
  AuditVerdict,
  ExportAuditInput,
  ExportedAudit,
  ListAuditInput,
  RevertInput,
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
    keyless: "its answer is too large to keep",
    description: "The audit log as text, part by part; the beginning of an export is recorded",
    example: { format: "csv" },
  })
    .input(ExportAuditInput)
    .output(ExportedAudit)
    .mutation(({ ctx, input }) => exportEntries(ctx, input)),

  revert: permitted("audit.read", {
    keyless: "what was taken back is not taken back twice",
    description:
      "Takes one edit back: writes the values from before it, where they are still as it left them, by the rules of that edit",
    example: { entryId: "0192f0c0-7c1e-7000-8000-000000000001" },
  })
    .input(RevertInput)
    .output(Done)
    .mutation(async ({ ctx, input }) => {
      await revertEntry(ctx, input);
      return { ok: true as const };
    }),

  verify: permitted("audit.read", {
    description:
      "Whether the audit log is what was recorded: every hash, gap and anchor; looked at most once a minute, for those who may read all of it",
  })
    .output(AuditVerdict)
    .query(({ ctx }) => {
      assertMayReadAll(ctx.actor);
      return getVerdict(ctx);
    }),
});
