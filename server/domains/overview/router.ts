import { createRouter, permitted } from "#server/api/trpc.ts";
import { listAttention } from "./attention.ts";
import { getOverview } from "./queries.ts";
import { AttentionItem, Overview, OverviewInput } from "./schema.ts";

export const overviewRouter = createRouter({
  get: permitted("overview.read", {
    description: "Counts, sign-ups and sign-ins per day and the newest changes",
    example: { days: 30 },
  })
    .input(OverviewInput)
    .output(Overview)
    .query(({ ctx, input }) => getOverview(ctx, input.days)),

  attention: permitted("overview.read", {
    description: "What needs the attention of the caller, the most urgent first",
  })
    .output(AttentionItem.array())
    .query(({ ctx }) => listAttention(ctx)),
});
