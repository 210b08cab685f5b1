import { sql } from "drizzle-orm";
import { signInFailures } from "#db/schema/auth.ts";
import type { Context } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import { preparedOnce } from "#server/platform/prepared.ts";
import { runInBackground } from "../background.ts";

const HOUR_MS = 3_600_000;

interface Counts {
  refused: number;
  throttled: number;
}

/** What has been counted in this process and is not written yet. */
const tallyOf = preparedOnce(() => ({ refused: 0, throttled: 0, isBeingWritten: false }));
type Tally = ReturnType<typeof tallyOf>;

/**
 * Counts a sign-in that failed with `error`, after the answer. A process has one statement under way
 * at most, failures meanwhile share the next, and the table grows by one row an hour: a flood of
 * attempts costs neither connections nor disk.
 */
export function countFailure(ctx: Context, error: unknown): void {
  const kind = kindOf(error);
  if (!kind) return;
  const tally = tallyOf(ctx.db);
  tally[kind] += 1;
  if (tally.isBeingWritten) return;
  tally.isBeingWritten = true;
  runInBackground(ctx, () => writeTally(ctx, tally));
}

function kindOf(error: unknown): keyof Counts | undefined {
  if (!(error instanceof AppError)) return undefined;
  if (error.code === "UNAUTHENTICATED") return "refused";
  return error.code === "RATE_LIMITED" ? "throttled" : undefined;
}

/** What could not be written stays in the tally for the next time. */
async function writeTally(ctx: Context, tally: Tally): Promise<void> {
  try {
    while (tally.refused + tally.throttled > 0) {
      const { refused, throttled } = tally;
      await addToHour(ctx, { refused, throttled });
      tally.refused -= refused;
      tally.throttled -= throttled;
    }
  } finally {
    tally.isBeingWritten = false;
  }
}

async function addToHour(ctx: Context, counts: Counts): Promise<void> {
  const hour = new Date(Math.floor(ctx.now().getTime() / HOUR_MS) * HOUR_MS);
  await ctx.db
    .insert(signInFailures)
    .values({ hour, ...counts })
    .onConflictDoUpdate({
      target: signInFailures.hour,
      set: {
        refused: sql`${signInFailures.refused} + excluded.refused`,
        throttled: sql`${signInFailures.throttled} + excluded.throttled`,
      },
    });
}
