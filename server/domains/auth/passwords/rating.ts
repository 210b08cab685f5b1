import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "#server/platform/errors.ts";
import { estimateStrength, type Strength } from "./strength.ts";

const MAX_WAITING = 30;
/** Between two ratings the process rests three times as long as the last one took. */
const REST_FACTOR = 3;

let waiting = 0;
let last: Promise<void> = Promise.resolve();

/**
 * The estimate for the meter beside a password field. Anyone may ask and each costs processor time,
 * so they queue up and take at most a quarter of it.
 * @throws AppError RATE_LIMITED when too many wait
 */
export async function ratePassword(password: string): Promise<Strength> {
  if (waiting >= MAX_WAITING) {
    throw new AppError("RATE_LIMITED", "Too many passwords are being rated.", {
      retryAfterSeconds: 1,
    });
  }
  waiting += 1;
  const turn = last;
  let isOver: () => void = () => undefined;
  last = new Promise((resolve) => {
    isOver = resolve;
  });
  await turn;
  const startedAt = performance.now();
  try {
    return await estimateStrength(password, []);
  } finally {
    waiting -= 1;
    void sleep((performance.now() - startedAt) * REST_FACTOR).then(isOver);
  }
}
