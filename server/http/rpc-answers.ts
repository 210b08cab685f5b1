import {
  type AnyTRPCRouter,
  getTRPCErrorFromUnknown,
  type TRPCProcedureType,
  transformTRPCResponse,
} from "@trpc/server";
import { getHTTPStatusCode } from "@trpc/server/http";
import { getErrorShape } from "@trpc/server/shared";
import { toTrpcError } from "#server/api/error-map.ts";
import { writeOutput } from "#server/api/output-text.ts";
import { encodeText, type Utf8Text } from "#server/api/utf8-text.ts";
import type { Context } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import type { RpcCall, RpcRequest } from "./rpc-calls.ts";

interface RpcScope {
  router: AnyTRPCRouter;
  context: Context;
  readInput: (index: number) => Promise<unknown>;
  /** Aborted when nobody waits for the answer any more. */
  signal?: AbortSignal;
}

type RpcAnswer = { result: { data: unknown } } | { error: ReturnType<typeof getErrorShape> };

/** Runs the calls side by side; the answer holds a result or an error for each, in their order. */
export async function answerCalls({ calls, isBatch }: RpcRequest, scope: RpcScope) {
  const answers = await Promise.all(calls.map((call, index) => answerCall(call, index, scope)));
  const [first] = answers;
  const whole = isBatch || !first ? answers : first;
  return {
    status: getHTTPStatusCode(whole),
    body: encode(answers, isBatch, scope),
    retryAfterSeconds: answers.map(retryAfter).find(Boolean),
  };
}

function encode(answers: readonly RpcAnswer[], isBatch: boolean, scope: RpcScope): Buffer {
  return encodeText((out) => {
    if (isBatch) out.text += "[";
    for (const [index, answer] of answers.entries()) {
      if (index > 0) out.text += ",";
      writeAnswer(answer, out, scope);
    }
    if (isBatch) out.text += "]";
  });
}

/** Writes what tRPC would, with our transformer. */
function writeAnswer(answer: RpcAnswer, out: Utf8Text, { router }: RpcScope): void {
  if ("result" in answer) {
    out.text += '{"result":{"data":';
    writeOutput(answer.result.data, out);
    out.text += "}}";
  } else {
    out.text += JSON.stringify(transformTRPCResponse(router._def._config, answer));
  }
}

async function answerCall(call: RpcCall, index: number, scope: RpcScope): Promise<RpcAnswer> {
  const { path, procedure } = call;
  const { router, context, readInput, signal } = scope;
  const type = procedure?._def.type ?? "query";
  try {
    if (!procedure) throw toTrpcError(new AppError("NOT_FOUND", "There is no such procedure."));
    const data: unknown = await procedure({
      path,
      type,
      ctx: context,
      getRawInput: () => readInput(index),
      signal,
      batchIndex: index,
    });
    return { result: { data } };
  } catch (cause) {
    return { error: errorShape(router, { cause, type, path, ctx: context }) };
  }
}

interface Failure {
  cause: unknown;
  type: TRPCProcedureType | "unknown";
  path?: string;
  ctx?: Pick<Context, "request"> | undefined;
}

/** An error as tRPC's clients read it. */
export function errorShape(router: AnyTRPCRouter, { cause, type, path, ctx }: Failure) {
  const { _config: config } = router._def;
  const error = getTRPCErrorFromUnknown(cause);
  return getErrorShape({ config, error, type, path, input: undefined, ctx });
}

function retryAfter(answer: RpcAnswer): number | undefined {
  return "error" in answer ? answer.error.data?.retryAfterSeconds : undefined;
}
