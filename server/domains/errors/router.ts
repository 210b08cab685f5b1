import { createRouter, permitted } from "#server/api/trpc.ts";
import { listErrors } from "./list-errors.ts";
import { getErrorGroup } from "./queries.ts";
import {
  ErrorGroupDetail,
  ErrorGroupId,
  ErrorPage,
  ListErrorsInput,
  SettledErrors,
  SettleErrorsInput,
} from "./schema.ts";
import { settleErrors } from "./service.ts";

const NO_GROUP = "0192f0c0-7c1e-7000-8000-000000000001";

/** What nobody expected to go wrong, in requests and jobs. */
export const errorsRouter = createRouter({
  list: permitted("errors.read", {
    description: "One page of unexpected errors, those that are alike together",
    example: {
      filter: { field: "status", operator: "isAnyOf", value: ["open"] },
      sort: [{ field: "lastSeenAt", direction: "desc" }],
      limit: 50,
    },
  })
    .input(ListErrorsInput)
    .output(ErrorPage)
    .query(({ ctx, input }) => listErrors(ctx, input)),

  get: permitted("errors.read", {
    description: "One group: its newest occurrences, and how often by the hour",
    example: { groupId: NO_GROUP },
  })
    .input(ErrorGroupId)
    .output(ErrorGroupDetail)
    .query(({ ctx, input }) => getErrorGroup(ctx, input.groupId)),

  settle: permitted("errors.manage", {
    description:
      "Resolves, ignores or reopens groups; one that occurs after it was resolved is open again",
    example: { selection: { ids: [NO_GROUP] }, status: "resolved" },
  })
    .input(SettleErrorsInput)
    .output(SettledErrors)
    .mutation(async ({ ctx, input }) => ({ changed: await settleErrors(ctx, input) })),
});
