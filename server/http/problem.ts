import { STATUS_CODES } from "node:http";
import { transformTRPCResponse } from "@trpc/server";
import { getErrorShape } from "@trpc/server/shared";
import type { Context as HonoContext } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { httpStatus, toAppError, toTrpcError } from "#server/api/error-map.ts";
import type { AppError } from "#server/platform/errors.ts";
import type { HttpDependencies } from "./app.ts";
import type { HttpEnv } from "./exchange.ts";

type Http = HonoContext<HttpEnv>;

/** Problem details of RFC 9457, with our code, the request id and the fields that were refused. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  requestId: string;
  fields: AppError["fields"];
}

/** Answers anything thrown: what is unknown is logged whole and answered plainly, with the request id. */
export function answerError(c: Http, error: unknown, deps: HttpDependencies): Response {
  const appError = toAppError(error);
  const { exchange } = c.env.incoming;
  if (appError.code === "INTERNAL") {
    deps.services.log.error(
      { err: appError.cause ?? appError, route: exchange.route },
      "request failed",
    );
  }
  if (appError.retryAfterSeconds !== undefined) {
    c.env.outgoing.setHeader("Retry-After", appError.retryAfterSeconds);
  }
  if (exchange.area === "rpc") return answerRpcError(c, appError, deps);
  return exchange.area === "page" ? answerPageError(c, appError) : answerProblem(c, appError);
}

function answerProblem(c: Http, error: AppError): Response {
  const status = httpStatus(error.code);
  const problem: Problem = {
    type: `urn:binnacle:error:${error.code.toLowerCase().replaceAll("_", "-")}`,
    title: STATUS_CODES[status] ?? "Error",
    status,
    detail: error.message,
    code: error.code,
    requestId: c.env.incoming.exchange.info.id,
    fields: error.fields,
  };
  return c.body(JSON.stringify(problem), status as ContentfulStatusCode, {
    "Content-Type": "application/problem+json",
  });
}

/** A page that could not even begin: text that any browser shows. */
function answerPageError(c: Http, error: AppError): Response {
  const text = `${error.message}\nRequest ${c.env.incoming.exchange.info.id}\n`;
  return c.text(text, httpStatus(error.code) as ContentfulStatusCode);
}

/** In the envelope that tRPC clients read, so that a refusal before the procedure looks like one by it. */
function answerRpcError(c: Http, error: AppError, { appRouter }: HttpDependencies): Response {
  const { exchange } = c.env.incoming;
  const config = appRouter._def._config;
  const shape = getErrorShape({
    config,
    error: toTrpcError(error),
    type: "unknown",
    path: undefined,
    input: undefined,
    ctx: exchange.context ?? { request: exchange.info },
  });
  return c.body(
    JSON.stringify(transformTRPCResponse(config, { error: shape })),
    httpStatus(error.code) as ContentfulStatusCode,
    { "Content-Type": "application/json" },
  );
}
