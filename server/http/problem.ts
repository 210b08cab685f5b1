import { STATUS_CODES } from "node:http";
import { transformTRPCResponse } from "@trpc/server";
import { httpStatus, toTrpcError } from "#server/api/error-map.ts";
import type { AppError, Conflict } from "#server/platform/errors.ts";
import type { HttpDependencies } from "./app.ts";
import type { Exchange, Served } from "./exchange.ts";
import { noteFailure } from "./failures.ts";
import { errorShape } from "./rpc-answers.ts";

/** Problem details of RFC 9457, with our code, the request id and the fields that were refused. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  requestId: string;
  fields: AppError["fields"];
  conflict?: Conflict;
}

/** Answers anything thrown: what is unknown is logged whole and answered plainly, with the request id. */
export function answerError(served: Served, error: unknown, deps: HttpDependencies): void {
  const { incoming, outgoing } = served;
  const { exchange } = incoming;
  const appError = noteFailure(error, exchange, deps.services);
  if (outgoing.headersSent) {
    outgoing.destroy();
    return;
  }
  if (appError.retryAfterSeconds !== undefined) {
    outgoing.setHeader("Retry-After", appError.retryAfterSeconds);
  }
  const [type, body] = represent(exchange, appError, deps);
  outgoing.writeHead(httpStatus(appError.code), {
    "Content-Type": type,
    "Content-Length": Buffer.byteLength(body),
  });
  outgoing.end(body);
}

/** As the area's clients expect it. */
function represent(
  exchange: Exchange,
  error: AppError,
  deps: HttpDependencies,
): [type: string, body: string] {
  if (exchange.area === "rpc") return ["application/json", rpcError(exchange, error, deps)];
  if (exchange.area === "page") return ["text/plain; charset=UTF-8", pageError(exchange, error)];
  return ["application/problem+json", JSON.stringify(problem(exchange, error))];
}

function problem({ info }: Exchange, error: AppError): Problem {
  const status = httpStatus(error.code);
  return {
    type: `urn:binnacle:error:${error.code.toLowerCase().replaceAll("_", "-")}`,
    title: STATUS_CODES[status] ?? "Error",
    status,
    detail: error.message,
    code: error.code,
    requestId: info.id,
    fields: error.fields,
    ...(error.conflict && { conflict: error.conflict }),
  };
}

/** A page that could not even begin: text that any browser shows. */
function pageError({ info }: Exchange, error: AppError): string {
  return `${error.message}\nRequest ${info.id}\n`;
}

/** In the envelope that tRPC clients read, so that a refusal before the procedure looks like one by it. */
function rpcError(exchange: Exchange, error: AppError, { appRouter }: HttpDependencies): string {
  const ctx = exchange.context ?? { request: exchange.info };
  const shape = errorShape(appRouter, { cause: toTrpcError(error), type: "unknown", ctx });
  return JSON.stringify(transformTRPCResponse(appRouter._def._config, { error: shape }));
}
