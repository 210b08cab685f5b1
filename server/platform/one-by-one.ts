import type { Services } from "./context.ts";
import { AppError } from "./errors.ts";
import { isDisconnected } from "./retry.ts";

/** Of the time of a procedure, so that what was done is told before the time is up. */
const SHARE = 0.75;

type Attempt<T> = { value: T; refusal?: never } | { value?: never; refusal: AppError };

/**
 * For many changes in one call, each for itself: whatever goes wrong with one, the others are done and
 * told. What nobody foresaw is logged, and when the time is nearly up the rest is refused untried.
 */
export function oneByOne({ config, log }: Pick<Services, "config" | "log">) {
  const endsAt = performance.now() + config.procedureTimeoutSeconds * 1000 * SHARE;

  return async function attempt<T>(act: () => Promise<T>): Promise<Attempt<T>> {
    if (performance.now() > endsAt)
      return { refusal: new AppError("TIMEOUT", "Not done for lack of time. Try the rest again.") };
    try {
      return { value: await act() };
    } catch (error) {
      if (error instanceof AppError) return { refusal: error };
      log.error({ err: error }, "one of many changes failed");
      const refusal = isDisconnected(error)
        ? new AppError("UNAVAILABLE", "The database cannot be reached. Try again in a moment.")
        : new AppError("INTERNAL", "Something went wrong.");
      return { refusal };
    }
  };
}
