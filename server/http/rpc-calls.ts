import type { AnyTRPCProcedure, AnyTRPCRouter } from "@trpc/server";
import { AppError } from "#server/platform/errors.ts";
import type { RequestTarget } from "./request-target.ts";

/** One procedure that a request asks for. */
export interface RpcCall {
  path: string;
  procedure: AnyTRPCProcedure | undefined;
}

export interface RpcRequest {
  calls: RpcCall[];
  isBatch: boolean;
  /** JSON as sent in the query, when there is any. */
  queryInput: string | undefined;
}

const MAX_BATCH_SIZE = 20;
const ENDPOINT = "/api/trpc/";

/** Reads tRPC's addresses: `/api/trpc/users.get?input=…`, several in one with `?batch=1`. */
export function readRpcRequest(router: AnyTRPCRouter, { path, query }: RequestTarget): RpcRequest {
  const { input, isBatch } = readQuery(query);
  const encoded = path.slice(ENDPOINT.length);
  const names = encoded.includes("%") ? decodeURIComponent(encoded) : encoded;
  const paths = isBatch ? names.split(",") : [names];
  if (paths.length > MAX_BATCH_SIZE) {
    throw new AppError("BAD_REQUEST", `A batch holds at most ${MAX_BATCH_SIZE} calls.`);
  }
  const calls = paths.map((name) => ({
    path: name,
    procedure: findProcedure(router, name),
  }));
  return { calls, isBatch, queryInput: input };
}

export function findProcedure(router: AnyTRPCRouter, path: string): AnyTRPCProcedure | undefined {
  const procedures: Record<string, AnyTRPCProcedure> = router._def.procedures;
  return Object.hasOwn(procedures, path) ? procedures[path] : undefined;
}

/** The query of a single call, which needs no parser of forms. */
const INPUT_ONLY = /^\?input=([^&+]*)$/;

function readQuery(query: string): { input?: string; isBatch: boolean } {
  if (query === "") return { isBatch: false };
  const encoded = INPUT_ONLY.exec(query)?.[1];
  if (encoded !== undefined) {
    try {
      return { input: decodeURIComponent(encoded), isBatch: false };
    } catch {
      // Bytes that are no UTF-8, which forms replace.
    }
  }
  const params = new URLSearchParams(query);
  return { input: params.get("input") ?? undefined, isBatch: params.get("batch") === "1" };
}

/**
 * The input of each call, deserialized once, when the first procedure asks for it: after its
 * permission was checked.
 */
export function createInputReader(
  router: AnyTRPCRouter,
  request: RpcRequest,
  json: string | undefined,
) {
  let inputs: unknown[] | undefined;
  return async (index: number): Promise<unknown> => {
    inputs ??= json ? parseInputs(router, request, json) : [];
    return inputs[index];
  };
}

function parseInputs(
  router: AnyTRPCRouter,
  { calls, isBatch }: RpcRequest,
  json: string,
): unknown[] {
  const sent = readable(() => JSON.parse(json) as unknown);
  if (!isBatch) return [readSent(router, sent)];
  const record = Object(sent) as Record<number, unknown>;
  return calls.map((_, index) =>
    Object.hasOwn(record, index) ? readSent(router, record[index]) : undefined,
  );
}

/** An input as it travels, made what it was. @throws AppError BAD_REQUEST */
export function readSent(router: AnyTRPCRouter, sent: unknown): unknown {
  return readable(() => router._def._config.transformer.input.deserialize(sent));
}

function readable<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("BAD_REQUEST", "The input is not valid JSON.", { cause });
  }
}
