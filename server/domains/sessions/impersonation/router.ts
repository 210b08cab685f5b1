import { createRouter, openToAnyone, permitted } from "#server/api/trpc.ts";
import { Done } from "#server/domains/auth/schema.ts";
import { Impersonation, ImpersonationTerms, StartImpersonationInput } from "./schema.ts";
import { startImpersonation, stopImpersonation } from "./service.ts";

export const impersonationRouter = createRouter({
  terms: permitted("users.impersonate", {
    description: "How long one may act in somebody else's name",
  })
    .output(ImpersonationTerms)
    .query(({ ctx }) => ({
      durationSeconds: ctx.settings.current.sessions.impersonationSeconds,
    })),

  start: permitted("users.impersonate", {
    description: "Acts in the name of a user who may do less, for a limited time",
    example: {
      userId: "0192f0c0-7c1e-7000-8000-000000000001",
      reason: "Ticket 4711: the list stays empty",
    },
    keyless: "it sets cookies",
  })
    .input(StartImpersonationInput)
    .output(Impersonation)
    .mutation(({ ctx, input }) => startImpersonation(ctx, input)),

  stop: openToAnyone("Who acts as somebody else may always go back to being themselves", {
    description: "Ends acting in somebody else's name",
  })
    .output(Done)
    .mutation(async ({ ctx }) => {
      await stopImpersonation(ctx);
      return { ok: true as const };
    }),
});
