import type { TRPCError } from "@trpc/server";
import superjson from "superjson";
import type { Transaction } from "#db/client.ts";
import type { Context } from "#server/platform/context.ts";
import { AppError, type ErrorCode } from "#server/platform/errors.ts";
import { doOnce } from "#server/platform/idempotency.ts";
import type { RetryBudget } from "#server/platform/retry.ts";
import { httpStatus, toAppError, toTrpcError } from "./error-map.ts";

type Result = { ok: true; data: unknown } | { ok: false; error: TRPCError };
type KeptError = Pick<AppError, "code" | "message" | "fields" | "conflict" | "retryAfterSeconds">;
type Outcome = { data: unknown } | { error: KeptError };

interface Call {
  path: string;
  /** Why the procedure takes no key, where it takes none. */
  keyless: string | undefined;
  getRawInput: () => Promise<unknown>;
  /** The procedure itself, with what stands in for parts of the context. */
  run: (instead: Pick<Context, "db" | "retryBudget">) => Promise<Result>;
}

/**
 * Answers a mutation that came with an `Idempotency-Key`: runs it in a transaction that commits its
 * outcome as well, or repeats the outcome of the first time.
 */
export async function callOnce(ctx: Context, call: Call): Promise<Result> {
  const { actor, idempotency } = ctx;
  if (!idempotency || actor?.kind !== "user" || call.keyless) throw takesNoKey(call);
  const input = canonicalText(await call.getRawInput());
  const keyed = { actor, path: call.path, key: idempotency.key, input };
  const done = await doOnce(ctx, keyed, async (tx) => {
    const result = await call.run({ db: asPool(tx), retryBudget: NO_RETRIES });
    if (ctx.setCookies.length > 0) {
      ctx.setCookies.length = 0;
      throw takesNoKey(call);
    }
    return superjson.stringify(toOutcome(result));
  });
  idempotency.isReplayed = done.isReplayed;
  return fromOutcome(superjson.parse<Outcome>(done.outcome));
}

/** On a connection that fails only the whole can be repeated, never a part of it. */
const NO_RETRIES: RetryBudget = { earn: () => undefined, spend: () => false };

/** A transaction within it is a savepoint. */
const asPool = (tx: Transaction) => tx as unknown as Context["db"];

function takesNoKey({ path, keyless }: Call): AppError {
  return new AppError(
    "BAD_REQUEST",
    `${path} takes no Idempotency-Key: ${keyless ?? "it sets cookies"}.`,
  );
}

/** @throws TRPCError of our own faults and of limits, after which a repeat shall try again */
function toOutcome(result: Result): Outcome {
  if (result.ok) return { data: result.data };
  const appError = toAppError(result.error);
  if (!isFinal(appError.code)) throw result.error;
  const { code, message, fields, conflict, retryAfterSeconds } = appError;
  return { error: { code, message, fields, conflict, retryAfterSeconds } };
}

const isFinal = (code: ErrorCode) => httpStatus(code) < 500 && code !== "RATE_LIMITED";

function fromOutcome(outcome: Outcome): Result {
  if ("data" in outcome) return { ok: true, data: outcome.data };
  const { code, message, ...options } = outcome.error;
  return { ok: false, error: toTrpcError(new AppError(code, message, options)) };
}

/** The same for the same input, whatever the order of its keys. */
function canonicalText(input: unknown): string {
  return JSON.stringify(superjson.serialize(input), (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
