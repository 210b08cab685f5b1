import type { AnyTRPCRouter } from "@trpc/server";
import { toTrpcError } from "#server/api/error-map.ts";
import type { Context } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import { findProcedure } from "./rpc-calls.ts";

interface Wish {
  router: AnyTRPCRouter;
  ctx: Context;
  path: string;
  /** Read once the caller has been let in. */
  readInput: () => Promise<unknown>;
  /** The id that the client has seen last, beside what the input says. */
  lastEventId: string | undefined;
  signal: AbortSignal;
}

/** Begins a subscription, however it is carried; refused like any call. @throws TRPCError */
export async function beginSubscription(wish: Wish): Promise<AsyncIterable<unknown>> {
  const { router, ctx, path, readInput, lastEventId, signal } = wish;
  const procedure = findProcedure(router, path);
  if (!procedure) throw toTrpcError(new AppError("NOT_FOUND", "There is no such procedure."));
  if (procedure._def.type !== "subscription") {
    throw toTrpcError(new AppError("METHOD_NOT_ALLOWED", "This procedure is no subscription."));
  }
  return procedure({
    path,
    type: "subscription",
    ctx,
    getRawInput: async () => withLastEventId(await readInput(), lastEventId),
    signal,
    batchIndex: 0,
  });
}

function withLastEventId(input: unknown, lastEventId: string | undefined): unknown {
  if (lastEventId === undefined) return input;
  if (input === undefined) return { lastEventId };
  const isMergeable = typeof input === "object" && input !== null && !Array.isArray(input);
  return isMergeable ? { ...input, lastEventId } : input;
}
