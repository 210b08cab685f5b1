import type { Context } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import type { Served } from "./exchange.ts";
import type { RpcRequest } from "./rpc-calls.ts";

const KEY = /^[\x21-\x7e]{1,255}$/;

/**
 * Reads the header of that name (draft-ietf-httpapi-idempotency-key-header) for the call of a
 * mutation; a read can be repeated without.
 */
export function readIdempotencyKey(
  { incoming }: Served,
  { calls }: RpcRequest,
): Context["idempotency"] {
  const key = incoming.headers["idempotency-key"];
  if (key === undefined || incoming.exchange.method !== "POST") return undefined;
  if (typeof key !== "string" || !KEY.test(key)) {
    const message = "An Idempotency-Key has 1 to 255 visible ASCII characters.";
    throw new AppError("BAD_REQUEST", message);
  }
  if (calls.length > 1) {
    throw new AppError("BAD_REQUEST", "A call with an Idempotency-Key goes alone, not in a batch.");
  }
  return { key, isReplayed: false };
}
