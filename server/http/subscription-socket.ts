import { type AnyTRPCRouter, isTrackedEnvelope, transformTRPCResponse } from "@trpc/server";
import type { TRPCResponseMessage } from "@trpc/server/rpc";
import type { WebSocket } from "ws";
import type { Context } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import { placeOf } from "#server/platform/events/placed.ts";
import type { RequestInfo } from "#server/platform/request-scope.ts";
import { errorShape } from "./rpc-answers.ts";
import { readSent } from "./rpc-calls.ts";
import { beginSubscription } from "./rpc-subscription.ts";
import { type Id, type Message, readMessages, type Subscription } from "./socket-messages.ts";
import { keepPulse } from "./socket-pulse.ts";

const MAX_SUBSCRIPTIONS = 20;
/** So long may a client leave unread what was sent to it. */
const PATIENCE_MS = 15_000;
/** Why we close: RFC 6455, section 7.4.1, and IANA's registry of close codes. */
const CLOSE = { unsupportedData: 1003, serviceRestart: 1012 } as const;

export interface SocketScope {
  router: AnyTRPCRouter;
  /** Who asks; resolved anew for each subscription. */
  createContext(): Promise<Context>;
  /** That which led to the connection. */
  request: RequestInfo;
  /** A subscription could not begin, or broke off. */
  noteFailure(error: unknown): void;
  patienceMs?: number;
  pulseMs?: number;
}

type Say = (message: TRPCResponseMessage) => Promise<boolean>;

/**
 * Answers the subscriptions of one client as tRPC's `wsLink` reads them. Each value is asked for when
 * the socket has taken the last one; a client that reads nothing for a while is cut off. When a
 * subscription ends by itself, so does the connection: the client comes back with the last id that it
 * has seen, where it would take the end of a subscription alone for good.
 */
export function serveSubscriptions(socket: WebSocket, scope: SocketScope): void {
  const running = new Map<Id, AbortController>();
  const say = createSay(socket, scope);
  const refuse = (id: Id | null, cause: unknown) =>
    say({ id, error: errorShape(scope.router, { cause, type: "subscription", ctx: scope }) });

  async function run(message: Subscription): Promise<void> {
    const stopping = new AbortController();
    running.set(message.id, stopping);
    const values = await begin(scope, message, stopping.signal).catch((cause) => {
      scope.noteFailure(cause);
      void refuse(message.id, cause);
    });
    if (values) await pass(values, message.id, stopping.signal);
    running.delete(message.id);
  }

  async function pass(values: AsyncIterable<unknown>, id: Id, stopped: AbortSignal): Promise<void> {
    try {
      await say({ id, result: { type: "started" } });
      // tRPC's client goes on from the id of the last value, and would lose what came before the first.
      const { opening } = placeOf(values);
      if (opening) await say({ id, result: toResult(opening) });
      for await (const value of values) if (!(await say({ id, result: toResult(value) }))) return;
      if (stopped.aborted) return void (await say({ id, result: { type: "stopped" } }));
    } catch (error) {
      scope.noteFailure(error);
    }
    socket.close(CLOSE.serviceRestart, "Come back");
  }

  function handle(message: Message): void {
    const { id, method } = message;
    if (method === "subscription.stop") return void running.get(id)?.abort();
    const refusal = findRefusal(message, running);
    if (refusal) void refuse(id, refusal);
    else void run(message as Subscription);
  }

  function receive(text: string): void {
    if (text === "PONG") return;
    if (text === "PING") return void socket.send("PONG");
    try {
      readMessages(text).forEach(handle);
    } catch (error) {
      void refuse(null, error);
    }
  }

  keepPulse(socket, { isInUse: () => running.size > 0, pulseMs: scope.pulseMs });
  socket.on("message", (data, isBinary) => {
    if (isBinary) socket.close(CLOSE.unsupportedData, "Send text");
    else receive(String(data));
  });
  // A broken frame, upon which the library has closed.
  socket.on("error", () => undefined);
  socket.on("close", () => {
    for (const stopping of running.values()) stopping.abort();
  });
}

async function begin(
  { router, createContext }: SocketScope,
  { params: { path, input, lastEventId } }: Subscription,
  signal: AbortSignal,
): Promise<AsyncIterable<unknown>> {
  const ctx = await createContext();
  const readInput = async () => readSent(router, input);
  return beginSubscription({ router, ctx, path, readInput, lastEventId, signal });
}

function findRefusal({ id, method }: Message, running: ReadonlyMap<Id, unknown>) {
  if (method !== "subscription") {
    return new AppError("METHOD_NOT_ALLOWED", "Only subscriptions are answered over WebSocket.");
  }
  if (running.has(id)) return new AppError("BAD_REQUEST", "This id is in use already.");
  if (running.size < MAX_SUBSCRIPTIONS) return undefined;
  return new AppError("RATE_LIMITED", "You follow events in too many places at once.", {
    retryAfterSeconds: 30,
  });
}

function toResult(value: unknown) {
  if (!isTrackedEnvelope(value)) return { type: "data", data: value } as const;
  const [id, data] = value;
  return { type: "data", id, data: { id, data } } as const;
}

/** Resolves once the socket has taken the message: false when it never will. */
function createSay(socket: WebSocket, { router, patienceMs = PATIENCE_MS }: SocketScope): Say {
  return (message) =>
    new Promise((resolve) => {
      const patience = setTimeout(() => socket.terminate(), patienceMs);
      const text = JSON.stringify(transformTRPCResponse(router._def._config, message));
      socket.send(text, (error) => {
        clearTimeout(patience);
        resolve(!error);
      });
    });
}
