import { setTimeout as sleep } from "node:timers/promises";

/** Retries allowed to a process: one earned per ten successes, so that an outage is not multiplied. */
export interface RetryBudget {
  earn(): void;
  spend(): boolean;
}

const MAX_TOKENS = 100;
const EARNED_PER_SUCCESS = 0.1;

export function createRetryBudget(): RetryBudget {
  let tokens = MAX_TOKENS / 2;
  return {
    earn() {
      tokens = Math.min(MAX_TOKENS, tokens + EARNED_PER_SUCCESS);
    },
    spend() {
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}

const ROLLED_BACK = new Set(["40001", "40P01", "55P03"]);
const DISCONNECTED = new Set([
  "57P01",
  "57P02",
  "57P03",
  "08000",
  "08003",
  "08006",
  "53300",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
]);

/** Postgres undid the statement itself (serialization failure, deadlock, lock timeout): always safe to repeat. */
export function isRolledBack(error: unknown): boolean {
  return ROLLED_BACK.has(errorCode(error));
}

/** The connection is gone or refused; whether a commit got through is unknown. */
export function isDisconnected(error: unknown): boolean {
  return DISCONNECTED.has(errorCode(error));
}

/** Somebody else has written a value that may exist only once. */
export function isUniqueViolation(error: unknown): boolean {
  return errorCode(error) === "23505";
}

/** The SQLSTATE or system code of an error or of what caused it; empty when it has none. */
export function errorCode(error: unknown): string {
  for (
    let depth = 0, at: unknown = error;
    at instanceof Error && depth < 5;
    depth++, at = at.cause
  ) {
    if (
      "code" in at &&
      typeof at.code === "string" &&
      /^([0-9A-Z]{5}|E[A-Z]+|CONN\w+)$/.test(at.code)
    )
      return at.code;
  }
  return "";
}

interface RetryOptions {
  budget: RetryBudget;
  attempts?: number;
  isRetryable: (error: unknown) => boolean;
  onRetry?: () => void;
}

/** Runs `work` again after a retryable fault, with exponential backoff and full jitter, while the budget lasts. */
export async function withRetry<T>(work: () => Promise<T>, options: RetryOptions): Promise<T> {
  const { budget, attempts = 4, isRetryable, onRetry } = options;
  for (let attempt = 1; ; attempt++) {
    try {
      const result = await work();
      budget.earn();
      return result;
    } catch (error) {
      if (attempt >= attempts || !isRetryable(error) || !budget.spend()) throw error;
      onRetry?.();
      await sleep(Math.random() * 25 * 2 ** attempt);
    }
  }
}
