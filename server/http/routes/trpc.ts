import type { AnyTRPCRouter } from "@trpc/server";
import type { Context } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import type { HttpDependencies } from "../app.ts";
import { readJsonBody } from "../body.ts";
import { writeEventStream } from "../event-stream.ts";
import type { Served, ServedMessage, ServedResponse } from "../exchange.ts";
import { readIdempotencyKey } from "../idempotency-key.ts";
import { answerCalls } from "../rpc-answers.ts";
import { createInputReader, type RpcRequest, readRpcRequest } from "../rpc-calls.ts";
import { beginSubscription } from "../rpc-subscription.ts";
import { setServerTiming } from "../server-timing.ts";
import { createSocketDoor } from "../socket-door.ts";
import type { DirectRoute, Serve } from "./mount.ts";

/**
 * tRPC's HTTP protocol for queries and mutations without its fetch adapter: the web Requests and
 * Responses that it builds cost more than all the rest of a read but the database
 * (docs/performance.md).
 */
export const trpcRoute: DirectRoute = {
  path: "/api/trpc/*",
  label: "/api/trpc",
  methods: ["GET", "POST"],
  serve: callProcedures,
};

function callProcedures(deps: HttpDependencies): Serve {
  const { appRouter, services } = deps;
  const { bodyLimitBytes } = services.config;
  const acceptSocket = createSocketDoor(deps);
  return async (served) => {
    const { incoming, outgoing } = served;
    const { context, method, target } = incoming.exchange;
    if (!context) throw new Error("The authentication step is missing");
    if (incoming.exchange.upgradeHead) return acceptSocket(served);
    const request = readRpcRequest(appRouter, target);
    assertMethod(request, served);
    if (isSubscription(request)) return subscribe(served, { appRouter, request, context });
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
      // A change that has begun is made, whether or not anybody hears of it.
      ...(!isPost && { signal: untilClosed(outgoing) }),
    });
    setOwnHeaders(served, context, retryAfterSeconds);
    setServerTiming(outgoing);
    outgoing.writeHead(status, {
      "Content-Type": "application/json",
      "Content-Length": body.length,
    });
    outgoing.end(body);
  };
}

function setOwnHeaders(
  { outgoing }: Served,
  { idempotency, setCookies }: Context,
  retryAfterSeconds: number | undefined,
): void {
  if (retryAfterSeconds) outgoing.setHeader("Retry-After", retryAfterSeconds);
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

/** Refused like any call; once it begins, it is a stream until its end or the client's. */
async function subscribe(
  { incoming, outgoing }: Served,
  {
    appRouter,
    request,
    context,
  }: { appRouter: AnyTRPCRouter; request: RpcRequest; context: Context },
): Promise<void> {
  const [call, ...others] = request.calls;
  if (!call || others.length > 0) {
    throw new AppError("BAD_REQUEST", "Subscribe to one procedure at a time.");
  }
  const signal = untilClosed(outgoing);
  const readInput = createInputReader(appRouter, request, request.queryInput);
  const values = await beginSubscription({
    router: appRouter,
    ctx: context,
    path: call.path,
    readInput: () => readInput(0),
    lastEventId: readLastEventId(incoming),
    signal,
  });
  const { serialize } = appRouter._def._config.transformer.output;
  if (incoming.exchange.method === "HEAD") {
    outgoing.writeHead(200, { "Content-Type": "text/event-stream" }).end();
    return;
  }
  await writeEventStream(outgoing, values, { serialize, signal });
}

/** Made once: an abort without a reason of its own costs ten times as much. */
const CLOSED = new Error("Nobody waits for the answer any more");

/** Aborted when the client has its answer, or leaves before. */
function untilClosed(outgoing: ServedResponse): AbortSignal {
  const closed = new AbortController();
  const { signal } = closed;
  outgoing.once("close", () => closed.abort(CLOSED));
  // Left while it was being found out who they are.
  if (outgoing.closed) closed.abort(CLOSED);
  return signal;
}

/** The id that a browser sends by itself when it comes back, or tRPC's client in the query. */
function readLastEventId({ headers, exchange }: ServedMessage): string | undefined {
  const inQuery = new URLSearchParams(exchange.target.query).get("lastEventId");
  return headers["last-event-id"]?.toString() ?? inQuery ?? undefined;
}
