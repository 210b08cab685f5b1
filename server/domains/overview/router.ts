import { createRouter, permitted } from "#server/api/trpc.ts";
import { getOverview } from "./queries.ts";
import { Overview, OverviewInput } from "./schema.ts";

export const overviewRouter = createRouter({
  get: permitted("overview.read", {
    description: "Counts, sign-ups per day and the newest changes",
    example: { days: 30 },
  })
    .input(OverviewInput)
    .output(Overview)
    .query(({ ctx, input }) => getOverview(ctx, input.days)),
});
