import { getRequestListener } from "@hono/node-server";
import type { AnyTRPCRouter } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { Context } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import type { HttpDependencies } from "../app.ts";
import { readJsonBody } from "../body.ts";
import type { Served } from "../exchange.ts";
import { readIdempotencyKey } from "../idempotency-key.ts";
import { answerCalls } from "../rpc-answers.ts";
import { createInputReader, type RpcRequest, readRpcRequest } from "../rpc-calls.ts";
import { setServerTiming } from "../server-timing.ts";
import type { DirectRoute, Serve } from "./mount.ts";

/**
 * tRPC's HTTP protocol for queries and mutations without its fetch adapter: the web Requests and
 * Responses that it builds cost more than all the rest of a read but the database
 * (docs/performance.md). Subscriptions stream through the adapter.
 */
export const trpcRoute: DirectRoute = {
  path: "/api/trpc/*",
  label: "/api/trpc",
  methods: ["GET", "POST"],
  serve: callProcedures,
};

function callProcedures({ appRouter, services }: HttpDependencies): Serve {
  const { bodyLimitBytes } = services.config;
  return async (served) => {
    const { incoming, outgoing } = served;
    const { context, method, target } = incoming.exchange;
    if (!context) throw new Error("The authentication step is missing");
    const request = readRpcRequest(appRouter, target);
    assertMethod(request, served);
    if (isSubscription(request)) return subscribe(served, appRouter, context);
    const isPost = method === "POST";
    const json = isPost ? await readJsonBody(incoming, bodyLimitBytes) : request.queryInput;
    if (incoming.headers["idempotency-key"] !== undefined) {
      context.idempotency = readIdempotencyKey(served, request);
    }
    const readInput = createInputReader(appRouter, request, json);
    const { status, body, retryAfterSeconds } = await answerCalls(request, {
      router: appRouter,
      context,
      readInput,
    });
    if (retryAfterSeconds) outgoing.setHeader("Retry-After", retryAfterSeconds);
    setOwnHeaders(served, context);
    setServerTiming(outgoing);
    outgoing.writeHead(status, {
      "Content-Type": "application/json",
      "Content-Length": body.length,
    });
    outgoing.end(body);
  };
}

function setOwnHeaders({ outgoing }: Served, { idempotency, setCookies }: Context): void {
  if (idempotency?.isReplayed) outgoing.setHeader("Idempotency-Replayed", "true");
  if (setCookies.length > 0) outgoing.setHeader("Set-Cookie", setCookies);
}

/** Queries are read by GET, mutations by POST: a link or an image can change nothing. */
function assertMethod({ calls }: RpcRequest, { incoming, outgoing }: Served): void {
  for (const { path, procedure } of calls) {
    if (!procedure) continue;
    const isMutation = procedure._def.type === "mutation";
    if (isMutation === (incoming.exchange.method === "POST")) continue;
    outgoing.setHeader("Allow", isMutation ? "POST, OPTIONS" : "GET, HEAD, OPTIONS");
    throw new AppError("METHOD_NOT_ALLOWED", `${path} answers ${isMutation ? "POST" : "GET"}.`);
  }
}

function isSubscription({ calls }: RpcRequest): boolean {
  return calls.some(({ procedure }) => procedure?._def.type === "subscription");
}

function subscribe(
  { incoming, outgoing }: Served,
  router: AnyTRPCRouter,
  context: Context,
): Promise<void> {
  const stream = getRequestListener(
    (req) =>
      fetchRequestHandler({
        endpoint: "/api/trpc",
        req,
        router,
        createContext: () => context,
        maxBatchSize: 1,
      }),
    { overrideGlobalObjects: false },
  );
  return stream(incoming, outgoing);
}
