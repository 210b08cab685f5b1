import type { Transaction } from "#db/client.ts";
import type { Context } from "./context.ts";
import { isDisconnected, isRolledBack, withRetry } from "./retry.ts";

/**
 * A write that is one statement, the audit entry included: Postgres makes it whole or not at all,
 * without begin and commit. It is repeated when the connection was lost, too, though it may have been
 * committed: `work` must find that out.
 */
export function inOneStatement<T>(ctx: Context, work: () => Promise<T>): Promise<T> {
  const isRetryable = (error: unknown) => isRolledBack(error) || isDisconnected(error);
  return tellAfter(ctx, withRetry(work, { ...retryOptions(ctx), isRetryable }));
}

/**
 * A write of several statements: runs `work` in a transaction and repeats it when Postgres rolled it
 * back (serialization failure, deadlock) or the connection was lost before commit. `work` must have
 * no effect outside the transaction.
 */
export function inTransaction<T>(ctx: Context, work: (tx: Transaction) => Promise<T>): Promise<T> {
  let isCommitting = false;
  const attempt = () => {
    isCommitting = false;
    return ctx.db.transaction(async (tx) => {
      const result = await work(tx);
      isCommitting = true;
      return result;
    });
  };
  const done = withRetry(attempt, {
    ...retryOptions(ctx),
    isRetryable: (error) => isRolledBack(error) || (isDisconnected(error) && !isCommitting),
  });
  return tellAfter(ctx, done);
}

/** What was committed has its events published now, rather than at the next poll. */
async function tellAfter<T>({ events }: Context, done: Promise<T>): Promise<T> {
  const result = await done;
  events.kick();
  return result;
}

function retryOptions(ctx: Context) {
  return {
    budget: ctx.retryBudget,
    onRetry: () => ctx.metrics.retries.inc({ operation: "transaction" }),
  };
}
