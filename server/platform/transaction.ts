import type { Transaction } from "#db/client.ts";
import type { Context } from "./context.ts";
import { isDisconnected, isRolledBack, withRetry } from "./retry.ts";

/**
 * The one way to write: runs `work` in a transaction and repeats it when Postgres rolled it back
 * (serialization failure, deadlock) or the connection was lost before commit. `work` must have no
 * effect outside the transaction.
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
  return withRetry(attempt, {
    budget: ctx.retryBudget,
    isRetryable: (error) => isRolledBack(error) || (isDisconnected(error) && !isCommitting),
    onRetry: () => ctx.metrics.retries.inc({ operation: "transaction" }),
  });
}
